/* claim/speaker: whose word it is. The network's head words and the tree's subject are weighed against each other; then
 * the speaker who goes on. A speaker that the text does not give is never invented. Several speakers are one only where
 * the tree coordinates them: two good candidates of the network are nearly always two tellers.
 */
#include "claim/work.h"

#define SPEAKER_SCORE 0.30f /* the network's best head word, on its word alone */
#define TREE_WEIGHT   0.40f /* what the tree's word counts beside the network's probability */

/* "witnesses and officials said": the witnesses, where the officials were found; never one of whom is only told. */
static uint32_t first_coordinated(const Work *work, uint32_t head, const SegmentList *content) {
    const Syntax *s = &work->syntax;
    while (syntax_is(s, head, "conj")) {
        uint32_t first = syntax_head(s, head);
        if (first == NO_WORD || first > head || !work_mention(work, first) || work_actor(work, first) < 0 ||
            content_holds(content, first) || work->text->words[first].sentence != work->text->words[head].sentence)
            break;
        head = first;
    }
    return head;
}

static void add_with_coordinated(Work *work, uint32_t head, const SegmentList *content, IndexList *speakers) {
    const Syntax *s = &work->syntax;
    head = first_coordinated(work, head, content);
    work_list_add(work, speakers, speaker_meant(work, head));
    for (uint32_t child = s->child[head]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "conj") && work_mention(work, child))
            work_list_add(work, speakers, work_actor(work, child));
}

/* "his claim that", "in the words of the minister", "a statement by the army", "made the claim that". */
static uint32_t of_noun(const Syntax *s, uint32_t noun, const char **how) {
    *how = "owner of the cue";
    uint32_t owner = syntax_child(s, noun, "nmod:poss");
    if (owner == NO_WORD)
        owner = syntax_child(s, noun, "nmod");
    return owner != NO_WORD ? owner : syntax_doer(s, noun, how);
}

bool cue_cites(const Work *work, const CueReading *cue) {
    const Syntax *s = &work->syntax;
    uint32_t word = range_governor(work, cue->words);
    if (syntax_is(s, word, "acl:relcl")) { /* "which relied on a diplomat", "who heard it from a driver" */
        uint32_t subject = syntax_child(s, word, "nsubj");
        bool its_own = subject == NO_WORD || syntax_word(s, subject, "who which that");
        return its_own && syntax_word(s, word, "rely cite quote hear learn");
    }
    return syntax_word(s, word, "citing quoting relying") && syntax_head(s, word) != NO_WORD &&
           syntax_child(s, word, "nsubj") == NO_WORD && syntax_child(s, word, "aux") == NO_WORD;
}

static uint32_t who_is_cited(const Syntax *s, uint32_t verb) {
    uint32_t cited = syntax_word(s, verb, "rely hear learn") ? NO_WORD : syntax_child(s, verb, "obj");
    return cited != NO_WORD ? cited : syntax_child(s, verb, "obl");
}

/* "quoted an official as saying that ..., explaining that": the official. */
static uint32_t who_is_quoted(const Syntax *s, uint32_t verb) {
    uint32_t head = syntax_head(s, verb);
    while (head != NO_WORD && syntax_is(s, verb, "conj")) {
        verb = head;
        head = syntax_head(s, verb);
    }
    if (head == NO_WORD || !syntax_is(s, verb, "advcl") || !syntax_word(s, head, "quote cite"))
        return NO_WORD;
    return syntax_passive(s, head) ? NO_WORD : syntax_child(s, head, "obj");
}

/* "heard from two guards that", "learned from the ministry that": the guards, the ministry. */
static uint32_t heard_from(const Syntax *s, uint32_t verb) {
    uint32_t from = syntax_word(s, verb, "hear learn") ? syntax_child(s, verb, "obl") : NO_WORD;
    return from != NO_WORD && syntax_case(s, from, "from") ? from : NO_WORD;
}

/* "according to what the envoy conveyed": the envoy. */
static uint32_t of_clause(const Syntax *s, uint32_t word) {
    const char *how;
    uint32_t verb = syntax_word(s, word, "what") ? syntax_child(s, word, "acl") : NO_WORD;
    if (verb == NO_WORD && syntax_upos(s, word) == UPOS_VERB)
        verb = word;
    return verb == NO_WORD ? word : syntax_doer(s, verb, &how);
}

