/* Statements and events from hand-made readings: statements.txt and events.txt. The actors, places, times and numbers
 * are made here as plainly as can be (one actor a head word, joined by @same), so that only claim/ is under test.
 * Beside the notation of tests/reading.h, which passes over lines with #:
 *
 *     #place WORD                    the word is a place's mention
 *     #ground WORD                   the same, described and not named ("the market")
 *     #day WORD 2020-01-24           the time mention that holds it covers that day
 *     #after WORD DAYS EVENT         it is so many days after the event at that word
 *     #later WORD DAYS               it is so many days after what was told last
 *     #number WORD LOW HIGH COUNTED  a number, what it counts (HIGH inf: open)
 *     #published 2020-01-25
 */
#include "claim/claim.h"
#include "tests/cases.h"
#include "tests/reading.h"
#include <math.h>

static Tables *tables;

typedef struct World {
    Arena *arena;
    Text text;
    Reading reading;
    Mentions mentions;
    Cast cast;
    LIST(ActorMention) actors;
    LIST(PlaceMention) places;
    LIST(TimeMention) times;
    LIST(Number) numbers;
} World;

static int32_t *numbers_of(Arena *arena, size_t count) {
    int32_t *numbers = arena_array(arena, count + 1, sizeof *numbers);
    for (size_t i = 0; i <= count; i++)
        numbers[i] = -1;
    return numbers;
}

static void add_actors(World *w) {
    w->mentions.actor_at = numbers_of(w->arena, w->text.word_count);
    for (uint32_t word = 0; word < w->text.word_count; word++) {
        const WordReading *reading = &w->reading.words[word];
        if (reading->actor == ACTOR_NONE)
            continue;
        MentionForm form = reading->upos == UPOS_PROPN  ? FORM_NAME
                           : reading->upos == UPOS_PRON ? FORM_PRONOUN
                                                        : FORM_DESCRIPTION;
        ActorMention mention = {.words = mention_phrase(&w->text, &w->reading, word),
                                .head = word,
                                .form = form,
                                .kind = (ActorKind)reading->actor,
                                .plural = view_equal(reading->xpos, VIEW("NNS")),
                                .score = 1,
                                .apposition = -1};
        w->mentions.actor_at[word] = (int32_t)w->actors.count;
        list_push(w->arena, &w->actors, mention);
    }
    w->mentions.actors = w->actors.items;
    w->mentions.actor_count = w->actors.count;
}

static void add_cast(World *w) {
    size_t count = w->actors.count;
    Cast *cast = &w->cast;
    cast->actors = arena_array(w->arena, count + 1, sizeof *cast->actors);
    cast->actor_of = numbers_of(w->arena, count);
    for (size_t i = 0; i < count; i++) {
        const ActorMention *mention = &w->actors.items[i];
        for (size_t c = 0; c < w->reading.coreference_count; c++)
            if (w->reading.coreferences[c].mention == mention->head)
                cast->actor_of[i] = cast->actor_of[w->mentions.actor_at[w->reading.coreferences[c].antecedent]];
        if (cast->actor_of[i] < 0) {
            cast->actor_of[i] = (int32_t)cast->actor_count++;
            Actor *made = &cast->actors[cast->actor_of[i]];
            made->name = text_span(&w->text, text_words_span(&w->text, mention->words));
            made->kind = mention->kind;
            made->code = VIEW("");
            made->mentions = arena_array(w->arena, count, sizeof *made->mentions);
        }
        Actor *actor = &cast->actors[cast->actor_of[i]];
        actor->mentions[actor->mention_count++] =
            (CastMention){.words = mention->words, .form = mention->form, .head = mention->head};
    }
    cast->outlet = -1;
    cast->published.date = cast->period_from = cast->period_to = DAY_UNKNOWN;
}

static uint32_t word_of(const World *w, View word) {
    for (uint32_t i = 0; i < w->text.word_count; i++)
        if (view_equal(text_word(&w->text, i), word))
            return i;
    test_check(false, "notation", 0, "a word of a # line is not in the text");
    return 0;
}

