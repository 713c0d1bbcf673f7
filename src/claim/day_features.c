/* claim/day_features: what speaks for one choice of days (day_choice.h). Everything is a small number in its group: how
 * far apart in the text, in the tree and in time, told by whom, in which tense.
 */
#include "claim/day_choice.h"

typedef enum Tense {
    TENSE_PAST,
    TENSE_PLUPERFECT,
    TENSE_PERFECT,
    TENSE_PRESENT,
    TENSE_GERUND,
    TENSE_PARTICIPLE,
    TENSE_INFINITIVE,
    TENSE_NOUN
} Tense;

static bool tagged(const Work *work, uint32_t word, const char *tag) {
    return view_equal(work->reading->words[word].xpos, view(tag));
}

static bool has_aux(const Work *work, uint32_t verb, const char *words) {
    const Syntax *s = &work->syntax;
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "aux") && syntax_word(s, child, words))
            return true;
    return false;
}

static bool has_form(const Work *work, uint32_t verb, const char *form) {
    const Syntax *s = &work->syntax;
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "aux") && text_word_is(work->text, child, form))
            return true;
    return false;
}

uint8_t day_tense(const Work *work, uint32_t word) {
    if (syntax_upos(&work->syntax, word) != UPOS_VERB)
        return TENSE_NOUN;
    if (has_form(work, word, "had"))
        return TENSE_PLUPERFECT;
    if (has_aux(work, word, "have"))
        return TENSE_PERFECT;
    if (tagged(work, word, "VBD") || has_form(work, word, "was") || has_form(work, word, "were"))
        return TENSE_PAST;
    if (tagged(work, word, "VBZ") || tagged(work, word, "VBP") || has_form(work, word, "is") ||
        has_form(work, word, "are"))
        return TENSE_PRESENT;
    if (tagged(work, word, "VBG"))
        return TENSE_GERUND;
    return tagged(work, word, "VBN") ? TENSE_PARTICIPLE : TENSE_INFINITIVE;
}

bool day_is_now(const Work *work, uint32_t verb) {
    uint8_t tense = day_tense(work, verb);
    return tense == TENSE_PERFECT || tense == TENSE_PRESENT;
}

/* Which of the limits it stays under; `count` when none. */
static int bucket(int64_t value, const int64_t *limits, int count) {
    int at = 0;
    while (at < count && value > limits[at])
        at++;
    return at;
}

/* The relation by which `word` hangs under `top`, in its own classes: 0 not at all. */
static int hangs_by(const Syntax *s, uint32_t word, uint32_t top) {
    for (int steps = 0; steps < 20; steps++) {
        uint32_t head = syntax_head(s, word);
        if (head == NO_WORD)
            return 0;
        if (head == top)
            return syntax_is(s, word, "conj")                                       ? 1
                   : syntax_is(s, word, "advcl") || syntax_is(s, word, "xcomp")     ? 2
                   : syntax_is(s, word, "acl")                                      ? 3
                   : syntax_is(s, word, "ccomp") || syntax_is(s, word, "parataxis") ? 4
                                                                                    : 5;
        word = head;
    }
    return 0;
}

static int tree(const Syntax *s, uint32_t word, uint32_t other) {
    int below = hangs_by(s, word, other);
    if (below)
        return below;
    int above = hangs_by(s, other, word);
    return above == 0 ? 0 : above == 1 ? 6 : above == 2 || above == 4 ? 7 : above == 3 ? 8 : 9;
}

/* Is the word the cue of the statement? */
static bool cues(const Work *work, const EventDays *event, int32_t statement) {
    if (statement < 0)
        return false;
    const SpanList *cue = &work->record->statements.items[statement].cue;
    for (size_t i = 0; i < cue->count; i++)
        if (cue->items[i].start < event->whole->trigger.end && event->whole->trigger.start < cue->items[i].end)
            return true;
    return false;
}