static uint32_t by_tree(const Work *work, const CueReading *cue, const char **how) {
    const Syntax *s = &work->syntax;
    uint32_t word = range_governor(work, cue->words);
    if (syntax_is(s, word, "case") || syntax_word(s, word, "according accord")) { /* "according to the ministry" */
        *how = "phrase of the cue";
        uint32_t phrase = syntax_is(s, word, "case") ? syntax_head(s, word) : syntax_child(s, word, "obl");
        return phrase == NO_WORD ? phrase : of_clause(s, phrase);
    }
    if (syntax_upos(s, word) == UPOS_NOUN)
        return of_noun(s, word, how);
    if (cue_cites(work, cue)) {
        *how = "who is cited";
        return who_is_cited(s, word);
    }
    if (syntax_passive(s, word) && cue->words.end - cue->words.first > 1) /* "was quoted as saying" */
        return syntax_subject(s, word, how);
    uint32_t heard = heard_from(s, word);
    if (heard != NO_WORD) {
        *how = "who was heard";
        return heard;
    }
    uint32_t quoted = who_is_quoted(s, word);
    if (quoted != NO_WORD) {
        *how = "who is quoted";
        return quoted;
    }
    return syntax_doer(s, word, how);
}

static bool is_crowd(const Work *work, uint32_t word) {
    const ActorMention *mention = work_mention(work, word);
    return mention && work_actor(work, word) >= 0 && (mention->kind == ACTOR_GROUP || mention->plural);
}

/* "called on thousands to march, raising slogans": the thousands, first met on the way up from the slogans. */
static uint32_t crowd_above(const Work *work, uint32_t word) {
    const Syntax *s = &work->syntax;
    for (uint32_t verb = syntax_head(s, word); verb != NO_WORD; verb = syntax_head(s, verb))
        for (uint32_t child = s->child[verb]; child != NO_WORD && child < word; child = s->sibling[child])
            if ((syntax_is(s, child, "nsubj") || syntax_is(s, child, "obj") || syntax_is(s, child, "obl")) &&
                is_crowd(work, child))
                return child;
    return NO_WORD;
}

#define SHOUTED "slogan chant"

/* The noun of what is held up or shouted, when the tree found nobody or that noun itself; a slogan in the cue always.
 */
static uint32_t carrier_of(const Syntax *s, const CueReading *cue, uint32_t found) {
    static const char carriers[] = "slogan sign placard banner poster bedsheet motto inscription flag";
    if (found != NO_WORD && syntax_word(s, found, carriers))
        return found;
    for (uint32_t word = cue->words.first; word < cue->words.end; word++)
        if (syntax_word(s, word, found == NO_WORD ? carriers : SHOUTED))
            return word;
    return NO_WORD;
}

/* "stood in front of the court, holding a sign that read", "rallied with the slogan": whoever holds it up; slogans are
 * a crowd's, also where the subject of all is one man ("he asked thousands to march, raising slogans"). */
static uint32_t holder_of(const Work *work, const CueReading *cue, uint32_t found, const char **how) {
    const Syntax *s = &work->syntax;
    uint32_t noun = carrier_of(s, cue, found);
    if (noun == NO_WORD)
        return found;
    uint32_t verb = work_actor(work, noun) >= 0 ? NO_WORD : syntax_light_verb(s, noun);
    uint32_t holder = verb == NO_WORD || syntax_passive(s, verb) ? NO_WORD : syntax_subject(s, verb, how);
    if (holder != NO_WORD && work_actor(work, holder) < 0)
        holder = NO_WORD;
    if (holder == NO_WORD || (syntax_word(s, noun, SHOUTED) && !is_crowd(work, holder))) {
        uint32_t crowd = crowd_above(work, noun);
        holder = crowd == NO_WORD ? holder : crowd;
    }
    if (holder == NO_WORD)
        return found;
    *how = "who holds it up";
    return holder;
}

/* Who goes on: a pronoun that nobody resolved, or a verb with no subject at all ("Added that ..."). */
static bool goes_on(const Work *work, const CueReading *cue, uint32_t subject) {
    const Syntax *s = &work->syntax;
    if (subject != NO_WORD)
        return syntax_upos(s, subject) == UPOS_PRON && syntax_word(s, subject, "he she they");
    uint32_t verb = range_governor(work, cue->words);
    return syntax_upos(s, verb) == UPOS_VERB && !syntax_passive(s, verb) && syntax_head(s, verb) == NO_WORD;
}

/* "My mother," he said: "he" and "my" are one actor of whom nothing else is told; "Never ask a wounded man his name,"
 * he said: whom the pronoun was taken for is only told of in what he says. */
static bool nobody_known(const Work *work, uint32_t head, const SegmentList *content) {
    int32_t index = syntax_word(&work->syntax, head, "he she they") ? work_actor(work, head) : -1;
    const Actor *actor = index < 0 ? NULL : &work->cast->actors[index];
    for (size_t i = 0; actor && i < actor->mention_count; i++) {
        const CastMention *mention = &actor->mentions[i];
        if (mention->form != FORM_PRONOUN && mention->head < head && !content_holds(content, mention->head))
            return false;
    }
    return actor != NULL;
}

