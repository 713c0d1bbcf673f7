/* claim/account: the network's triggers -> accounts: each mention of an event, with what its own sentence says. */
#include "claim/work.h"

#define TRIGGER_SCORE 0.45f

void accounts_find(Work *work) {
    for (size_t i = 0; i < work->reading->trigger_count; i++) {
        const TriggerReading *trigger = &work->reading->triggers[i];
        if (trigger->score < TRIGGER_SCORE)
            continue;
        SentenceKind kind = work->text->sentences[work->text->words[trigger->words.first].sentence].kind;
        AccountWork account = {.trigger = (uint32_t)i,
                               .word = range_governor(work, trigger->words),
                               .type = trigger->type,
                               .headline = kind == SENTENCE_TITLE || kind == SENTENCE_HEADING,
                               .event = -1};
        account.account = (Account){.trigger = text_words_span(work->text, trigger->words),
                                    .place = -1,
                                    .time = -1,
                                    .from = DAY_UNKNOWN,
                                    .to = DAY_UNKNOWN,
                                    .said_in = work_statement_at(work, trigger->words.first)};
        work_because(work, &account.account.because, "%s: network %.2f", event_type_name(trigger->type),
                     (double)trigger->score);
        account_actors(work, &account);
        account_status(work, &account);
        account_place(work, &account);
        account_time(work, &account);
        KEEP(work, &work->accounts, account);
    }
}
