/* identity/times_tense: a time mention, the tree and the network's events -> past or to come.
 *
 * The idea: the events that the network dates by the mention say it by their status; beside them stands the verb that
 * governs it, the nearer the better: one right behind the time ("On Friday the court freed him") or without another
 * clause between is relied on even where the calendar speaks against it. What words put off to a day that lies ahead of
 * them ("payable 1 December", "postponed to Friday") is no past, whatever their tense. Left out: which day it is.
 */
#include "identity/times_tense.h"
#include "identity/times.h"
#include <math.h>

#define DATES          0.35f /* least probability of an event that shows the direction */
#define WINDOW_WORDS   512   /* the network sees no further: its longest window */
#define VERB_SAYS      0.5f  /* what the verb counts beside it */
#define VERB_INSISTS   1.5f  /* where the time stands in front of its own verb, which leaves no choice of another */
#define VERB_SCHEDULES 1.0f  /* a day beside a verb in the present */
#define BEHIND_WORDS   1     /* between a verb and its time: "said on Friday" */
#define SINCE_BACK     5     /* words in front of the time in which "since" is sought */
#define SUBJECT_STEPS  4     /* from "neither" to its verb: "neither he nor his two brothers could be found" */
#define STEPS_UP       12    /* from the time up the tree, at most */
#define CLAUSE_BEFORE  12    /* words in front of its verb within which a time is that verb's own */

typedef struct TenseWork {
    const Text *text;
    const Reading *reading;
} TenseWork;

/* No past tense but "was" ends in s: what is tagged so is a present that the network does not know ("reconvenes"). */
static bool is_mistaken(const TenseWork *work, uint32_t word) {
    View form = text_word(work->text, word);
    bool s = form.length > 3 && form.data[form.length - 1] == 's';
    return s && view_equal(work->reading->words[word].xpos, VIEW("VBD"));
}

static bool tagged(const TenseWork *work, uint32_t word, const char *tag) {
    View xpos = is_mistaken(work, word) ? VIEW("VBZ") : work->reading->words[word].xpos;
    return view_starts(xpos, view(tag));
}

static WordRange sentence_of(const TenseWork *work, uint32_t word) {
    return work->text->sentences[work->text->words[word].sentence].words;
}

static bool is_verb(const TenseWork *work, uint32_t word) {
    uint8_t upos = work->reading->words[word].upos;
    return upos == UPOS_VERB || upos == UPOS_AUX;
}

/* "had been due", "had planned". */
static bool is_past_perfect(const TenseWork *work, uint32_t word) {
    WordRange sentence = sentence_of(work, word);
    for (uint32_t before = sentence.first; before < word; before++)
        if (work->reading->words[before].head == word && text_word_is(work->text, before, "had") &&
            work->reading->words[before].upos == UPOS_AUX)
            return true;
    return false;
}

/* "had been extended", "had been due to expire": told of what was planned before. */
static bool was_ahead(const TenseWork *work, uint32_t verb) {
    uint32_t governor = work->reading->words[verb].head;
    return is_past_perfect(work, verb) || (governor != NO_WORD && governor != verb && is_past_perfect(work, governor));
}

static bool negates(const TenseWork *work, uint32_t word) {
    static const char *const words[] = {"not", "n't", "neither", "no", "nobody", "none", "never", "nothing"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_word_is(work->text, word, words[i]))
            return true;
    return false;
}

/* "He could not be found on Friday", "nobody could reach him": it was tried. */
static bool could_not(const TenseWork *work, uint32_t modal, uint32_t verb) {
    if (!text_word_is(work->text, modal, "could"))
        return false;
    WordRange sentence = sentence_of(work, verb);
    for (uint32_t word = sentence.first; word < verb; word++) {
        uint32_t head = word;
        for (int steps = 0; steps < SUBJECT_STEPS && head != verb && head != NO_WORD; steps++)
            head = work->reading->words[head].head;
        if (head == verb && negates(work, word))
            return true;
    }
    return false;
}

/* What the auxiliaries of a verb say: +1 "will leave", "would leave", "to leave"; -1 "had left", "was killed"; "had
 * been due to leave" is past too. */