/* The subject of the sentence before, in the same paragraph; the pronoun itself where that is no actor. */
static uint32_t subject_before(const Work *work, uint32_t head) {
    const Syntax *s = &work->syntax;
    uint32_t sentence = work->text->words[head].sentence;
    if (sentence == 0 || work->text->sentences[sentence - 1].paragraph != work->text->sentences[sentence].paragraph)
        return head;
    WordRange before = work->text->sentences[sentence - 1].words;
    for (uint32_t word = before.first; word < before.end; word++)
        if (syntax_is(s, word, "nsubj") && syntax_head(s, syntax_head(s, word)) == NO_WORD &&
            work_actor(work, word) >= 0)
            return word;
    return head;
}

/* "Citing two guards, it asked": it is none of the guards, whatever it was taken for; then the subject of the sentence
 * before is. */
static uint32_t not_the_cited(const Work *work, const CueReading *cue, uint32_t head) {
    const Syntax *s = &work->syntax;
    uint32_t verb = range_governor(work, cue->words);
    if (!syntax_word(s, head, "he she it they") || syntax_head(s, head) != verb)
        return head;
    bool cited = false;
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child]) {
        uint32_t object = syntax_is(s, child, "advcl") && syntax_word(s, child, "citing quoting")
                              ? syntax_child(s, child, "obj")
                              : NO_WORD;
        cited |= object != NO_WORD && work_actor(work, object) == work_actor(work, head);
    }
    return cited ? subject_before(work, head) : head;
}

/* The best of the network's heads and the tree's word: the one that is an actor and has most weight. */
static uint32_t weigh(const Work *work, const CueReading *cue, const SegmentList *content, uint32_t tree,
                      float *network) {
    uint32_t best = NO_WORD;
    float most = 0, tree_network = 0;
    for (size_t i = 0; i < cue->heads.count; i++) {
        const Argument *head = &cue->heads.items[i];
        if (head->role != ROLE_SPEAKER || work_actor(work, head->word) < 0)
            continue;
        if (head->word == tree)
            tree_network = head->score;
        else if (head->score >= SPEAKER_SCORE && head->score > most && !content_holds(content, head->word))
            best = head->word, most = head->score;
    }
    if (tree != NO_WORD && work_actor(work, tree) >= 0 && tree_network + TREE_WEIGHT >= most)
        best = tree, most = tree_network;
    *network = most;
    return best;
}

/* back: how many paragraphs before this one it may stand. */
static void take_previous(Work *work, const CueReading *cue, uint32_t back, const SegmentList *content,
                          Statement *statement) {
    size_t before = work->record->statements.count;
    while (before > 0 && content_holds(content, work->record->statements.items[before - 1].cue_word))
        before--; /* what is told in his own words */
    if (before == 0)
        return;
    const Statement *previous = &work->record->statements.items[before - 1];
    const Sentence *sentences = work->text->sentences;
    const Word *words = work->text->words;
    if (sentences[words[previous->cue_word].sentence].paragraph + back <
        sentences[words[cue->words.first].sentence].paragraph)
        return;
    for (size_t i = 0; i < previous->speaker.count; i++)
        work_list_add(work, &statement->speaker, previous->speaker.items[i]);
    if (statement->speaker.count)
        work_because(work, &statement->because, "speaker: the one of the statement before goes on");
}

/* "according to what state television broadcast", where the tree is lost: the first actor behind the cue. */
static uint32_t next_actor(const Work *work, uint32_t word) {
    for (uint32_t end = word + 8; word < end && word < work->text->word_count; word++) {
        if (syntax_upos(&work->syntax, word) == UPOS_PUNCT)
            break;
        if (work_mention(work, word))
            return word;
    }
    return NO_WORD;
}

uint32_t speaker_find(Work *work, const CueReading *cue, const SegmentList *content, Statement *statement) {
    const char *how = "";
    float network = 0;
    uint32_t tree = by_tree(work, cue, &how);
    tree = holder_of(work, cue, tree, &how);
    if (tree != NO_WORD && tree >= cue->words.first && tree < cue->words.end)
        tree = NO_WORD;
    bool heard = heard_from(&work->syntax, range_governor(work, cue->words)) == tree && tree != NO_WORD;
    uint32_t head = heard && work_actor(work, tree) >= 0 ? tree : weigh(work, cue, content, tree, &network);
    if (head == NO_WORD && syntax_word(&work->syntax, cue->words.first, "according accord"))
        head = tree = next_actor(work, cue->words.end);
    if (head == NO_WORD ? goes_on(work, cue, tree) : nobody_known(work, head, content)) {
        take_previous(work, cue, head == NO_WORD ? 0 : 1, content, statement);
        if (statement->speaker.count)
            return head == NO_WORD ? tree : head;
        head = head == NO_WORD ? NO_WORD : subject_before(work, head);
    }
    if (head == NO_WORD)
        return tree;
    head = not_the_cited(work, cue, head);
    add_with_coordinated(work, head, content, &statement->speaker);
    if (head == tree)
        work_because(work, &statement->because, "speaker: %s, network %.2f", how, (double)network);
    else
        work_because(work, &statement->because, "speaker: network %.2f", (double)network);
    return head;
}
