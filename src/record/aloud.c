/* record/aloud: Statement -> the chain from the outermost teller to the innermost, in words. A teller who goes on
 * inside words of his own is one link. An outlet stands in front of its own writers ("Le Monde's Antoine Sorel") and
 * behind those whom it only carries ("the ministry, carried by TASS"). Deliberately left out: links further out than
 * DEEPEST. */
#include "record/aloud.h"
#include <string.h>

#define DEEPEST 16

typedef struct Links {
    const Statement *items[DEEPEST]; /* outermost first; of a teller's own links the innermost */
    size_t count;
} Links;

static const Actor *speaker(const Record *record, const Statement *statement, size_t i) {
    return &record->cast->actors[statement->speaker.items[i]];
}

static bool same_teller(const Statement *a, const Statement *b) {
    if (a->speaker.count != b->speaker.count)
        return false;
    for (size_t i = 0; i < a->speaker.count; i++)
        if (a->speaker.items[i] != b->speaker.items[i])
            return false;
    return a->speaker.count || view_equal(a->channel, b->channel);
}

static Links find_links(const Record *record, size_t index) {
    Links inward = {0}, links = {0};
    for (int32_t i = (int32_t)index; i >= 0 && inward.count < DEEPEST; i = record->statements.items[i].within)
        inward.items[inward.count++] = &record->statements.items[i];
    while (inward.count) {
        const Statement *next = inward.items[--inward.count];
        if (links.count == 0 || !same_teller(links.items[links.count - 1], next))
            links.items[links.count++] = next;
    }
    return links;
}

/* The channel where it says more than the speakers and the links in front do. */
static View channel_of(const Record *record, const Links *links, size_t link) {
    const Statement *statement = links->items[link];
    for (size_t i = 0; i < statement->speaker.count; i++) { /* "Le Soir", "Le Soir's reporter" */
        View name = speaker(record, statement, i)->name;
        size_t length = statement->channel.length;
        if (length && length <= name.length && view_equal_folded(statement->channel, view_slice(name, 0, length)))
            return (View){NULL, 0};
    }
    for (size_t i = 0; i < link; i++)
        if (view_equal(links->items[i]->channel, statement->channel))
            return (View){NULL, 0};
    return statement->channel;
}

/* The people of the press, by the sector in their CAMEO code. */
static bool writes(const Record *record, const Statement *statement) {
    for (size_t i = 0; i < statement->speaker.count; i++)
        if (!view_ends(speaker(record, statement, i)->code, VIEW("MED")) ||
            speaker(record, statement, i)->kind == ACTOR_ORGANIZATION)
            return false;
    return true;
}

static void put(Page *page, const char *text) {
    page_put(page, STYLE_PLAIN, view(text));
}

/* True when a comma has to close what was opened. */
static bool put_teller(Page *page, const Record *record, const Links *links, size_t link) {
    const Statement *statement = links->items[link];
    View channel = channel_of(record, links, link);
    bool in_front = channel.data && (statement->speaker.count == 0 || writes(record, statement));
    if (in_front) {
        page_put(page, STYLE_SPEAKER, channel);
        put(page, statement->speaker.count ? "'s " : "");
    }
    for (size_t i = 0; i < statement->speaker.count; i++) {
        put(page, i == 0 ? "" : i + 1 == statement->speaker.count ? " and " : ", ");
        page_put(page, STYLE_SPEAKER, speaker(record, statement, i)->name);
    }
    if (statement->speaker.count == 0 && !channel.data)
        page_put(page, STYLE_SPEAKER, VIEW("someone not named"));
    else if (!statement->named && statement->speaker.count)
        page_put(page, STYLE_FAINT, VIEW(" (not named)"));
    if (channel.data && !in_front) {
        put(page, ", carried by ");
        page_put(page, STYLE_SPEAKER, channel);
    }
    return channel.data && !in_front;
}

static bool put_links(Page *page, const Record *record, const Links *links) {
    bool open = links->count > 1;
    for (size_t i = 0; i < links->count; i++) {
        put(page, i ? ", quoting " : "");
        open = put_teller(page, record, links, i) || open;
    }
    return open;
}

/* How the commitment reads, for one teller and for several. */
static const char *verb(const char *commitment, bool plural) {
    static const struct {
        const char *commitment, *one, *several;
    } verbs[] = {
        {"said", "says", "say"},          {"confirmed", "confirms", "confirm"}, {"claimed", "claims", "claim"},
        {"alleged", "alleges", "allege"}, {"denied", "denies", "deny"},         {"promised", "promises", "promise"},
        {"warned", "warns", "warn"},      {"demanded", "demands", "demand"},    {"supposed", "supposes", "suppose"}};
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
        if (strcmp(verbs[i].commitment, commitment) == 0)
            return plural ? verbs[i].several : verbs[i].one;
    return commitment;
}

/* "whether the road is open", "Who will pay?", "did they leave" of one that goes on behind its speaker: it demands an
 * answer, no deed. */
static bool is_question(const Record *record, const Statement *statement) {
    if (strcmp(statement->commitment, "demanded") != 0 || statement->content.count == 0)
        return false;
    static const char *const openers[] = {"whether", "if",    "who", "whom", "whose", "what",  "which", "when",
                                          "where",   "why",   "how", "did",  "does",  "is",    "are",   "was",
                                          "were",    "would", "has", "will", "can",   "could", "should"};
    View first = view_trim(text_span(record->text, statement->content.items[0])), word;
    View last = view_trim(text_span(record->text, statement->content.items[statement->content.count - 1]));
    while (last.length && strchr("\"' .,", last.data[last.length - 1]))
        last.length--;
    if (view_ends(last, VIEW("”")) || view_ends(last, VIEW("’")))
        last.length -= strlen("”");
    if (view_ends(last, VIEW("?")))
        return true;
    view_split(&first, ' ', &word);
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (view_equal_folded(word, view(openers[i])))
            return true;
    return false;
}

static bool is_plural(const Statement *statement) {
    return statement->speaker.count > 1 || (!statement->named && statement->described.plural);
}

static bool are_people(const Record *record, const Statement *statement) {
    for (size_t i = 0; i < statement->speaker.count; i++)
        if (speaker(record, statement, i)->kind == ACTOR_ORGANIZATION ||
            speaker(record, statement, i)->kind == ACTOR_COUNTRY)
            return false;
    return true;
}

void aloud_chain(Page *page, const Record *record, size_t statement) {
    Links links = find_links(record, statement);
    put_links(page, record, &links);
}

void aloud_statement(Page *page, const Record *record, size_t statement) {
    const Statement *last = &record->statements.items[statement];
    Links links = find_links(record, statement);
    bool open = put_links(page, record, &links);
    bool said = links.count == 1 || strcmp(last->commitment, "said") == 0;
    put(page, open ? ", " : " ");
    put(page, said ? "" : are_people(record, last) ? "who " : "which ");
    bool plural = is_plural(said ? links.items[0] : last);
    put(page, !is_question(record, last) ? verb(last->commitment, plural) : plural ? "ask" : "asks");
}
