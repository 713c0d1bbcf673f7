/* export/gdelt_mentions: GDELT 2.0's mentions table: 16 columns, TAB between them, no header, a row for each mention of
 * each row of the event table. Empty, since isnad has no value for them: Confidence, MentionDocTone. */
#include "export/gdelt.h"

/* "www.example.org" of a URL, without "www."; data NULL when it is none. */
static View domain_of(View url) {
    size_t start = view_find(url, VIEW("://"), 0);
    if (start == SIZE_MAX)
        return view(NULL);
    View rest = view_slice(url, start + 3, url.length), host, port;
    size_t end = 0;
    while (end < rest.length && rest.data[end] != '/' && rest.data[end] != '?' && rest.data[end] != '#')
        end++;
    host = view_slice(rest, 0, end);
    size_t user = view_find(host, VIEW("@"), 0);
    if (user != SIZE_MAX)
        host = view_slice(host, user + 1, host.length);
    View whole = host;
    if (view_split(&whole, ':', &port))
        host = port;
    return view_starts(host, VIEW("www.")) ? view_slice(host, 4, host.length) : host;
}

static void write_row(Rows *rows, const Facts *facts, const EventFact *event, size_t index,
                      const AccountFact *account) {
    Pair pair = pair_at(event, index);
    View domain = domain_of(facts->url);
    rows_number(rows, number_row(facts, event, index));
    gdelt_added(rows, facts);
    gdelt_added(rows, facts);
    rows_number(rows, domain.data ? 1 : 2); /* 1: of the web, 2: known by a citation only */
    rows_field(rows, domain.data ? domain : facts->outlet.length ? facts->outlet : gdelt_identifier(facts));
    rows_field(rows, gdelt_identifier(facts));
    rows_number(rows, facts_sentence(facts, account->trigger));
    rows_number(rows, facts_nearest(pair.source, account->trigger));
    rows_number(rows, facts_nearest(pair.target, account->trigger));
    rows_number(rows, account->trigger.start);
    rows_number(rows, 1); /* found in the text as it is */
    rows_empty(rows, 1);
    rows_number(rows, (long long)utf8_count(facts->text));
    rows_empty(rows, 3);
    rows_end(rows);
}

static void write_event(Rows *rows, const Facts *facts, const EventFact *event) {
    for (size_t i = 0; i < pair_count(event); i++) {
        if (!event->account_count)
            write_row(rows, facts, event, i, &event->whole);
        for (size_t k = 0; k < event->account_count; k++)
            write_row(rows, facts, event, i, &event->accounts[k]);
    }
}

static Code record(Export *export, const Facts *facts, Error *error) {
    Rows rows = {.out = export->out, .separator = '\t'};
    (void)error;
    for (size_t i = 0; i < facts->event_count; i++)
        if (export_takes(export, &facts->events[i]))
            write_event(&rows, facts, &facts->events[i]);
    return OK;
}

const ExportFormat export_mentions = {
    .name = {"gdelt-mentions", "mentions.CSV", "GDELT 2.0 mentions: 16 columns, TAB between them, no header"},
    .needs = NEEDS_SENTENCES,
    .record = record};
