/* Makes a Text and a Reading from a compact notation, so that the rooms behind the network are tested without weights.
 *
 *     The/DET/2/det writer/NOUN/5/nsubj/person _,/PUNCT/2/punct George/PROPN/2/appos/person Lee/PROPN/4/flat
 * said/VERB/0/root
 *     @name PER George Lee
 *     @cue said speaker=writer content=killed
 *
 * A line is a sentence, an empty line ends the paragraph, a line that begins with # is passed over. A word is
 * WORD/UPOS/HEAD/RELATION/ACTOR/XPOS/LEMMA, where trailing fields may be left out; HEAD counts words of the sentence
 * from 1, 0 is the root; an underscore in front glues the word to the one before ("_'s"); "\slash" is a slash. The Penn
 * tag is guessed when left out (a plural by its s), the lemma is the word in lower case. Lines with @ speak of the
 * sentence above them; a word is named as written, "he#2" is its second in the sentence; a span by its words, in one
 * piece:
 *     @name PER|ORG|LOC WORDS            @time DATE|TIME|DURATION|SET WORDS      @kind title|heading|dateline
 *     @trigger TYPE WORD [source=WORD target=WORD place=WORD time=WORD count=WORD status=STATUS
 * same=WORD(earlier)[@SHARE]]
 *     @cue WORD [speaker=WORD content=WORD first=WORD last=WORD within=WORD named=no]
 * (a head as WORD~0.2 has that score; heads of the speaker and contents, first and last words of the contents; several
 * words as one WORD: "took+to")
 *     @whole TRIGGER [source=WORD target=WORD place=WORD]   (parts of an event that the whole report names: TRIGGER and
 *                                                             WORD are the last ones so far, WORD~0.7 has that share)
 *     @same WORD = EARLIER [SCORE]       (the network's coreference; EARLIER is the nearest such word before)
 *     @score WORD 0.6                    (of its actor label)
 */
#ifndef ISNAD_TEST_READING_H
#define ISNAD_TEST_READING_H

#include "model/model.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct ReadingMaker {
    Arena *arena;
    Buffer letters;
    LIST(Word) words;
    LIST(WordReading) readings;
    LIST(Sentence) sentences;
    LIST(Paragraph) paragraphs;
    LIST(NameReading) names;
    LIST(TimeReading) times;
    LIST(TriggerReading) triggers;
    LIST(CueReading) cues;
    LIST(Coreference) same;
    LIST(Quotation) quotations;
    LIST(View) relations;
    bool new_paragraph;
    const char *fault; /* the first line that could not be read */
} ReadingMaker;

static inline int reading_index_of(View text, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (view_equal_folded(text, view(names[i])))
            return i;
    return -1;
}

static inline uint16_t reading_relation_index(ReadingMaker *maker, View name) {
    for (size_t i = 0; i < maker->relations.count; i++)
        if (view_equal(maker->relations.items[i], name))
            return (uint16_t)i;
    list_push(maker->arena, &maker->relations, arena_copy(maker->arena, name));
    return (uint16_t)(maker->relations.count - 1);
}

static inline View reading_guess_tag(int upos, View word) {
    static const char *const tags[] = {"JJ", "IN",  "RB",  "MD", "CC", "DT",  "UH",  "NN", "CD",
                                       "TO", "PRP", "NNP", ",",  "IN", "SYM", "VBD", "FW"};
    bool plural = word.length > 3 && view_ends(word, VIEW("s")) && !view_ends(word, VIEW("ss"));
    static const char *const possessive[] = {"his", "her", "its", "their", "my", "our", "your"};
    if (upos == UPOS_PRON && reading_index_of(word, possessive, 7) >= 0)
        return VIEW("PRP$");
    if (upos == UPOS_NOUN && plural)
        return VIEW("NNS");
    return view(tags[upos]);
}