static void add_day(World *w, uint32_t word, Day day) {
    Cast *cast = &w->cast;
    Time *times = arena_array(w->arena, cast->time_count + 1, sizeof *times);
    for (size_t i = 0; i < cast->time_count; i++)
        times[i] = cast->times[i];
    WordRange range = {word, word + 1};
    for (size_t i = 0; i < w->reading.time_count; i++)
        if (w->reading.times[i].words.first <= word && word < w->reading.times[i].words.end)
            range = w->reading.times[i].words;
    times[cast->time_count] = (Time){.words = range, .kind = TIMEX_DATE, .from = day, .to = day};
    cast->times = times;
    for (uint32_t i = range.first; i < range.end; i++)
        w->mentions.time_at[i] = (int32_t)w->times.count;
    TimeMention mention = {.words = range, .head = word, .kind = TIMEX_DATE, .until = -1};
    list_push(w->arena, &w->times, mention);
    cast->time_of[cast->time_count] = (int32_t)cast->time_count;
    cast->time_count++;
}

/* "four days after soldiers seized ...": the days and the word of the event that they are counted from. */
static void add_after(World *w, uint32_t word, View rest) {
    View field;
    add_day(w, word, DAY_UNKNOWN);
    TimeSense *sense = &w->times.items[w->times.count - 1].sense;
    *sense = (TimeSense){.form = TIME_SHIFT, .unit = UNIT_DAY, .counted = true, .anchor = ANCHOR_WORD};
    view_split(&rest, ' ', &field);
    CHECK(view_to_double(field, &sense->amount));
    sense->anchor_word = word_of(w, view_trim(rest));
}

/* "two days later". */
static void add_later(World *w, uint32_t word, View rest) {
    add_day(w, word, DAY_UNKNOWN);
    TimeSense *sense = &w->times.items[w->times.count - 1].sense;
    *sense = (TimeSense){.form = TIME_SHIFT, .unit = UNIT_DAY, .counted = true, .anchor = ANCHOR_STORY};
    CHECK(view_to_double(view_trim(rest), &sense->amount));
}

static void add_place(World *w, uint32_t word, bool described) {
    Cast *cast = &w->cast;
    Place *places = arena_array(w->arena, cast->place_count + 1, sizeof *places);
    for (size_t i = 0; i < cast->place_count; i++)
        places[i] = cast->places[i];
    places[cast->place_count].name = text_word(&w->text, word);
    cast->places = places;
    w->mentions.place_at[word] = (int32_t)w->places.count;
    list_push(w->arena, &w->places,
              (PlaceMention){.words = {word, word + 1}, .head = word, .score = 1, .described = described});
    cast->place_of[cast->place_count] = (int32_t)cast->place_count;
    cast->place_count++;
}

static void add_number(World *w, uint32_t word, View rest) {
    Number number = {.words = {word, word + 1}, .counted = NO_WORD};
    View field;
    view_split(&rest, ' ', &field);
    CHECK(view_to_double(field, &number.low));
    view_split(&rest, ' ', &field);
    if (!view_to_double(field, &number.high))
        number.high = INFINITY;
    if (rest.length)
        number.counted = word_of(w, view_trim(rest));
    list_push(w->arena, &w->numbers, number);
}

static void add_note(World *w, View line) {
    View what, word;
    Day day = DAY_UNKNOWN;
    view_split(&line, ' ', &what);
    view_split(&line, ' ', &word);
    if (view_equal(what, VIEW("#published")) && CHECK(day_parse(word, &day))) {
        w->cast.published.date = day;
        w->cast.published.from = PUBLISHED_GIVEN;
    } else if (view_equal(what, VIEW("#place")) || view_equal(what, VIEW("#ground")))
        add_place(w, word_of(w, word), view_equal(what, VIEW("#ground")));
    else if (view_equal(what, VIEW("#day")) && CHECK(day_parse(view_trim(line), &day)))
        add_day(w, word_of(w, word), day);
    else if (view_equal(what, VIEW("#after")))
        add_after(w, word_of(w, word), line);
    else if (view_equal(what, VIEW("#later")))
        add_later(w, word_of(w, word), line);
    else if (view_equal(what, VIEW("#number")))
        add_number(w, word_of(w, word), line);
}

