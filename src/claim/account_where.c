/* claim/account_where: in which place and at which time, as far as the network and the trigger's own sentence say.
 *
 * The network points at words in the sentences around, too, and at several mentions of one place: their probabilities
 * go together. What was tried beside it and left out, since on the annotated training reports each gave as many wrong
 * places as right ones: the place of the event before (in the sentence, the paragraph or the report), the place named
 * last, the report's first or most frequent place, for acts alone too.
 */
#include "claim/work.h"

#define PLACE_SCORE 0.18f /* of all mentions of the place together */
#define TIME_SCORE  0.35f

static const Argument *best_argument(const TriggerReading *trigger, EventRole role, float least) {
    const Argument *best = NULL;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        if (argument->role == role && argument->score >= least && (!best || argument->score > best->score))
            best = argument;
    }
    return best;
}

static int32_t place_of(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->place_at[word];
    return mention < 0 ? -1 : work->cast->place_of[mention];
}

static int32_t time_of(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->time_at[word];
    return mention < 0 ? -1 : work->cast->time_of[mention];
}

/* Mentions that hang on the trigger itself as an adverbial. */
static bool hangs_on(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    uint32_t above = syntax_head(s, head);
    bool adverbial = syntax_is(s, head, "obl") || syntax_is(s, head, "nmod") || syntax_is(s, head, "advmod");
    if (above == NO_WORD || !adverbial)
        return false;
    const WordRange trigger = work->reading->triggers[account->trigger].words;
    if (above >= trigger.first && above < trigger.end)
        return true;
    return above == account->word || (above == syntax_light_verb(s, account->word) && syntax_is(s, head, "obl"));
}

static bool located(const Syntax *s, uint32_t head) {
    uint32_t preposition = syntax_child(s, head, "case");
    return preposition != NO_WORD &&
           syntax_word(s, preposition, "in at near outside inside around across throughout within");
}

/* The probability that the event is at this place: that not every word the network points at is wrong. */
static float place_score(const Work *work, const TriggerReading *trigger, int32_t place) {
    float wrong = 1;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        if (argument->role == ROLE_PLACE && place_of(work, argument->word) == place)
            wrong *= 1 - argument->score;
    }
    return 1 - wrong;
}

static int32_t likeliest_place(const Work *work, const TriggerReading *trigger, float *score) {
    int32_t best = -1;
    *score = 0;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        int32_t place = argument->role == ROLE_PLACE ? place_of(work, argument->word) : -1;
        float its = place < 0 || place == best ? 0 : place_score(work, trigger, place);
        if (its > *score) {
            best = place;
            *score = its;
        }
    }
    return best;
}

void account_place(Work *work, AccountWork *account) {
    const TriggerReading *trigger = &work->reading->triggers[account->trigger];
    Account *a = &account->account;
    float score;
    int32_t likeliest = likeliest_place(work, trigger, &score);
    if (likeliest >= 0 && score >= PLACE_SCORE) {
        a->place = likeliest;
        work_because(work, &a->because, "place: network %.2f", (double)score);
        return;
    }
    for (size_t i = 0; i < work->mentions->place_count; i++) {
        const PlaceMention *mention = &work->mentions->places[i];
        if (!located(&work->syntax, mention->head) || !hangs_on(work, mention->head, account) ||
            place_of(work, mention->words.first) < 0)
            continue;
        a->place = place_of(work, mention->words.first);
        work_because(work, &a->because, "place: hangs on the trigger");
        return;
    }
}

void account_time(Work *work, AccountWork *account) {
    const TriggerReading *trigger = &work->reading->triggers[account->trigger];
    Account *a = &account->account;
    const Argument *argument = best_argument(trigger, ROLE_TIME, TIME_SCORE);
    if (argument)
        a->time = time_of(work, argument->word);
    if (a->time >= 0) {
        work_because(work, &a->because, "time: network %.2f", (double)argument->score);
        return;
    }
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        if (mention->kind == TIMEX_SET || mention->kind == TIMEX_DURATION || !hangs_on(work, mention->head, account) ||
            work->cast->time_of[i] < 0)
            continue;
        a->time = work->cast->time_of[i];
        work_because(work, &a->because, "time: hangs on the trigger");
        return;
    }
}
