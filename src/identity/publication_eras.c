/* identity/publication_eras: what news speaks of only in certain years (data/eras.tsv), and who is in office
 * (data/leaders.tsv).
 *
 * "President Hadi" is written while he is in office, "former President Hadi" after it; a report of the siege of Djibo
 * is of its years. Names without an office say little: people are known before and after.
 */
#include "identity/publication_clues.h"
#include <math.h>

#define END          INT32_MAX
#define LEADERS      8 /* of one name that are looked at */
#define ERA          0.6
#define NEARLY       0.08 /* one of its words is not there */
#define TOGETHER     0.3  /* eras of one conflict hang together: n of them count as n^0.7 */
#define NEARLY_WORDS 4
#define OFFICE       0.85

static const LagPoint era[] = {{0, 1},       {1, .5f},     {60, .15f},   {180, .08f}, {365, .06f},
                               {730, .045f}, {1800, .03f}, {6000, .02f}, {END, 0}};
static const LagPoint office[] = {{0, 1}, {1, .7f}, {15, .3f}, {60, .1f}, {365, .05f}, {3000, .02f}, {END, 0}};
static const LagPoint formerly[] = {{0, .3f}, {1, 1}, {3000, .6f}, {7000, .3f}, {END, 0}};

bool clues_from_eras(ClueWork *work) {
    size_t count, first = work->clues.count;
    const DatedEntry *eras = dated_eras(work->tables, &count);
    View folded = clue_folded(work);
    if (!folded.data)
        return false;
    DatedText text;
    dated_text(folded, &text);
    for (size_t i = 0; i < count; i++) {
        size_t words, missing = dated_missing(&eras[i], &text, &words);
        if (missing > 1 || (missing == 1 && words < NEARLY_WORDS))
            continue;
        Clue clue = {.from = eras[i].day, .to = eras[i].until, .direction = -1, .lags = era};
        clue.trust = missing ? NEARLY : ERA;
        clue.because = "what news spoke of in those days";
        if (!list_push(work->arena, &work->clues, clue))
            return false;
    }
    for (size_t i = first; i < work->clues.count; i++)
        work->clues.items[i].weight = pow((double)(work->clues.count - first), -TOGETHER);
    return true;
}

static bool has_word(View text, const char *word) {
    return view_find(text, view(word), 0) != SIZE_MAX;
}

/* The words in front of the name and its roles, folded: "former president of". */
static View titles_of(ClueWork *work, const Actor *actor) {
    Buffer all;
    buffer_init(&all, 4096);
    for (size_t i = 0; i < actor->role_count; i++) {
        buffer_append(&all, actor->roles[i].title);
        buffer_byte(&all, ' ');
    }
    for (size_t i = 0; i < actor->mention_count; i++)
        if (actor->mentions[i].form == FORM_NAME) {
            buffer_append(&all, text_span(work->text, text_words_span(work->text, actor->mentions[i].words)));
            buffer_byte(&all, ' ');
        }
    View folded = unicode_fold(work->arena, buffer_view(&all));
    buffer_free(&all);
    return folded;
}

static bool holds_office(View titles, const LeaderEntry *leader) {
    if (!view_equal(leader->office, VIEW("leader")))
        return view_find(titles, leader->office, 0) != SIZE_MAX;
    return has_word(titles, "president") || has_word(titles, "prime minister") || has_word(titles, "king") ||
           has_word(titles, "chancellor");
}

/* The days from the first term to the last of the one person among the hits who holds the office that the titles say;
 * false when there is none, or more than one. */
static bool in_office(View titles, const LeaderEntry **hits, size_t count, LeaderEntry *leader) {
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (!holds_office(titles, hits[i]))
            continue;
        if (found && !view_equal(leader->name, hits[i]->name))
            return false;
        if (!found)
            *leader = *hits[i];
        else if (hits[i]->to == DAY_UNKNOWN || (leader->to != DAY_UNKNOWN && hits[i]->to > leader->to))
            leader->to = hits[i]->to;
        if (hits[i]->from < leader->from)
            leader->from = hits[i]->from;
        found = true;
    }
    return found;
}

static bool leader_clue(ClueWork *work, const Actor *actor, View titles, const LeaderEntry *leader) {
    bool former = has_word(titles, "former") || has_word(titles, "ex ") || has_word(titles, "late ");
    Clue clue = {.from = leader->from, .to = leader->to, .direction = -1, .lags = office, .trust = OFFICE};
    clue.weight = 1;
    clue.words = actor->mentions[0].words;
    clue.because = "who is in office";
    if (former) {
        if (leader->to == DAY_UNKNOWN)
            return true;
        clue.from = clue.to;
        clue.lags = formerly;
        clue.because = "who was in office";
    }
    return list_push(work->arena, &work->clues, clue);
}

bool clues_from_leaders(ClueWork *work) {
    for (size_t i = 0; i < work->cast->actor_count; i++) {
        const Actor *actor = &work->cast->actors[i];
        const LeaderEntry *hits[LEADERS];
        if (actor->kind != ACTOR_PERSON || !actor->mention_count)
            continue;
        View name = unicode_fold(work->arena, actor->name);
        if (!name.data)
            return false;
        bool full = view_find(name, VIEW(" "), 0) != SIZE_MAX;
        size_t count = leader_find(work->tables, name, (View){NULL, 0}, hits, LEADERS);
        if (!count || (!full && name.length < 4))
            continue;
        View titles = titles_of(work, actor);
        LeaderEntry leader;
        if (!titles.data)
            return false;
        if (in_office(titles, hits, count, &leader) && !leader_clue(work, actor, titles, &leader))
            return false;
    }
    return true;
}