static bool world_make(World *w, Arena *arena, View input, Buffer *found) {
    *w = (World){.arena = arena};
    const char *fault = reading_make(arena, input, &w->text, &w->reading);
    if (fault) {
        buffer_format(found, "cannot read: %s\n", fault);
        return false;
    }
    add_actors(w);
    add_cast(w);
    size_t count = w->text.word_count;
    w->mentions.place_at = numbers_of(w->arena, count);
    w->mentions.time_at = numbers_of(w->arena, count);
    w->cast.place_of = numbers_of(w->arena, count);
    w->cast.time_of = numbers_of(w->arena, count);
    View line;
    while (view_split(&input, '\n', &line))
        if (view_starts(line, VIEW("#")))
            add_note(w, line);
    w->mentions.places = w->places.items, w->mentions.place_count = w->places.count;
    w->mentions.times = w->times.items, w->mentions.time_count = w->times.count;
    w->mentions.numbers = w->numbers.items, w->mentions.number_count = w->numbers.count;
    return true;
}

static bool record_make(Arena *arena, View input, Buffer *found, World *w, Record *record) {
    static const Report report;
    Error error = {0};
    if (!world_make(w, arena, input, found))
        return false;
    return CHECK_OK(claim_make(arena, tables, &report, &w->text, &w->reading, &w->mentions, &w->cast, record, &error),
                    error);
}

static void put_actors(Buffer *out, const Cast *cast, const IndexList *list) {
    for (size_t i = 0; i < list->count; i++) {
        buffer_append(out, i ? VIEW(" + ") : VIEW(""));
        buffer_append(out, cast->actors[list->items[i]].name);
    }
    if (list->count == 0)
        buffer_append(out, VIEW("-"));
}

static void put_spans(Buffer *out, const Text *text, const SpanList *spans) {
    for (size_t i = 0; i < spans->count; i++) {
        buffer_append(out, i ? VIEW(" // ") : VIEW(""));
        buffer_append(out, text_span(text, spans->items[i]));
    }
}

/* S0 in S1: speaker | cue | content | manner, commitment, named, via channel; what is told of an unnamed speaker */
static void list_statements(Arena *arena, View input, Buffer *found) {
    World w;
    Record record;
    if (!record_make(arena, input, found, &w, &record))
        return;
    for (size_t i = 0; i < record.statements.count; i++) {
        const Statement *s = &record.statements.items[i];
        buffer_format(found, "S%zu", i);
        if (s->within >= 0)
            buffer_format(found, " in S%d", s->within);
        buffer_append(found, VIEW(": "));
        put_actors(found, &w.cast, &s->speaker);
        buffer_append(found, VIEW(" | "));
        put_spans(found, &w.text, &s->cue);
        buffer_append(found, VIEW(" | "));
        put_spans(found, &w.text, &s->content);
        buffer_format(found, " | %s, %s, %s", manner_name(s->manner), s->commitment, s->named ? "named" : "not named");
        if (s->channel.data)
            buffer_format(found, ", via %.*s", (int)s->channel.length, s->channel.data);
        const View told[] = {s->described.role, s->described.institution, s->described.reason};
        for (size_t k = 0; k < 3; k++)
            if (told[k].data)
                buffer_format(found, "; %.*s", (int)told[k].length, told[k].data);
        if (s->described.plural)
            buffer_append(found, VIEW("; plural"));
        buffer_byte(found, '\n');
    }
    if (record.statements.count == 0)
        buffer_append(found, VIEW("nothing\n"));
}

