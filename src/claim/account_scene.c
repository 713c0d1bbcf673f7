/* claim/account_scene: the places of a sentence as its tree has them.
 *
 * In: a word, or an account. Out: which place a noun stands for ("Zarda town" for Zarda); which place the tree puts the
 * trigger at ("in the cellar of the Zarda house", "in the skies over Zarda"); which place of one phrase is the more
 * precise ("in Zarda town near Kolm": not Kolm). Left out: how likely the network finds them: account_where.c.
 */
#include "claim/work.h"

#define STEPS_UP 4

#define LOCATED "in at near outside inside around across throughout within"
#define PARTS                                                                                                          \
    "area basement border centre center coast cellar courtyard downtown edge edges gate gates middle outskirts part "  \
    "parts port side sky skies street streets suburb suburbs vicinity waters"
#define TOWNS "camp capital city enclave port province settlement state suburb town village"
#define AREAS                                                                                                          \
    "apartment area areas building colony county district flat governorate home house locality municipality "          \
    "neighborhood neighbourhood quarter region residence roundabout sector society square street subdistrict "         \
    "township village waterway " TOWNS

#define PLACED "locate situate"
#define DIRECTIONS                                                                                                     \
    "east kilometer kilometre km mile north northeast northwest off outside south southeast southwest west"

static int32_t place_at(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->place_at[word];
    return mention < 0 ? -1 : work->cast->place_of[mention];
}

bool account_hangs(const Work *work, uint32_t head, const AccountWork *account) {
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

int account_precision(const Place *place) {
    static const char *const wide[] = {"country", "continent", "world-region", "sea", NULL};
    static const char *const divisions[] = {"province", "region", NULL};
    static const char *const large[] = {"capital", "seat", NULL};
    if (!place->kind)
        return 5;
    View kind = view(place->kind);
    return view_among(kind, wide)               ? 0
           : view_among(kind, divisions)        ? 1
           : view_equal(kind, VIEW("district")) ? 2
           : view_among(kind, large)            ? 3
                                                : 4;
}

/* A name inside the noun's own words: "Zarda town", "the village of Zarda", of both the more precise one ("the West
 * Bank city of Nablus", "the Zarda area of Baghdad"); -1: none. */
static int32_t name_of(const Work *work, uint32_t noun) {
    const Syntax *s = &work->syntax;
    int32_t front = -1, behind = -1;
    if (!syntax_word(s, noun, AREAS))
        return -1;
    for (uint32_t child = s->child[noun]; child != NO_WORD; child = s->sibling[child]) {
        int32_t place = place_at(work, child);
        if (place >= 0 && child < noun && (syntax_is(s, child, "compound") || syntax_is(s, child, "flat")))
            front = place;
        if (place >= 0 && behind < 0 && syntax_is(s, child, "nmod") && syntax_case(s, child, "of"))
            behind = place;
    }
    bool named_behind = syntax_word(s, noun, TOWNS);
    if (front < 0 || behind < 0)
        return front >= 0 || !named_behind ? front : behind;
    int more = account_precision(&work->cast->places[behind]) - account_precision(&work->cast->places[front]);
    return more > 0 || (more == 0 && named_behind) ? behind : front;
}

int32_t account_place_at(const Work *work, uint32_t word) {
    int32_t place = place_at(work, word);
    return place >= 0 || work->mentions->place_at[word] >= 0 ? place : name_of(work, word);
}

uint32_t account_area(const Syntax *s, uint32_t head) {
    for (int step = 0; step < STEPS_UP; step++) {
        uint32_t above = syntax_head(s, head);
        bool named = syntax_is(s, head, "compound") || syntax_is(s, head, "nmod:poss") ||
                     (syntax_is(s, head, "nmod") && syntax_case(s, head, "of"));
        if (above == NO_WORD || !named || !syntax_word(s, above, AREAS " " PARTS))
            break;
        head = above;
    }
    return head;
}

/* Is the phrase of this noun a part of what the noun above it says: "the skies over", "the cellar of"? */
static bool is_inside(const Syntax *s, uint32_t head) {
    uint32_t above = syntax_head(s, head);
    if (syntax_is(s, head, "compound"))
        return true;
    if (!syntax_is(s, head, "nmod"))
        return false;
    return syntax_case(s, head, LOCATED) ||
           (syntax_case(s, head, "of over above along") && syntax_word(s, above, PARTS));
}

bool account_scene(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    for (int step = 0; step < STEPS_UP && head != NO_WORD; step++) {
        if (syntax_case(s, head, LOCATED) && account_hangs(work, head, account))
            return true;
        if (!is_inside(s, head))
            return false;
        head = syntax_head(s, head);
    }
    return false;
}

/* --- of two places the more precise ------------------------------------------------------------------------------- */

/* Does the phrase of this place only say where the one above it lies? */
static bool says_where(const Syntax *s, uint32_t head) {
    return syntax_case(s, head, "in of near outside at off from") &&
           (syntax_is(s, head, "nmod") || syntax_is(s, head, "obl"));
}

/* From the phrase of a place to what it is said of, over "located in", "north of". */
static bool leads_up(const Syntax *s, uint32_t head) {
    uint32_t above = syntax_head(s, head);
    if (above == NO_WORD)
        return false;
    if (syntax_is(s, head, "nmod") || syntax_is(s, head, "obl"))
        return !syntax_verbal(s, above) || syntax_word(s, above, PLACED);
    return syntax_is(s, head, "appos") || syntax_word(s, head, DIRECTIONS) ||
           (syntax_is(s, head, "acl") && syntax_word(s, head, PLACED));
}

/* A place's name, and no noun that stands for one ("the meadow"). */
static bool is_name(const Work *work, uint32_t word) {
    int32_t mention = work->mentions->place_at[word];
    return mention >= 0 && !work->mentions->places[mention].described && syntax_upos(&work->syntax, word) == UPOS_PROPN;
}

/* The named place that this mention is an attribute of: "Zarda, a town in the hills north of Kolm". */
static int32_t place_above(const Work *work, uint32_t head) {
    const Syntax *s = &work->syntax;
    uint32_t above = head;
    for (int step = 0; step < STEPS_UP && leads_up(s, above); step++) {
        above = syntax_head(s, above);
        if (above == NO_WORD || above > head)
            return -1;
        int32_t place = is_name(work, above) ? place_at(work, above) : name_of(work, above);
        if (place >= 0)
            return place;
    }
    return -1;
}

void account_place_finer(Work *work, AccountWork *account) {
    int32_t *place = &account->account.place;
    uint32_t sentence = work->text->words[account->word].sentence;
    for (size_t i = 0; *place >= 0 && i < work->mentions->place_count; i++) {
        const PlaceMention *mention = &work->mentions->places[i];
        if (work->cast->place_of[i] != *place || mention->described ||
            work->text->words[mention->words.first].sentence != sentence || !says_where(&work->syntax, mention->head))
            continue;
        int32_t above = place_above(work, mention->head);
        const Place *places = work->cast->places;
        if (above < 0 || above == *place || account_precision(&places[above]) < account_precision(&places[*place]))
            continue;
        *place = above;
        work_because(work, &account->account.because, "place: it lies at the one before");
        return;
    }
}
