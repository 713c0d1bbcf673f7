/* record/explain_claims: the network's triggers and cues, and the statements and events that were made of them. */
#include "record/explain.h"
#include "record/write.h"

static void view_put(const Explainer *explainer, View text) {
    if (text.data)
        plain_append(explainer->out, text);
}

static void ids(const Explainer *explainer, char letter, const IndexList *list) {
    for (size_t i = 0; i < list->count; i++)
        buffer_format(explainer->out, "%s%c%d", i ? "," : "", letter, list->items[i] + 1);
}

static void spans(const Explainer *explainer, const SpanList *list) {
    for (size_t i = 0; i < list->count; i++) {
        buffer_append(explainer->out, i ? VIEW(" | ") : VIEW(""));
        view_put(explainer, text_span(explainer->record->text, list->items[i]));
    }
}

static void argument(const Explainer *explainer, View role, const Argument *it) {
    buffer_format(explainer->out, "  %.*s %.2f ", (int)role.length, role.data, (double)it->score);
    view_put(explainer, text_word(explainer->record->text, it->word));
    buffer_byte(explainer->out, '\n');
}

static void arguments(const Explainer *explainer, const ArgumentList *list, const char *const *roles) {
    for (size_t i = 0; i < list->count; i++)
        argument(explainer, view(roles[list->items[i].role]), &list->items[i]);
}

static void network(const Explainer *explainer) {
    static const char *const event_roles[] = {"none", "source", "target", "place", "time", "count"};
    static const char *const heads[] = {"none", "speaker head", "content head"};
    static const char *const firsts[] = {"none", "speaker first", "content first"};
    static const char *const lasts[] = {"none", "speaker last", "content last"};
    const Reading *reading = explainer->record->reading;
    buffer_append(explainer->out, VIEW("# cues that the network saw\n"));
    for (size_t i = 0; i < reading->cue_count; i++) {
        const CueReading *cue = &reading->cues[i];
        explain_words(explainer, cue->words);
        buffer_format(explainer->out, " %.2f, speaker named %.2f, within cue %d %.2f\n", (double)cue->score,
                      (double)cue->named, cue->within + 1, (double)cue->within_score);
        arguments(explainer, &cue->heads, heads);
        arguments(explainer, &cue->firsts, firsts);
        arguments(explainer, &cue->lasts, lasts);
    }
    buffer_append(explainer->out, VIEW("# triggers that the network saw\n"));
    for (size_t i = 0; i < reading->trigger_count; i++) {
        const TriggerReading *trigger = &reading->triggers[i];
        explain_words(explainer, trigger->words);
        buffer_format(explainer->out, " %s %.2f", event_type_name(trigger->type), (double)trigger->score);
        for (size_t k = 0; k < trigger->tellings.count; k++) {
            uint32_t word = trigger->tellings.items[k].word;
            buffer_format(explainer->out, "%s %u ", k ? "," : ", same as that of word", word);
            explain_words(explainer, (WordRange){word, word + 1});
            buffer_format(explainer->out, " %.2f", (double)trigger->tellings.items[k].share);
        }
        buffer_byte(explainer->out, ';');
        for (int k = 0; k < STATUS_COUNT; k++)
            if (trigger->status[k] > 0.05f)
                buffer_format(explainer->out, " %s %.2f", status_name((Status)k), (double)trigger->status[k]);
        buffer_byte(explainer->out, '\n');
        arguments(explainer, &trigger->arguments, event_roles);
        for (size_t k = 0; k < trigger->roles.count; k++)
            argument(explainer, reading->roles[trigger->roles.items[k].role], &trigger->roles.items[k]);
    }
}

static void statements(const Explainer *explainer) {
    const Record *record = explainer->record;
    buffer_append(explainer->out, VIEW("# statements\n"));
    for (size_t i = 0; i < record->statements.count; i++) {
        const Statement *statement = &record->statements.items[i];
        buffer_format(explainer->out, "S%zu by ", i + 1);
        ids(explainer, 'A', &statement->speaker);
        buffer_format(explainer->out, " (%s, %s, within S%d), cue \"", manner_name(statement->manner),
                      statement->commitment, statement->within + 1);
        spans(explainer, &statement->cue);
        buffer_append(explainer->out, VIEW("\""));
        if (statement->channel.data) {
            buffer_append(explainer->out, VIEW(", via "));
            view_put(explainer, statement->channel);
        }
        buffer_append(explainer->out, VIEW(": "));
        spans(explainer, &statement->content);
        buffer_append(explainer->out, VIEW("\n  because: "));
        view_put(explainer, statement->because);
        buffer_byte(explainer->out, '\n');
    }
}

static void events(const Explainer *explainer) {
    const Record *record = explainer->record;
    buffer_append(explainer->out, VIEW("# events\n"));
    for (size_t i = 0; i < record->events.count; i++) {
        const Event *event = &record->events.items[i];
        buffer_format(explainer->out, "E%zu %s mode %.*s CAMEO %.*s, ", i + 1, event_type_name(event->type),
                      (int)event->mode.length, event->mode.data ? event->mode.data : "", (int)event->cameo.length,
                      event->cameo.data ? event->cameo.data : "");
        ids(explainer, 'A', &event->whole.source);
        buffer_append(explainer->out, VIEW(" -> "));
        ids(explainer, 'A', &event->whole.target);
        buffer_format(explainer->out, ", %s, P%d, T%d, said in S%d\n", status_name(event->whole.status),
                      event->whole.place + 1, event->whole.time + 1, event->whole.said_in + 1);
        for (size_t k = 0; k < event->accounts.count; k++) {
            buffer_append(explainer->out, VIEW("  told as \""));
            view_put(explainer, text_span(record->text, event->accounts.items[k].trigger));
            buffer_append(explainer->out, VIEW("\": "));
            view_put(explainer, event->accounts.items[k].because);
            buffer_byte(explainer->out, '\n');
        }
    }
}

void explain_claims(const Explainer *explainer) {
    if (explainer->record->reading)
        network(explainer);
    statements(explainer);
    events(explainer);
}