static void put_account(Buffer *out, World *w, const Account *a) {
    buffer_append(out, text_span(&w->text, a->trigger));
    buffer_format(out, " | %s | ", status_name(a->status));
    put_actors(out, &w->cast, &a->source);
    buffer_append(out, VIEW(" -> "));
    put_actors(out, &w->cast, &a->target);
    if (a->place >= 0)
        buffer_format(out, " | in %.*s", (int)w->cast.places[a->place].name.length, w->cast.places[a->place].name.data);
    Day from = a->time >= 0 ? w->cast.times[a->time].from : a->from;
    Day to = a->time >= 0 ? w->cast.times[a->time].to : a->to;
    if (from != DAY_UNKNOWN) {
        View first = day_format(w->arena, from), last = day_format(w->arena, to);
        buffer_format(out, " | %s%.*s..%.*s", a->time >= 0 ? "" : "inferred ", (int)first.length, first.data,
                      (int)last.length, last.data);
    }
    for (size_t i = 0; i < a->counts.count; i++)
        buffer_format(out, " | %.*s %g..%g", (int)a->counts.items[i].what.length, a->counts.items[i].what.data,
                      a->counts.items[i].low, a->counts.items[i].high);
    if (a->said_in >= 0)
        buffer_format(out, " | in S%d", a->said_in);
}

/* TYPE: trigger | status | source -> target | place | days | counts | statement | chain; then its accounts if several
 */
static void list_events(Arena *arena, View input, Buffer *found) {
    World w;
    Record record;
    if (!record_make(arena, input, found, &w, &record))
        return;
    for (size_t i = 0; i < record.events.count; i++) {
        const Event *event = &record.events.items[i];
        buffer_format(found, "%s: ", event_type_name(event->type));
        put_account(found, &w, &event->whole);
        for (size_t k = 0; k < event->chain.count; k++)
            buffer_format(found, "%s%.*s", k ? " < " : " | ", (int)event->chain.items[k].length,
                          event->chain.items[k].data);
        buffer_byte(found, '\n');
        CHECK(event->cameo.data != NULL);
        for (size_t k = 0; event->accounts.count > 1 && k < event->accounts.count; k++) {
            buffer_append(found, VIEW("    "));
            put_account(found, &w, &event->accounts.items[k]);
            buffer_byte(found, '\n');
        }
    }
    if (record.events.count == 0)
        buffer_append(found, VIEW("nothing\n"));
}

/* Memory that runs out is an error wherever it happens; with a little more the next step is reached. */
static void run_out_of_memory(void) {
    View input =
        VIEW("Adel/PROPN/2/nsubj/person told/VERB/0/root//VBD/tell Reuters/PROPN/2/iobj/organization that/SCONJ/8/mark "
             "12/NUM/6/nummod rebels/NOUN/8/nsubj:pass/group were/AUX/8/aux:pass killed/VERB/2/ccomp//VBN/kill "
             "in/ADP/10/case Sirte/PROPN/8/obl\n"
             "@name ORG Reuters\n"
             "@cue told speaker=Adel first=12 last=Sirte named=no\n"
             "@trigger ASSAULT killed target=rebels place=Sirte count=12\n"
             "#place Sirte\n#number 12 12 12 rebels\n");
    Arena *arena = arena_new(0);
    Buffer found;
    World w;
    buffer_init(&found, 0);
    if (CHECK(world_make(&w, arena, input, &found))) {
        static const Report report;
        Code code = ERROR_MEMORY;
        size_t failures = 0;
        for (size_t room = 64; code == ERROR_MEMORY && room < (1 << 20); room += 64) {
            Arena *small = arena_new(room);
            Record record;
            Error error = {0};
            code = small
                       ? claim_make(small, tables, &report, &w.text, &w.reading, &w.mentions, &w.cast, &record, &error)
                       : ERROR_MEMORY;
            failures += code == ERROR_MEMORY;
            if (code == OK)
                CHECK(record.statements.count == 1 && record.events.count == 1 &&
                      record.events.items[0].whole.counts.count == 1);
            arena_free(small);
        }
        CHECK(code == OK && failures > 4);
    }
    buffer_free(&found);
    arena_free(arena);
}

int main(void) {
    test_begin("claim");
    Arena *arena = arena_new(0);
    Error error = {0};
    if (CHECK_OK(tables_open(arena, "data", &tables, &error), error)) {
        cases_run("tests/claim/statements.txt", list_statements);
        cases_run("tests/claim/events.txt", list_events);
        run_out_of_memory();
    }
    arena_free(arena);
    return test_end();
}
