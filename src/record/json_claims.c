/* record/json_claims: statements and events -> the JSON lists "statements" and "events". */
#include "record/write.h"

static void write_described(Writer *writer, const Statement *statement) {
    if (statement->named) {
        json_nothing(&writer->json);
        return;
    }
    const Described *described = &statement->described;
    json_object_begin(&writer->json);
    write_text(writer, "role", described->role);
    write_text(writer, "institution", described->institution);
    write_text(writer, "country", described->country);
    json_key(&writer->json, "plural");
    json_boolean(&writer->json, described->plural);
    write_text(writer, "reason", described->reason);
    json_object_end(&writer->json);
}

void write_statements(Writer *writer) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < writer->record->statements.count; i++) {
        const Statement *statement = &writer->record->statements.items[i];
        json_object_begin(&writer->json);
        json_key(&writer->json, "id");
        write_id(writer, 'S', (int64_t)i);
        json_key(&writer->json, "speaker");
        write_ids(writer, 'A', &statement->speaker);
        json_key(&writer->json, "cue");
        write_spans(writer, &statement->cue);
        json_key(&writer->json, "content");
        write_spans(writer, &statement->content);
        write_text(writer, "manner", view(manner_name(statement->manner)));
        write_text(writer, "commitment", view(statement->commitment));
        write_text(writer, "channel", statement->channel);
        json_key(&writer->json, "named");
        json_boolean(&writer->json, statement->named);
        json_key(&writer->json, "described");
        write_described(writer, statement);
        json_key(&writer->json, "within");
        write_id(writer, 'S', statement->within);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

/* The id of the time that says it; days of their own when they follow from other times, or narrow what the time says.
 */
static void write_time(Writer *writer, const Account *account) {
    const Time *time = account->time >= 0 ? &writer->record->cast->times[account->time] : NULL;
    bool days = account->from != DAY_UNKNOWN || account->to != DAY_UNKNOWN;
    if (time && (!days || (account->from == time->from && account->to == time->to))) {
        write_id(writer, 'T', account->time);
    } else if (days) {
        json_object_begin(&writer->json);
        write_day(writer, "from", account->from);
        write_day(writer, "to", account->to);
        json_object_end(&writer->json);
    } else {
        json_nothing(&writer->json);
    }
}

static void write_counts(Writer *writer, const CountList *counts) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < counts->count; i++) {
        const Count *count = &counts->items[i];
        json_object_begin(&writer->json);
        write_text(writer, "what", count->what);
        json_key(&writer->json, "low");
        json_decimal(&writer->json, count->low, 3);
        json_key(&writer->json, "high");
        json_decimal(&writer->json, count->high, 3); /* null when open */
        write_start_end(writer, count->span);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}

/* The keys that an event and each of its accounts have in common, inside an object that is open. */
static void write_account(Writer *writer, const Account *account) {
    json_key(&writer->json, "trigger");
    write_span(writer, account->trigger);
    json_key(&writer->json, "source");
    write_ids(writer, 'A', &account->source);
    json_key(&writer->json, "target");
    write_ids(writer, 'A', &account->target);
    json_key(&writer->json, "place");
    write_id(writer, 'P', account->place);
    json_key(&writer->json, "time");
    write_time(writer, account);
    write_text(writer, "status", view(status_name(account->status)));
    json_key(&writer->json, "counts");
    write_counts(writer, &account->counts);
    json_key(&writer->json, "said_in");
    write_id(writer, 'S', account->said_in);
}

void write_events(Writer *writer) {
    json_array_begin(&writer->json);
    for (size_t i = 0; i < writer->record->events.count; i++) {
        const Event *event = &writer->record->events.items[i];
        json_object_begin(&writer->json);
        json_key(&writer->json, "id");
        write_id(writer, 'E', (int64_t)i);
        write_text(writer, "type", view(event_type_name(event->type)));
        write_text(writer, "mode", event->mode);
        write_text(writer, "cameo", event->cameo);
        write_account(writer, &event->whole);
        json_key(&writer->json, "chain");
        json_array_begin(&writer->json);
        for (size_t k = 0; k < event->chain.count; k++)
            json_text(&writer->json, event->chain.items[k]);
        json_array_end(&writer->json);
        json_key(&writer->json, "accounts");
        json_array_begin(&writer->json);
        for (size_t k = 0; k < event->accounts.count; k++) {
            json_object_begin(&writer->json);
            write_account(writer, &event->accounts.items[k]);
            json_object_end(&writer->json);
        }
        json_array_end(&writer->json);
        json_object_end(&writer->json);
    }
    json_array_end(&writer->json);
}
