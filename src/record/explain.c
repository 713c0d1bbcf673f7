/* record/explain: every step's result, and the rule or score behind it, for people who ask why. Plain lines, a heading
 * a step in the order of the flow; nothing is decided here. */
#include "record/explain.h"
#include "record/names.h"
#include "record/write.h"
#include <math.h>

void explain_words(const Explainer *explainer, WordRange words) {
    if (words.first < words.end)
        plain_append(explainer->out,
                     text_span(explainer->record->text, text_words_span(explainer->record->text, words)));
}

void explain_days(const Explainer *explainer, Day from, Day to) {
    View first = day_format(explainer->arena, from), last = day_format(explainer->arena, to);
    buffer_format(explainer->out, "%.*s..%.*s", (int)first.length, first.data ? first.data : "", (int)last.length,
                  last.data ? last.data : "");
}

static void removed(const Explainer *explainer) {
    const Text *text = explainer->record->text;
    buffer_format(explainer->out, "# text: %zu paragraphs, %zu sentences, %zu words\n", text->paragraph_count,
                  text->sentence_count, text->word_count);
    for (size_t i = 0; i < text->removed_count; i++) {
        buffer_format(explainer->out, "removed (%s): ", text->removed[i].why);
        plain_append(explainer->out, text->removed[i].text);
        buffer_byte(explainer->out, '\n');
    }
}

static void word(const Explainer *explainer, uint32_t index) {
    const Reading *reading = explainer->record->reading;
    const WordReading *seen = &reading->words[index];
    View form = text_word(explainer->record->text, index), relation = reading_relation(reading, index);
    buffer_format(explainer->out, "  %u\t%.*s\t%.*s\t%s\t%.*s\t%u\t%.*s\t%s %.2f\n", index, (int)form.length, form.data,
                  (int)seen->lemma.length, seen->lemma.data, upos_name((Upos)seen->upos), (int)seen->xpos.length,
                  seen->xpos.data, seen->head, (int)relation.length, relation.data,
                  seen->actor ? actor_kind_name((ActorKind)seen->actor) : "-", (double)seen->actor_score);
}

static void sentences(const Explainer *explainer) {
    const Text *text = explainer->record->text;
    buffer_append(explainer->out,
                  VIEW("# words: index, form, lemma, part of speech, Penn tag, head, relation, actor and score\n"));
    for (size_t i = 0; i < text->sentence_count; i++) {
        const Sentence *sentence = &text->sentences[i];
        buffer_format(explainer->out, "sentence %zu (%s)\n", i + 1, sentence_kind_name(sentence->kind));
        for (uint32_t k = sentence->words.first; k < sentence->words.end; k++)
            word(explainer, k);
    }
}

static void names(const Explainer *explainer) {
    const Reading *reading = explainer->record->reading;
    buffer_append(explainer->out, VIEW("# names\n"));
    for (size_t i = 0; i < reading->name_count; i++) {
        buffer_format(explainer->out, "%s %.2f ", name_kind_name(reading->names[i].kind),
                      (double)reading->names[i].score);
        explain_words(explainer, reading->names[i].words);
        buffer_byte(explainer->out, '\n');
    }
}

static void actors(const Explainer *explainer) {
    const Cast *cast = explainer->record->cast;
    buffer_append(explainer->out, VIEW("# actors\n"));
    for (size_t i = 0; i < cast->actor_count; i++) {
        const Actor *actor = &cast->actors[i];
        buffer_format(explainer->out, "A%zu %.*s (%s, code %.*s): %s\n", i + 1, (int)actor->name.length,
                      actor->name.data, actor_kind_name(actor->kind), (int)actor->code.length,
                      actor->code.data ? actor->code.data : "", actor->because ? actor->because : "one mention");
        for (size_t k = 0; k < actor->mention_count; k++) {
            buffer_format(explainer->out, "  %s: ", mention_form_name(actor->mentions[k].form));
            explain_words(explainer, actor->mentions[k].words);
            if (actor->mentions[k].because)
                buffer_format(explainer->out, " <- %s", actor->mentions[k].because);
            if (actor->mentions[k].score > 0)
                buffer_format(explainer->out, " %.2f", (double)actor->mentions[k].score);
            if (actor->mentions[k].doubt.data)
                buffer_format(explainer->out, " (in doubt: %.*s)", (int)actor->mentions[k].doubt.length,
                              actor->mentions[k].doubt.data);
            buffer_byte(explainer->out, '\n');
        }
    }
}

static void places(const Explainer *explainer) {
    const Cast *cast = explainer->record->cast;
    buffer_append(explainer->out, VIEW("# places\n"));
    for (size_t i = 0; i < cast->place_count; i++) {
        const Place *place = &cast->places[i];
        buffer_format(explainer->out, "P%zu %.*s: ", i + 1, (int)place->name.length, place->name.data);
        if (isnan(place->lat))
            buffer_append(explainer->out, VIEW("not resolved"));
        else
            buffer_format(explainer->out, "%s in %.*s at %.4f %.4f", place->kind, (int)place->country.length,
                          place->country.data ? place->country.data : "", place->lat, place->lon);
        buffer_format(explainer->out, "; %s\n", place->because ? place->because : "");
    }
}

static void times(const Explainer *explainer) {
    const Cast *cast = explainer->record->cast;
    const Published *published = &cast->published;
    buffer_append(explainer->out, VIEW("# times\n"));
    for (size_t i = 0; i < cast->time_count; i++) {
        const Time *time = &cast->times[i];
        buffer_format(explainer->out, "T%zu ", i + 1);
        explain_words(explainer, time->words);
        buffer_format(explainer->out, ": %s %.*s, days ", timex_kind_name(time->kind), (int)time->value.length,
                      time->value.data ? time->value.data : "");
        explain_days(explainer, time->from, time->to);
        buffer_format(explainer->out, "; %s\n", time->because ? time->because : "");
    }
    const char *from = published_from_name(published->from);
    buffer_format(explainer->out, "# published: %s ", from ? from : "unknown");
    explain_days(explainer, published->earliest, published->latest);
    buffer_append(explainer->out, VIEW(", best "));
    explain_days(explainer, published->date, published->date);
    for (size_t i = 0; i < published->because_count; i++) {
        buffer_append(explainer->out, i ? VIEW(" | ") : VIEW(" because of: "));
        explain_words(explainer, published->because[i]);
    }
    buffer_byte(explainer->out, '\n');
}

Code record_write_explain(Arena *arena, const Record *record, Buffer *out, Error *error) {
    Explainer explainer = {arena, record, out};
    for (size_t i = 0; i < record->notes.count; i++)
        buffer_format(out, "# note: %.*s\n", (int)record->notes.items[i].length, record->notes.items[i].data);
    removed(&explainer);
    if (record->reading && record->text->word_count) {
        sentences(&explainer);
        names(&explainer);
    }
    actors(&explainer);
    places(&explainer);
    times(&explainer);
    explain_claims(&explainer);
    return out->failed ? error_memory(error) : OK;
}