static int teller(const Work *work, const EventDays *event, const EventDays *other) {
    int32_t a = event->whole->said_in, b = other->whole->said_in;
    if (cues(work, event, b))
        return 5;
    if (cues(work, other, a))
        return 6;
    return a == b ? (a >= 0) : b < 0 ? 2 : a < 0 ? 3 : 4;
}

static int actors(const EventDays *event, const EventDays *other) {
    const Account *a = event->whole, *b = other->whole;
    if (work_lists_meet(&a->source, &b->source))
        return work_lists_meet(&a->target, &b->target) ? 1 : 2;
    if (work_lists_meet(&a->source, &b->target))
        return work_lists_meet(&a->target, &b->source) ? 3 : 4;
    if (work_lists_meet(&a->target, &b->target))
        return 5;
    return work_lists_meet(&a->target, &b->source) ? 6 : a->source.count && b->source.count ? 7 : 0;
}

/* How many other known events have these days. */
static int support(const DayWork *days, size_t at, const DayChoice *choice) {
    int same = 0;
    for (size_t i = 0; i < days->count && same < 3; i++)
        same += i != at && (int32_t)i != choice->event && days->events[i].how == DAYS_OWN &&
                days->events[i].from == choice->from && days->events[i].to == choice->to;
    return same;
}

static void put(DayChoice *choice, int feature) {
    if (choice->feature_count < DAY_FEATURES)
        choice->features[choice->feature_count++] = (uint16_t)feature;
}

static int depth(const Work *work, const EventDays *event) {
    int steps = 0;
    for (int32_t s = event->whole->said_in; s >= 0 && steps < 2; s = work->record->statements.items[s].within)
        steps++;
    return steps + 3 * event->is_word;
}

static int position(const Work *work, const EventDays *event) {
    SentenceKind kind = work->text->sentences[event->sentence].kind;
    if (kind == SENTENCE_TITLE || kind == SENTENCE_HEADING)
        return 0;
    return event->sentence < 4 ? 1 : event->sentence + 3 >= work->text->sentence_count ? 2 : 3;
}

static int own_time(const Work *work, const EventDays *event) {
    if (event->bounded)
        return 4;
    if (event->time < 0)
        return 0;
    TimexKind kind = work->cast->times[event->time].kind;
    return kind == TIMEX_DURATION ? 1 : kind == TIMEX_SET ? 2 : 3;
}

/* Sentences back to the nearest event with days, and whether those are of its own time. */
static int near(const DayWork *days, size_t at) {
    static const int64_t limits[] = {0, 1, 2, 4};
    for (size_t i = at; i-- > 0;)
        if (days->events[i].done && days->events[i].how != DAYS_UNKNOWN)
            return bucket((int64_t)days->events[at].sentence - days->events[i].sentence, limits, 4) +
                   6 * (days->events[i].how == DAYS_OWN);
    return 5;
}

static int paragraph_of(const Work *work, uint32_t sentence) {
    return (int)work->text->sentences[sentence].paragraph;
}

/* How surely the network points from the event at the mention. */
static int points(const Work *work, const EventDays *event, int32_t mention) {
    static const float limits[] = {0.05F, 0.35F, 0.6F, 0.85F};
    const TriggerReading *trigger = &work->reading->triggers[event->account->trigger];
    float most = 0;
    int at = 0;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        if (argument->role == ROLE_TIME && work->mentions->time_at[argument->word] == mention && argument->score > most)
            most = argument->score;
    }
    while (at < 4 && most >= limits[at])
        at++;
    return at;
}

