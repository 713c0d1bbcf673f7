/* record/view: Record -> what a person reads in a terminal. The report's line, then statements indented by chain and
 * written as one reads them aloud, then each event in a paragraph of its own; what the report leaves open is said as
 * such. Deliberately left out: tables of actors, places and times (explain and the JSON have them). */
#include "record/aloud.h"
#include "record/page.h"
#include "record/write.h"
#include <math.h>
#include <string.h>

#define INDENT  2
#define DEEPEST 12 /* deeper chains are not indented further */

typedef struct Viewer {
    Page page;
    const Record *record;
} Viewer;

static void put(Viewer *viewer, const char *text) {
    page_put(&viewer->page, STYLE_PLAIN, view(text));
}

static void put_day(Viewer *viewer, Style style, Day day) {
    int year, month, of_month;
    day_split(day, &year, &month, &of_month);
    page_format(&viewer->page, style, "%04d-%02d-%02d", year, month, of_month);
}

static void put_heading(Viewer *viewer, const char *text) {
    page_blank(&viewer->page);
    page_begin(&viewer->page, 0, 0);
    page_put(&viewer->page, STYLE_STRONG, view(text));
    page_end(&viewer->page);
}

/* --- the report -------------------------------------------------------------------------------------------------- */

static void put_published(Viewer *viewer) {
    const Published *published = &viewer->record->cast->published;
    if (published->date == DAY_UNKNOWN) {
        put(viewer, "publication day unknown");
    } else {
        put(viewer, "published ");
        put_day(viewer, STYLE_PLAIN, published->date);
        page_format(&viewer->page, STYLE_PLAIN, " (%s", published_from_name(published->from));
        for (size_t i = 0; i < published->because_count && i < 3; i++) {
            put(viewer, i == 0 ? " from \"" : "\", \"");
            page_put(&viewer->page, STYLE_PLAIN,
                     text_span(viewer->record->text, text_words_span(viewer->record->text, published->because[i])));
        }
        put(viewer, published->because_count ? "\")" : ")");
    }
    if (published->from == PUBLISHED_GIVEN || published->earliest == published->latest)
        return;
    if (published->earliest != DAY_UNKNOWN) {
        put(viewer, ", not before ");
        put_day(viewer, STYLE_PLAIN, published->earliest);
    }
    if (published->latest != DAY_UNKNOWN) {
        put(viewer, ", not after ");
        put_day(viewer, STYLE_PLAIN, published->latest);
    }
}

static void put_report(Viewer *viewer) {
    const Record *record = viewer->record;
    const SourceList *sources = &record->sources;
    View title = record_title(record), outlet = record_outlet(record);
    page_begin(&viewer->page, 0, 0);
    page_put(&viewer->page, STYLE_STRONG, title.data ? title : record->report->name);
    page_end(&viewer->page);
    page_begin(&viewer->page, 0, 0);
    page_put(&viewer->page, STYLE_PLAIN, outlet.data ? outlet : VIEW("outlet unknown"));
    if (record->report->author.data) {
        put(viewer, "; by ");
        page_put(&viewer->page, STYLE_PLAIN, record->report->author);
    }
    put(viewer, "; ");
    put_published(viewer);
    for (size_t i = 0; i < sources->count; i++) {
        put(viewer, view_equal(sources->items[i].how, VIEW("translated")) ? "; translated" : "; from ");
        if (sources->items[i].name.data) {
            put(viewer, view_equal(sources->items[i].how, VIEW("translated")) ? " from " : "");
            page_put(&viewer->page, STYLE_PLAIN, sources->items[i].name);
        } else if (view_equal(sources->items[i].how, VIEW("agencies"))) {
            put(viewer, "agencies");
        }
    }
    page_end(&viewer->page);
}

/* --- statements -------------------------------------------------------------------------------------------------- */

static void put_statement(Viewer *viewer, size_t index, int depth) {
    const Record *record = viewer->record;
    const Statement *statement = &record->statements.items[index];
    int shown = depth < DEEPEST ? depth : DEEPEST;
    page_begin(&viewer->page, INDENT * (shown + 1), INDENT * (shown + 2));
    aloud_statement(&viewer->page, record, index);
    put(viewer, ": ");
    for (size_t i = 0; i < statement->content.count; i++) {
        put(viewer, i ? " ... " : "");
        page_put(&viewer->page, STYLE_PLAIN, text_span(record->text, statement->content.items[i]));
    }
    page_end(&viewer->page);
    for (size_t i = 0; i < record->statements.count; i++)
        if (record->statements.items[i].within == (int32_t)index)
            put_statement(viewer, i, depth + 1);
}

