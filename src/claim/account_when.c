/* claim/account_when: at which time, as far as the network and the trigger's own sentence say.
 *
 * The network's likeliest time that says days; else the one nearest to the trigger in the tree. Days of events that
 * name none are event_days.c's.
 */
#include "claim/work.h"

#define TIME_SCORE 0.35f

static int32_t time_of(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->time_at[word];
    return mention < 0 ? -1 : work->cast->time_of[mention];
}

static bool says_days(const Work *work, int32_t time) {
    const Time *t = &work->cast->times[time];
    return t->from != DAY_UNKNOWN || t->to != DAY_UNKNOWN;
}

/* The network's time: the likeliest that says days, else the likeliest. */
static int32_t likeliest_time(const Work *work, const TriggerReading *trigger, float *score) {
    int32_t best = -1;
    *score = 0;
    for (size_t i = 0; i < trigger->arguments.count; i++) {
        const Argument *argument = &trigger->arguments.items[i];
        int32_t time = argument->role == ROLE_TIME ? time_of(work, argument->word) : -1;
        if (time < 0 || argument->score < TIME_SCORE)
            continue;
        int days = says_days(work, time), best_days = best >= 0 && says_days(work, best);
        if (best < 0 || days > best_days || (days == best_days && argument->score > *score)) {
            best = time;
            *score = argument->score;
        }
    }
    return best;
}

/* Whose clause the mention stands in: the verb that it is an adverbial of. */
static uint32_t dated_verb(const Syntax *s, uint32_t head) {
    bool adverbial = syntax_is(s, head, "obl") || syntax_is(s, head, "advmod") || syntax_is(s, head, "nmod:unmarked");
    uint32_t above = adverbial ? syntax_head(s, head) : NO_WORD;
    return above != NO_WORD && syntax_verbal(s, above) ? above : NO_WORD;
}

/* How near the mention is to the trigger in the tree: 3 on the trigger itself, 2 in its clause, 1 on the verb that its
 * participle, infinitive or second verb hangs on ("marched on Friday, demanding ..."); 0 elsewhere. */
static int nearness(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    if (account_hangs(work, head, account))
        return 3;
    uint32_t verb = dated_verb(s, head), clause = syntax_clause(s, account->word);
    if (verb == NO_WORD || verb == clause)
        return verb == NO_WORD ? 0 : 2;
    bool shares = syntax_head(s, clause) == verb &&
                  (syntax_is(s, clause, "conj") || syntax_is(s, clause, "xcomp") || syntax_is(s, clause, "advcl"));
    bool relative = syntax_is(s, verb, "acl") && syntax_head(s, verb) == account->word;
    return shares || relative;
}

static int32_t nearest_time(const Work *work, const AccountWork *account, int *near) {
    uint32_t sentence = work->text->words[account->word].sentence;
    int32_t best = -1;
    *near = 0;
    for (size_t i = 0; i < work->mentions->time_count; i++) {
        const TimeMention *mention = &work->mentions->times[i];
        if (mention->kind == TIMEX_SET || mention->kind == TIMEX_DURATION || work->cast->time_of[i] < 0 ||
            work->text->words[mention->head].sentence != sentence || !says_days(work, work->cast->time_of[i]))
            continue;
        int its = nearness(work, mention->head, account);
        if (its > *near) {
            best = work->cast->time_of[i];
            *near = its;
        }
    }
    return best;
}

void account_time(Work *work, AccountWork *account) {
    static const char *const how[] = {"", "of the verb above", "of its clause", "hangs on the trigger"};
    Account *a = &account->account;
    float score;
    int near;
    a->time = likeliest_time(work, &work->reading->triggers[account->trigger], &score);
    int32_t nearest = a->time >= 0 && says_days(work, a->time) ? -1 : nearest_time(work, account, &near);
    if (nearest >= 0) {
        a->time = nearest;
        work_because(work, &a->because, "time: %s", how[near]);
    } else if (a->time >= 0)
        work_because(work, &a->because, "time: network %.2f", (double)score);
}