static int by_auxiliaries(const TenseWork *work, uint32_t verb) {
    WordRange sentence = sentence_of(work, verb);
    int direction = 0;
    for (uint32_t word = sentence.first; word < sentence.end; word++) {
        if (work->reading->words[word].head != verb || word == verb)
            continue;
        bool to = tagged(work, word, "TO") && word < verb;
        if (to && was_ahead(work, verb))
            return -1;
        if (tagged(work, word, "MD") && could_not(work, word, verb))
            return -1;
        if (to || tagged(work, word, "MD"))
            return 1;
        if (tagged(work, word, "VBD") && work->reading->words[word].upos == UPOS_AUX)
            direction = -1;
        bool perfect = text_word_is(work->text, word, "has") || text_word_is(work->text, word, "have") ||
                       text_word_is(work->text, word, "having");
        if (perfect && work->reading->words[word].upos == UPOS_AUX)
            direction = -1;
    }
    return direction;
}

/* "has given him until Friday": up to a day after now. */
static bool is_perfect(const TenseWork *work, uint32_t verb) {
    WordRange sentence = sentence_of(work, verb);
    for (uint32_t word = sentence.first; word < verb; word++)
        if (work->reading->words[word].head == verb &&
            (text_word_is(work->text, word, "has") || text_word_is(work->text, word, "have")))
            return true;
    return false;
}

static bool has_auxiliary(const TenseWork *work, uint32_t verb) {
    WordRange sentence = sentence_of(work, verb);
    for (uint32_t word = sentence.first; word < verb; word++)
        if (work->reading->words[word].head == verb && work->reading->words[word].upos == UPOS_AUX)
            return true;
    return false;
}

/* How far the events that the network dates by the mention are to come, by their status: above 0 yes, below no. */
static float by_events(const TenseWork *work, WordRange words) {
    const Reading *reading = work->reading;
    float sum = 0;
    for (size_t i = 0; i < reading->trigger_count; i++) {
        const TriggerReading *trigger = &reading->triggers[i];
        const float *status = trigger->status;
        if (trigger->words.first > words.end + WINDOW_WORDS || trigger->words.end + WINDOW_WORDS < words.first)
            continue;
        float ahead = status[STATUS_PLANNED] + status[STATUS_CALLED_FOR] + status[STATUS_POSSIBLE];
        float past = status[STATUS_HAPPENED] + status[STATUS_ONGOING];
        for (size_t j = 0; trigger->score >= DATES && j < trigger->arguments.count; j++) {
            const Argument *argument = &trigger->arguments.items[j];
            if (argument->role == ROLE_TIME && argument->word >= words.first && argument->word < words.end)
                sum += argument->score * (ahead - past);
        }
    }
    return sum;
}

/* The verb's own tense: 0 when it says nothing. */
static int tense_of(const TenseWork *work, uint32_t word) {
    int aux = by_auxiliaries(work, word);
    if (aux || !is_verb(work, word))
        return aux;
    if (tagged(work, word, "VBD"))
        return -1;
    if (view_equal(work->reading->words[word].xpos, VIEW("VB")))
        return 1;
    return tagged(work, word, "VBN") && !has_auxiliary(work, word) ? -1 : 0;
}

/* The direction of the verb that governs the word: 0 when its tense says nothing ("is set for September"). */
static int by_verb(const TenseWork *work, uint32_t word) {
    for (int steps = 0; steps < STEPS_UP; steps++) {
        int tense = tense_of(work, word);
        uint32_t head = work->reading->words[word].head;
        if (tense || head == word || head == NO_WORD)
            return tense;
        word = head;
    }
    return 0;
}

/* "said on Tuesday that they would leave": the verb in front, although the tree may hang the day on the one behind. */
static uint32_t verb_of_clause(const TenseWork *work, const TimeMention *mention) {
    WordRange sentence = sentence_of(work, mention->words.first);
    uint32_t behind = mention->words.end, word = mention->words.first;
    if (behind >= sentence.end || !text_word_is(work->text, behind, "that") || tagged(work, behind, "W") ||
        tagged(work, behind, "DT"))
        return NO_WORD;
    while (word > sentence.first && work->reading->words[word - 1].upos == UPOS_ADP)
        word--;
    return word > sentence.first && tagged(work, word - 1, "VBD") ? word - 1 : NO_WORD;
}

/* "The roads were full on Friday", "she is the host on Friday": the tense is at the adjective or noun. */
static bool has_copula(const TenseWork *work, uint32_t head) {
    WordRange sentence = sentence_of(work, head);
    for (uint32_t word = sentence.first; word < head; word++)
        if (work->reading->words[word].head == head && view_equal(reading_relation(work->reading, word), VIEW("cop")))
            return true;
    return false;
}

/* The verb that the time hangs on itself; NO_WORD when it hangs on something else ("the talks of 3 March"). */
static uint32_t own_verb(const TenseWork *work, const TimeMention *mention) {
    uint32_t head = work->reading->words[mention->head].head, of_clause = verb_of_clause(work, mention);
    if (of_clause != NO_WORD)
        return of_clause;
    bool governed = head != NO_WORD && head != mention->head && (is_verb(work, head) || has_copula(work, head));
    return governed ? head : NO_WORD;
}