static void put_statements(Viewer *viewer) {
    const Record *record = viewer->record;
    put_heading(viewer, record->statements.count ? "Who says what" : "Nobody is quoted.");
    for (size_t i = 0; i < record->statements.count; i++)
        if (record->statements.items[i].within < 0)
            put_statement(viewer, i, 0);
}

/* --- events ------------------------------------------------------------------------------------------------------ */

static void put_days(Viewer *viewer, const Account *account) {
    const Time *time = account->time >= 0 ? &viewer->record->cast->times[account->time] : NULL;
    Day from = account->from, to = account->to;
    if (from == DAY_UNKNOWN && to == DAY_UNKNOWN && time) {
        from = time->from;
        to = time->to;
    }
    if (from == DAY_UNKNOWN && to == DAY_UNKNOWN) {
        page_put(&viewer->page, STYLE_FAINT, VIEW("day unknown"));
        if (time) {
            put(viewer, " (\"");
            page_put(&viewer->page, STYLE_PLAIN,
                     text_span(viewer->record->text, text_words_span(viewer->record->text, time->words)));
            put(viewer, "\")");
        }
        return;
    }
    if (from == DAY_UNKNOWN)
        put(viewer, "until ");
    else
        put_day(viewer, STYLE_PLAIN, from);
    if (to == DAY_UNKNOWN)
        put(viewer, " or later");
    else if (to != from)
        put(viewer, from == DAY_UNKNOWN ? "" : " to ");
    if (to != DAY_UNKNOWN && to != from)
        put_day(viewer, STYLE_PLAIN, to);
}

static void put_actors(Viewer *viewer, const IndexList *actors) {
    for (size_t i = 0; i < actors->count; i++) {
        put(viewer, i == 0 ? "" : i + 1 == actors->count ? " and " : ", ");
        page_put(&viewer->page, STYLE_SPEAKER, viewer->record->cast->actors[actors->items[i]].name);
    }
}

static void put_count(Viewer *viewer, const Count *count) {
    page_format(&viewer->page, STYLE_PLAIN, "; %.0f", count->low);
    if (isinf(count->high))
        put(viewer, " or more");
    else if (count->high > count->low)
        page_format(&viewer->page, STYLE_PLAIN, " to %.0f", count->high);
    put(viewer, " ");
    page_put(&viewer->page, STYLE_PLAIN, count->what);
}

static void put_event(Viewer *viewer, const Event *event) {
    const Account *whole = &event->whole;
    page_begin(&viewer->page, INDENT, INDENT * 2);
    put_days(viewer, whole);
    put(viewer, "  ");
    page_put(&viewer->page, STYLE_TYPE, view(event_type_name(event->type)));
    put(viewer, " \"");
    page_put(&viewer->page, STYLE_PLAIN, text_span(viewer->record->text, whole->trigger));
    put(viewer, "\": ");
    if (whole->source.count)
        put_actors(viewer, &whole->source);
    else
        page_put(&viewer->page, STYLE_FAINT, VIEW("by someone not named"));
    if (whole->target.count) {
        put(viewer, " -> ");
        put_actors(viewer, &whole->target);
    }
    if (whole->place >= 0) {
        put(viewer, "; in ");
        page_put(&viewer->page, STYLE_PLAIN, viewer->record->cast->places[whole->place].name);
    }
    page_format(&viewer->page, STYLE_PLAIN, "; %s", status_name(whole->status));
    for (size_t i = 0; i < whole->counts.count; i++)
        put_count(viewer, &whole->counts.items[i]);
    put(viewer, whole->said_in >= 0 ? "; on the word of " : "; the report's own word");
    if (whole->said_in >= 0)
        aloud_chain(&viewer->page, viewer->record, (size_t)whole->said_in);
    if (event->accounts.count > 1)
        page_format(&viewer->page, STYLE_FAINT, "; told %zu times", event->accounts.count);
    page_end(&viewer->page);
}

Code record_write_view(const Record *record, int width, bool colour, Buffer *out, Error *error) {
    Viewer viewer = {.record = record};
    page_init(&viewer.page, out, width, colour);
    put_report(&viewer);
    put_statements(&viewer);
    put_heading(&viewer, record->events.count ? "Who did what" : "No event is told.");
    for (size_t i = 0; i < record->events.count; i++)
        put_event(&viewer, &record->events.items[i]);
    for (size_t i = 0; i < record->notes.count; i++) {
        put_heading(&viewer, "Note");
        page_begin(&viewer.page, INDENT, INDENT);
        page_put(&viewer.page, STYLE_PLAIN, record->notes.items[i]);
        page_end(&viewer.page);
    }
    Code code = page_failed(&viewer.page) ? error_memory(error) : OK;
    page_free(&viewer.page);
    return code;
}
