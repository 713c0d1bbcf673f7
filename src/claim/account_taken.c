/* claim/account_taken: places that an event is done to, and names around a noun of a place.
 *
 * In: an account or a noun, and the tree. Out: whether the trigger takes the place as what it is done to ("captured
 * Zarda", "the outskirts of Zarda were shelled", "the siege of Zarda", "the Zarda bombing"): it is then there; which
 * name says where "the market" is. Left out: verbs that are done to a government as often as on its ground ("attacked
 * Zarda", "threatened Zarda"), and talks, whose modifier is what they are about ("the Zarda talks").
 */
#include "claim/work.h"

#define TAKING                                                                                                         \
    "abandon annex besiege blockade bomb bombard capture conquer control cordon enter evacuate invade leave liberate " \
    "loot occupy overrun patrol pound raid raze reach recapture recover reoccupy retake sack seize shell storm "       \
    "surround tour visit"
#define TAKINGS                                                                                                        \
    "annexation battle blockade bombardment bombing burning capture conquest evacuation fall invasion liberation "     \
    "looting massacre occupation raid recapture seizure shelling siege storming visit"
#define LOCATED "in at near outside inside around across throughout within on of"

static bool is_scene(EventType type) {
    return type == EVENT_ASSAULT || type == EVENT_PROTEST || type == EVENT_MOBILIZE;
}

/* The trigger's verb has this noun as object, or as passive subject, its own or that of the verb it is joined to. */
static bool undergoes(const Syntax *s, uint32_t noun, uint32_t verb) {
    const char *how;
    if (!syntax_word(s, verb, TAKING))
        return false;
    if (syntax_head(s, noun) == verb && (syntax_is(s, noun, "obj") || syntax_is(s, noun, "nsubj:pass")))
        return true;
    uint32_t subject = syntax_passive(s, verb) ? syntax_subject(s, verb, &how) : NO_WORD;
    return subject != NO_WORD && (subject == noun || syntax_antecedent(s, subject) == noun);
}

bool account_takes(const Work *work, uint32_t head, const AccountWork *account) {
    const Syntax *s = &work->syntax;
    uint32_t noun = account_area(s, head);
    if (syntax_upos(s, account->word) == UPOS_VERB)
        return undergoes(s, noun, account->word);
    if (syntax_head(s, noun) != account->word)
        return false;
    if (syntax_is(s, noun, "compound"))
        return is_scene(account->type);
    return syntax_word(s, account->word, TAKINGS) && syntax_phrase(s, account->word, "nmod", "of") == noun;
}

/* From a name up to the noun, over words that only say where: no step over "camp for refugees from Zarda". */
static bool says_where_of(const Syntax *s, uint32_t head, uint32_t noun) {
    for (int step = 0; step < 3 && head != noun; step++) {
        bool plain = syntax_is(s, head, "nmod:poss") || syntax_is(s, head, "compound");
        bool located = syntax_is(s, head, "nmod") && syntax_case(s, head, LOCATED);
        if (!plain && !located)
            return false;
        head = syntax_head(s, head);
    }
    return head == noun;
}

/* "demonstrated outside parliament in Zarda", where the tree puts both under the verb. */
static bool beside(const Syntax *s, uint32_t head, uint32_t noun) {
    uint32_t above = syntax_head(s, noun);
    return above != NO_WORD && syntax_head(s, head) == above && syntax_is(s, head, "obl") &&
           syntax_is(s, noun, "obl") && syntax_case(s, head, "in at");
}

int32_t account_name_around(const Work *work, uint32_t noun) {
    int32_t found = -1;
    for (size_t i = 0; i < work->mentions->place_count; i++) {
        const PlaceMention *mention = &work->mentions->places[i];
        int32_t place = work->cast->place_of[i];
        if (place < 0 || mention->described ||
            work->text->words[mention->head].sentence != work->text->words[noun].sentence)
            continue;
        if (says_where_of(&work->syntax, mention->head, noun))
            return place;
        if (found < 0 && beside(&work->syntax, mention->head, noun))
            found = place;
    }
    return found;
}