static void by_mention(const DayWork *days, size_t at, DayChoice *choice) {
    const Work *work = days->work;
    const EventDays *event = &days->events[at];
    const TimeMention *mention = &work->mentions->times[choice->mention];
    const Syntax *s = &work->syntax;
    bool used = false;
    for (size_t i = 0; i < days->count; i++)
        used |= days->events[i].time == work->cast->time_of[choice->mention];
    uint32_t verb = syntax_head(s, mention->head);
    int where =
        verb == NO_WORD ? 0
        : cues(work,
               &(EventDays){.whole = &(Account){.trigger = text_words_span(work->text, (WordRange){verb, verb + 1})}},
               event->whole->said_in)
            ? 1
        : syntax_under(s, event->word, verb) ? 2
                                             : 3;
    put(choice, DAY_AT_mention + where * 4 + used * 2 + (mention->head < event->word));
    put(choice, DAY_AT_bound + (int)mention->bound);
    bool own = event->time >= 0 && event->time == work->cast->time_of[choice->mention];
    put(choice, DAY_AT_points + points(work, event, choice->mention) + 5 * own);
}

static void by_event(const DayWork *days, size_t at, int pair, DayChoice *choice) {
    const EventDays *event = &days->events[at], *other = &days->events[choice->event];
    put(choice, DAY_AT_source + pair * 4 + (int)other->how);
    put(choice, DAY_AT_teller + pair * 7 + teller(days->work, event, other));
    put(choice, DAY_AT_actors + actors(event, other));
    put(choice, DAY_AT_tenses + event->tense * DAY_TENSES + other->tense);
    put(choice, DAY_AT_types + (int)other->type * 2 + event->is_word);
    if (event->sentence == other->sentence)
        put(choice, DAY_AT_tree + pair * 10 + tree(&days->work->syntax, event->word, other->word));
    if (choice->event == days->lead)
        put(choice, DAY_AT_lead + pair);
}

void day_features(const DayWork *days, size_t at, int rank, DayChoice *choice) {
    static const int64_t far[] = {0, 1, 2, 4}, longs[] = {1, 3, 7, 31, 366}, ages[] = {-1, 0, 1, 3, 7, 14, 31, 366};
    const Work *work = days->work;
    const EventDays *event = &days->events[at];
    put(choice, DAY_AT_bias);
    put(choice, DAY_AT_type + (int)event->type);
    put(choice, DAY_AT_tense + event->tense + DAY_TENSES * event->is_word);
    put(choice, DAY_AT_status + (event->whole->status == STATUS_ONGOING));
    put(choice, DAY_AT_depth + depth(work, event));
    put(choice, DAY_AT_position + position(work, event));
    put(choice, DAY_AT_own + own_time(work, event));
    put(choice, DAY_AT_near + near(days, at));
    put(choice, DAY_AT_published + (int)work->cast->published.from);
    if (choice->event < 0 && choice->mention < 0)
        return;
    const EventDays *other = choice->event >= 0 ? &days->events[choice->event] : NULL;
    int pair = event->is_word * 3 + (other ? other->is_word : 2);
    uint32_t sentence =
        other ? other->sentence : work->text->words[work->mentions->times[choice->mention].head].sentence;
    const Time *time = other ? NULL : &work->cast->times[work->cast->time_of[choice->mention]];
    Day first = other ? other->from : time->from, last = other ? other->to : time->to;
    int64_t apart = (int64_t)event->sentence - sentence;
    put(choice, DAY_AT_sentences + pair * 5 + bucket(apart < 0 ? -apart : apart, far, 4));
    put(choice, DAY_AT_rank + pair * 6 + rank);
    put(choice, DAY_AT_length + pair * 6 + bucket(last - first + 1, longs, 5));
    put(choice, DAY_AT_age + pair * 10 + (event->end == DAY_UNKNOWN ? 9 : bucket(event->end - last, ages, 8)));
    put(choice, DAY_AT_paragraph + 2 * (sentence > event->sentence) +
                    (paragraph_of(work, sentence) == paragraph_of(work, event->sentence)));
    put(choice, DAY_AT_support + support(days, at, choice) + 4 * event->is_word);
    if (other)
        by_event(days, at, pair, choice);
    else
        by_mention(days, at, choice);
}