/* "The minister plans on Friday", "the offer expires on 3 May", "Congress meets Monday": what is told in the present
 * with its day is to come. */
static bool is_scheduled(const TenseWork *work, const TimeMention *mention, uint32_t verb) {
    const TimeSense *sense = &mention->sense;
    bool until = mention->bound == BOUND_UNTIL && sense->month;
    bool day =
        sense->form == TIME_CALENDAR && (sense->weekday || sense->day || (sense->month && !sense->year) || until);
    bool present = tagged(work, verb, "VBZ") || tagged(work, verb, "VBP");
    const Sentence *sentence = &work->text->sentences[work->text->words[verb].sentence];
    return day && present && sentence->kind == SENTENCE_PROSE && work->reading->words[verb].upos == UPOS_VERB;
}

/* "said on Friday that they would leave": right behind a verb of the past that is its own. */
static bool is_right_behind(const TenseWork *work, uint32_t verb, const TimeMention *mention) {
    return tagged(work, verb, "VBD") && verb < mention->words.first && mention->words.first - verb <= 1 + BEHIND_WORDS;
}

static bool has_verb_between(const TenseWork *work, uint32_t verb, const TimeMention *mention) {
    for (uint32_t word = verb + 1; word < mention->words.first; word++)
        if (tagged(work, word, "V") || tagged(work, word, "MD"))
            return true;
    return false;
}

/* Does nothing between the verb and its time open another clause or have a date of its own to come? */
static bool is_near(const TenseWork *work, uint32_t verb, const TimeMention *mention) {
    for (uint32_t word = verb + 1; word < mention->words.first; word++)
        if (tagged(work, word, "TO") || tagged(work, word, "MD") || tagged(work, word, "W") || tagged(work, word, "VB"))
            return false;
    return true;
}

/* "since Friday", "since shortly after the 3 May vote": what has begun lies behind. */
static bool is_since(const TenseWork *work, const TimeMention *mention) {
    uint32_t first = mention->words.first, begin = sentence_of(work, first).first;
    for (uint32_t back = 1; back <= SINCE_BACK && first - begin >= back; back++) {
        uint8_t upos = work->reading->words[first - back].upos;
        if (text_word_is(work->text, first - back, "since"))
            return true;
        if (upos != UPOS_ADP && upos != UPOS_ADV && upos != UPOS_DET && upos != UPOS_SCONJ)
            return false;
    }
    return false;
}

TimeTense times_tense(const Text *text, const Reading *reading, const TimeMention *mention) {
    TenseWork work = {text, reading};
    if (is_since(&work, mention))
        return (TimeTense){-1, GRIP_LIKELY};
    float events = by_events(&work, mention->words);
    uint32_t verb = own_verb(&work, mention);
    int own = verb == NO_WORD ? 0 : tense_of(&work, verb);
    bool scheduled = !own && verb != NO_WORD && is_scheduled(&work, mention, verb);
    bool heeded = verb != NO_WORD && reading_is_heeded(text, reading, verb);
    if (heeded)
        own = -1;
    int tense = own ? own : scheduled ? 1 : by_verb(&work, mention->head);
    bool in_front = own && mention->words.end <= verb && verb - mention->words.end < CLAUSE_BEFORE;
    bool closely = scheduled && !has_verb_between(&work, verb, mention);
    bool until = mention->bound == BOUND_UNTIL;
    bool ahead = (mention->ahead || (until && verb != NO_WORD && is_perfect(&work, verb))) &&
                 !(verb != NO_WORD && was_ahead(&work, verb));
    if (ahead)
        tense = 1;
    bool insists = heeded || in_front || (own < 0 && is_right_behind(&work, verb, mention));
    float weight = insists && !ahead ? VERB_INSISTS : closely ? VERB_SCHEDULES : VERB_SAYS;
    float says = weight * (float)tense;
    TimeTense made = {events + says > 0 ? 1 : -1, GRIP_LIKELY};
    if (!own && fabsf(events) < DATES)
        made.grip = GRIP_GUESS;
    else if (own && own == made.direction && !mention->ahead && !until && (in_front || is_near(&work, verb, mention)))
        made.grip = GRIP_FIRM;
    return made;
}

int times_direction(const Text *text, const Reading *reading, const TimeMention *mention) {
    return times_tense(text, reading, mention).direction;
}