static inline void reading_add_word(ReadingMaker *maker, View field, uint32_t first, uint32_t sentence) {
    static const char *const upos[] = {"ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
                                       "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};
    static const char *const kinds[] = {"-", "person", "group", "organization", "country", "unnamed"};
    View parts[7] = {{0}};
    for (size_t i = 0; i < 7 && view_split(&field, '/', &parts[i]); i++)
        ;
    bool glued = view_starts(parts[0], VIEW("_")) && parts[0].length > 1;
    View word = glued ? view_slice(parts[0], 1, parts[0].length) : parts[0];
    if (view_equal(word, VIEW("\\slash")))
        word = VIEW("/");
    if (!glued && maker->words.count > first)
        buffer_byte(&maker->letters, ' ');
    uint32_t start = (uint32_t)maker->letters.length;
    buffer_append(&maker->letters, word);
    list_push(maker->arena, &maker->words,
              (Word){.span = {start, (uint32_t)maker->letters.length}, .sentence = sentence, .space_before = !glued});
    int tag = reading_index_of(parts[1], upos, UPOS_COUNT),
        kind = parts[4].length ? reading_index_of(parts[4], kinds, 6) : 0;
    long head = 0;
    if (tag < 0 || kind < 0 || !view_to_long(parts[2], &head))
        maker->fault = arena_copy(maker->arena, parts[0]).data;
    uint32_t here = (uint32_t)maker->readings.count;
    View base = parts[6].length ? parts[6] : word;
    char *lemma = arena_take(maker->arena, base.length + 1);
    for (size_t i = 0; i < base.length; i++)
        lemma[i] = (char)tolower((unsigned char)base.data[i]);
    list_push(maker->arena, &maker->readings,
              (WordReading){.upos = (uint8_t)(tag < 0 ? UPOS_X : tag),
                            .actor = (uint8_t)(kind < 0 ? 0 : kind),
                            .relation = reading_relation_index(maker, parts[3].length ? parts[3] : VIEW("dep")),
                            .head = head > 0 ? first + (uint32_t)head - 1 : here,
                            .xpos = parts[5].length ? arena_copy(maker->arena, parts[5])
                                                    : reading_guess_tag(tag < 0 ? 16 : tag, word),
                            .lemma = {lemma, base.length},
                            .actor_score = 0.95f,
                            .best_kind = (uint8_t)(kind < 0 ? 0 : kind),
                            .any_score = kind <= 0 ? 0 : 0.95f});
}

static inline void reading_add_sentence(ReadingMaker *maker, View line) {
    uint32_t first = (uint32_t)maker->words.count, sentence = (uint32_t)maker->sentences.count;
    bool opens = maker->new_paragraph || !maker->paragraphs.count;
    if (first)
        buffer_append(&maker->letters, opens ? VIEW("\n\n") : VIEW(" "));
    uint32_t start = (uint32_t)maker->letters.length;
    View field;
    while (view_split(&line, ' ', &field))
        if (field.length)
            reading_add_word(maker, field, first, sentence);
    uint32_t end = (uint32_t)maker->letters.length;
    if (opens)
        list_push(maker->arena, &maker->paragraphs, (Paragraph){.first_sentence = sentence});
    Paragraph *paragraph = &maker->paragraphs.items[maker->paragraphs.count - 1];
    paragraph->span = opens ? (Span){start, end} : (Span){paragraph->span.start, end};
    paragraph->end_sentence = sentence + 1;
    list_push(maker->arena, &maker->sentences,
              (Sentence){.span = {start, end},
                         .words = {first, (uint32_t)maker->words.count},
                         .paragraph = (uint32_t)maker->paragraphs.count - 1,
                         .kind = SENTENCE_PROSE});
    maker->new_paragraph = false;
}

static inline View reading_word(const ReadingMaker *maker, uint32_t word) {
    Span span = maker->words.items[word].span;
    return view_slice(buffer_view(&maker->letters), span.start, span.end);
}

/* The words of `phrase` in one piece within the last sentence; "he#2" is the second such piece. */
static inline WordRange reading_find(ReadingMaker *maker, View phrase) {
    WordRange sentence = maker->sentences.items[maker->sentences.count - 1].words;
    long nth = 1;
    size_t mark = view_find(phrase, VIEW("#"), 0);
    if (mark != SIZE_MAX && mark > 0 && view_to_long(view_slice(phrase, mark + 1, phrase.length), &nth))
        phrase = view_slice(phrase, 0, mark);
    char *spaced = arena_take(maker->arena, phrase.length + 1);
    for (size_t i = 0; i < phrase.length; i++)
        spaced[i] = phrase.data[i] == '+' ? ' ' : phrase.data[i];
    phrase.data = spaced;
    for (uint32_t first = sentence.first; first < sentence.end; first++) {
        View rest = view_trim(phrase), part;
        uint32_t word = first;
        while (rest.length && word < sentence.end && view_split(&rest, ' ', &part) &&
               view_equal(reading_word(maker, word), part))
            word++;
        bool whole = !rest.length && word > first && view_equal(reading_word(maker, word - 1), part);
        if (whole && --nth == 0)
            return (WordRange){first, word};
    }
    maker->fault = arena_copy(maker->arena, phrase).data;
    return (WordRange){sentence.first, sentence.first + 1};
}

static inline uint32_t reading_find_before(ReadingMaker *maker, View word, uint32_t before) {
    while (before-- > 0)
        if (view_equal(reading_word(maker, before), word))
            return before;
    maker->fault = arena_copy(maker->arena, word).data;
    return 0;
}

static inline void reading_add_argument(ReadingMaker *maker, ArgumentList *list, View word, uint8_t role) {
    Argument *grown = arena_array(maker->arena, list->count + 1, sizeof *grown);
    if (list->count)
        memcpy(grown, list->items, list->count * sizeof *grown);
    double score = 0.95;
    View name;
    view_split(&word, '~', &name);
    view_to_double(word, &score);
    grown[list->count++] = (Argument){reading_find(maker, name).first, role, (float)score};
    list->items = grown;
}

static inline void reading_push_share(ReadingMaker *maker, WordShareList *list, uint32_t word, float share) {
    WordShare *grown = arena_array(maker->arena, list->count + 1, sizeof *grown);
    if (list->count)
        memcpy(grown, list->items, list->count * sizeof *grown);
    grown[list->count++] = (WordShare){word, share};
    list->items = grown;
}

/* "shelling", "shelling@0.3": the first word of an earlier trigger. */
static inline void reading_add_telling(ReadingMaker *maker, WordShareList *list, View field) {
    View name;
    double share = 0.9;
    if (view_split(&field, '@', &name) && field.length)
        view_to_double(field, &share);
    for (size_t i = maker->triggers.count; i-- > 0;)
        if (view_equal(reading_word(maker, maker->triggers.items[i].words.first), name)) {
            reading_push_share(maker, list, maker->triggers.items[i].words.first, (float)share);
            return;
        }
}

static inline void reading_add_trigger(ReadingMaker *maker, View rest) {
    View field, key;
    static const char *const roles[] = {"none", "source", "target", "place", "time", "count"};
    TriggerReading trigger = {.score = 0.95f};
    view_split(&rest, ' ', &field);
    for (int i = 0; i < EVENT_TYPE_COUNT; i++)
        if (view_equal(field, view(event_type_name((EventType)i))))
            trigger.type = (EventType)i;
    view_split(&rest, ' ', &field);
    trigger.words = reading_find(maker, field);
    int status = 0;
    while (view_split(&rest, ' ', &field)) {
        view_split(&field, '=', &key);
        for (int i = 0; i < STATUS_COUNT && view_equal(key, VIEW("status")); i++)
            status = view_equal(field, view(status_name((Status)i))) ? i : status;
        if (view_equal(key, VIEW("same")))
            reading_add_telling(maker, &trigger.tellings, field);
        int role = reading_index_of(key, roles, 6);
        if (role > 0)
            reading_add_argument(maker, &trigger.arguments, field, (uint8_t)role);
        WordShareList *whole[] = {NULL, &trigger.sources, &trigger.targets, &trigger.places, NULL, NULL};
        if (role > 0 && whole[role]) { /* both opinions of the network agree, unless @whole says more */
            const Argument *last = &trigger.arguments.items[trigger.arguments.count - 1];
            reading_push_share(maker, whole[role], last->word, last->score);
        }
    }
    trigger.status[status] = 0.9f;
    list_push(maker->arena, &maker->triggers, trigger);
}

static inline void reading_add_share(ReadingMaker *maker, WordShareList *list, View word) {
    double share = 0.95;
    View name;
    view_split(&word, '~', &name);
    view_to_double(word, &share);
    reading_push_share(maker, list, reading_find_before(maker, name, (uint32_t)maker->words.count), (float)share);
}

static inline void reading_add_whole(ReadingMaker *maker, View rest) {
    View field, key;
    view_split(&rest, ' ', &field);
    TriggerReading *trigger = NULL;
    for (size_t i = 0; i < maker->triggers.count; i++)
        if (view_equal(reading_word(maker, maker->triggers.items[i].words.first), field))
            trigger = &maker->triggers.items[i];
    if (!trigger)
        maker->fault = arena_copy(maker->arena, field).data;
    while (trigger && view_split(&rest, ' ', &field)) {
        view_split(&field, '=', &key);
        WordShareList *list = view_equal(key, VIEW("source"))   ? &trigger->sources
                              : view_equal(key, VIEW("target")) ? &trigger->targets
                                                                : &trigger->places;
        reading_add_share(maker, list, field);
    }
}

static inline void reading_add_cue(ReadingMaker *maker, View rest) {
    View field, key;
    CueReading cue = {.score = 0.95f, .named = 0.9f, .within = -1};
    view_split(&rest, ' ', &field);
    cue.words = reading_find(maker, field);
    while (view_split(&rest, ' ', &field)) {
        view_split(&field, '=', &key);
        if (view_equal(key, VIEW("speaker")))
            reading_add_argument(maker, &cue.heads, field, ROLE_SPEAKER);
        else if (view_equal(key, VIEW("content")))
            reading_add_argument(maker, &cue.heads, field, ROLE_CONTENT);
        else if (view_equal(key, VIEW("first")))
            reading_add_argument(maker, &cue.firsts, field, ROLE_CONTENT);
        else if (view_equal(key, VIEW("last")))
            reading_add_argument(maker, &cue.lasts, field, ROLE_CONTENT);
        else if (view_equal(key, VIEW("named")))
            cue.named = 0.1f;
        else if (view_equal(key, VIEW("within")))
            for (size_t i = 0; i < maker->cues.count; i++)
                if (view_equal(reading_word(maker, maker->cues.items[i].words.first), field))
                    cue.within = (int32_t)i;
    }
    cue.within_score = cue.within >= 0 ? 0.9f : 0;
    list_push(maker->arena, &maker->cues, cue);
}

static inline void reading_add_note(ReadingMaker *maker, View line) {
    static const char *const names[] = {"PER", "ORG", "LOC"}, *const times[] = {"DATE", "TIME", "DURATION", "SET"};
    static const char *const kinds[] = {"prose", "heading", "title", "dateline"};
    View rest = view_slice(line, 1, line.length), what, first, field;
    view_split(&rest, ' ', &what);
    if (view_equal(what, VIEW("trigger"))) {
        reading_add_trigger(maker, rest);
        return;
    }
    if (view_equal(what, VIEW("cue"))) {
        reading_add_cue(maker, rest);
        return;
    }
    if (view_equal(what, VIEW("whole"))) {
        reading_add_whole(maker, rest);
        return;
    }
    view_split(&rest, ' ', &first);
    if (view_equal(what, VIEW("name"))) {
        list_push(maker->arena, &maker->names,
                  (NameReading){reading_find(maker, rest), (NameKind)reading_index_of(first, names, 3), 0.95f});
    } else if (view_equal(what, VIEW("time"))) {
        list_push(maker->arena, &maker->times,
                  (TimeReading){reading_find(maker, rest), (TimexKind)reading_index_of(first, times, 4), 0.95f});
    } else if (view_equal(what, VIEW("kind"))) {
        int kind = reading_index_of(first, kinds, 4);
        maker->sentences.items[maker->sentences.count - 1].kind = (SentenceKind)(kind < 0 ? 0 : kind);
    } else if (view_equal(what, VIEW("score"))) {
        double score = 0;
        view_to_double(view_trim(rest), &score);
        maker->readings.items[reading_find(maker, first).first].actor_score =
            maker->readings.items[reading_find(maker, first).first].any_score = (float)score;
    } else if (view_equal(what, VIEW("same"))) {
        double score = 0.9;
        uint32_t mention = reading_find(maker, first).first;
        view_split(&rest, ' ', &field); /* "=" */
        view_split(&rest, ' ', &field);
        view_to_double(view_trim(rest), &score);
        WordShare *antecedent = arena_take(maker->arena, sizeof *antecedent);
        *antecedent = (WordShare){reading_find_before(maker, field, mention), (float)score};
        list_push(maker->arena, &maker->same,
                  (Coreference){mention, antecedent->word, antecedent->share, 1 - antecedent->share, {antecedent, 1}});
    } else {
        maker->fault = arena_copy(maker->arena, line).data;
    }
}

static inline bool reading_is_quote(View word) {
    static const char *const marks[] = {"\"", "“", "”"};
    return reading_index_of(word, marks, 3) >= 0;
}

static inline void reading_pair_quotes(ReadingMaker *maker) {
    bool open = false;
    for (uint32_t word = 0; word < maker->words.count; word++) {
        if (!reading_is_quote(reading_word(maker, word)))
            continue;
        if (open) {
            maker->quotations.items[maker->quotations.count - 1].close = word;
            maker->quotations.items[maker->quotations.count - 1].closed = true;
        } else {
            list_push(maker->arena, &maker->quotations, (Quotation){word, (uint32_t)maker->words.count - 1, false, -1});
        }
        open = !open;
    }
}

/* Everything lives in the arena. Returns NULL, or the part of the notation that could not be read. */
static inline const char *reading_make(Arena *arena, View notation, Text *text, Reading *reading) {
    ReadingMaker maker = {.arena = arena};
    buffer_init(&maker.letters, 0);
    View line;
    while (view_split(&notation, '\n', &line)) {
        View trimmed = view_trim(line);
        if (!trimmed.length)
            maker.new_paragraph = true;
        else if (trimmed.data[0] == '@')
            reading_add_note(&maker, trimmed);
        else if (trimmed.data[0] != '#')
            reading_add_sentence(&maker, trimmed);
    }
    reading_pair_quotes(&maker);
    *text = (Text){.text = arena_copy(arena, buffer_view(&maker.letters)),
                   .words = maker.words.items,
                   .word_count = maker.words.count,
                   .sentences = maker.sentences.items,
                   .sentence_count = maker.sentences.count,
                   .paragraphs = maker.paragraphs.items,
                   .paragraph_count = maker.paragraphs.count,
                   .quotations = maker.quotations.items,
                   .quotation_count = maker.quotations.count};
    text->origin = arena_array(arena, text->text.length + 1, sizeof *text->origin);
    for (size_t i = 0; text->origin && i <= text->text.length; i++)
        text->origin[i] = (uint32_t)i;
    *reading = (Reading){.words = maker.readings.items,
                         .names = maker.names.items,
                         .name_count = maker.names.count,
                         .times = maker.times.items,
                         .time_count = maker.times.count,
                         .triggers = maker.triggers.items,
                         .trigger_count = maker.triggers.count,
                         .cues = maker.cues.items,
                         .cue_count = maker.cues.count,
                         .coreferences = maker.same.items,
                         .coreference_count = maker.same.count,
                         .relations = maker.relations.items,
                         .relation_count = maker.relations.count};
    buffer_free(&maker.letters);
    return maker.fault;
}

#endif
