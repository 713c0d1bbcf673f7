/* claim/statement_sources: the links of a chain that share one content. "Kyodo, which relied on a guard who had it from
 * a driver, said that C": Kyodo says C, inside it the guard says C, inside that the driver. "A guard, quoted by Kyodo,
 * said that C" and "according to a guard, as Kyodo retells him": the guard stands inside Kyodo. Where the network saw a
 * statement for the other teller, only its place is put right; where it did not, the tree's words make it.
 *
 * Left out: sources that are no actor ("relying on the heat"), "after" and "through" as words for a source.
 */
#include "claim/work.h"

typedef struct Link {
    uint32_t teller; /* the word for the other teller, NO_WORD: none */
    WordRange words; /* the cue */
} Link;

static const Link NO_LINK = {NO_WORD, {0, 0}};

/* "the words of a guard", "a conversation with two priests": the guard, the priests. */
static uint32_t voice_of(const Syntax *s, uint32_t noun) {
    if (noun == NO_WORD ||
        !syntax_word(s, noun,
                     "word words account testimony statement remark conversation version confession memoir "
                     "authority story claim interview"))
        return noun;
    uint32_t owner = syntax_phrase(s, noun, "nmod", "of by with from");
    return owner != NO_WORD ? owner : syntax_child(s, noun, "nmod:poss");
}

/* "relied on X", "had it from X", "citing X", "was told by X": whom the subject of this verb has it from. */
static Link source_of_verb(const Syntax *s, uint32_t verb) {
    uint32_t teller = NO_WORD;
    bool passive = syntax_passive(s, verb);
    if (syntax_word(s, verb, "rely draw base build depend lean"))
        teller = syntax_phrase(s, verb, "obl", "on upon");
    else if (!passive && syntax_word(s, verb, "hear have take learn get receive obtain know transmit"))
        teller = syntax_phrase(s, verb, "obl", "from");
    else if (!passive && syntax_word(s, verb, "cite quote"))
        teller = syntax_child(s, verb, "obj");
    else if (passive && syntax_word(s, verb, "tell inform"))
        teller = syntax_phrase(s, verb, "obl", "by");
    uint32_t object = syntax_child(s, verb, "obj");
    if (teller == NO_WORD && !passive && object != NO_WORD && voice_of(s, object) != object)
        teller = syntax_word(s, verb, "obtain have get see read hear possess") ? object : NO_WORD;
    uint32_t preposition = teller == NO_WORD ? NO_WORD : syntax_child(s, teller, "case");
    bool beside = preposition != NO_WORD && preposition > verb && preposition - verb <= 3;
    return (Link){voice_of(s, teller), {verb, beside ? preposition + 1 : verb + 1}};
}

/* "said, with reference to X", "on the authority of X": the same as a phrase of the verb of saying. */
static Link source_of_phrase(const Syntax *s, uint32_t phrase) {
    uint32_t preposition = syntax_child(s, phrase, "case");
    bool source = preposition != NO_WORD && preposition < phrase &&
                  ((syntax_word(s, preposition, "on") && syntax_word(s, phrase, "authority word basis testimony")) ||
                   (syntax_word(s, preposition, "with by") && syntax_word(s, phrase, "reference")) ||
                   (syntax_word(s, preposition, "in") && syntax_word(s, phrase, "reliance")));
    uint32_t teller = source ? syntax_phrase(s, phrase, "nmod", "of to on") : NO_WORD;
    return teller == NO_WORD ? NO_LINK : (Link){teller, {preposition, phrase + 2}};
}

/* "retold what Kyodo had published": Kyodo. */
static Link source_of_clause(const Syntax *s, uint32_t verb) {
    static const char *const below[] = {"ccomp", "obj"};
    const char *how;
    for (size_t i = 0; i < 2 && syntax_word(s, verb, "retell repeat relay summarise reproduce translate convey"); i++) {
        uint32_t clause = syntax_child(s, verb, below[i]);
        if (clause != NO_WORD && syntax_word(s, clause, "what"))
            clause = syntax_child(s, clause, "acl");
        if (clause == NO_WORD || syntax_upos(s, clause) != UPOS_VERB)
            continue;
        bool what = false;
        for (uint32_t child = s->child[clause]; child != NO_WORD; child = s->sibling[child])
            what |= syntax_word(s, child, "what");
        uint32_t teller =
            what || syntax_word(s, syntax_head(s, clause), "what") ? syntax_doer(s, clause, &how) : NO_WORD;
        if (teller != NO_WORD)
            return (Link){teller, {clause, clause + 1}};
    }
    return NO_LINK;
}

/* The clause that "who", "which" or "whom" opens right behind the teller's words, wherever the tree hangs it. */
static uint32_t clause_behind(const Work *work, uint32_t speaker) {
    const Syntax *s = &work->syntax;
    uint32_t word = NO_WORD, end = (uint32_t)work->text->word_count;
    for (size_t i = 0; i < work->mentions->actor_count; i++) {
        WordRange range = work->mentions->actors[i].words;
        if (range.first <= speaker && speaker < range.end && (word == NO_WORD || range.end > word))
            word = range.end;
    }
    while (word < end && syntax_is(s, word, "appos") && work_mention(work, word)) /* "the deputy | Ines Duarte" */
        word = work_mention(work, word)->words.end;
    if (word < end && syntax_word(s, word, ","))
        word++;
    if (word >= end || !syntax_word(s, word, "who which whom that"))
        return NO_WORD;
    uint32_t clause = syntax_child(s, word, "acl");
    if (clause == NO_WORD)
        clause = syntax_head(s, word);
    return clause != NO_WORD && clause > word && syntax_upos(s, clause) == UPOS_VERB ? clause : NO_WORD;
}

static bool opened_by_subject(const Syntax *s, uint32_t clause) {
    uint32_t subject = syntax_child(s, clause, "nsubj");
    return subject != NO_WORD && syntax_word(s, subject, "who which that");
}

/* Whom the teller of a statement has it from, by its verb of saying or by a clause on the teller. */
static Link find_source(const Work *work, const StatementWork *statement) {
    const Syntax *s = &work->syntax;
    WordRange cue = work->cues.items[statement->cue].words;
    uint32_t verb = range_governor(work, cue), speaker = statement->speaker;
    Link link = source_of_clause(s, verb);
    for (uint32_t child = s->child[verb]; child != NO_WORD && link.teller == NO_WORD; child = s->sibling[child]) {
        bool participle = syntax_is(s, child, "advcl") && syntax_child(s, child, "nsubj") == NO_WORD &&
                          syntax_child(s, child, "mark") == NO_WORD;
        if (participle && syntax_word(s, child, "citing quoting relying drawing based building"))
            link = source_of_verb(s, child);
        else if (syntax_is(s, child, "obl"))
            link = source_of_phrase(s, child);
    }
    uint32_t first = statement->content.items[0].first; /* "wrote, on the authority of a guard, that" */
    for (uint32_t word = cue.end; word < first && word < cue.end + 10 && link.teller == NO_WORD; word++)
        link = source_of_phrase(s, word);
    for (uint32_t child = speaker == NO_WORD ? NO_WORD : s->child[speaker]; child != NO_WORD && link.teller == NO_WORD;
         child = s->sibling[child]) {
        bool relative = syntax_is(s, child, "acl:relcl");
        if (syntax_is(s, child, "acl") && (!relative || opened_by_subject(s, child)))
            link = source_of_verb(s, child);
    }
    uint32_t clause = link.teller == NO_WORD ? clause_behind(work, speaker) : NO_WORD;
    if (clause != NO_WORD && opened_by_subject(s, clause))
        link = source_of_verb(s, clause);
    return link;
}

static bool retells(const Syntax *s, uint32_t verb) {
    return syntax_word(s, verb, "quote cite retell report relate reproduce paraphrase translate convey");
}

/* "X, quoted by Y", "X, whom Y quotes", "as Y retells it", "as quoted by Y": who tells the whole. */
static Link carrier_of(const Syntax *s, uint32_t word, const char *relation) {
    for (uint32_t child = word == NO_WORD ? NO_WORD : s->child[word]; child != NO_WORD; child = s->sibling[child]) {
        if (!syntax_is(s, child, relation) || !retells(s, child))
            continue;
        const char *how;
        bool relative = syntax_is(s, child, "acl:relcl");
        uint32_t object = syntax_child(s, child, "obj"), mark = syntax_child(s, child, "mark"), teller = NO_WORD;
        bool as = mark != NO_WORD && syntax_word(s, mark, "as");
        if (syntax_passive(s, child))
            teller = relative ? NO_WORD : syntax_phrase(s, child, "obl", "by");
        else if ((relative && object != NO_WORD && syntax_word(s, object, "whom who which that")) || as)
            teller = syntax_doer(s, child, &how);
        if (teller != NO_WORD)
            return (Link){teller, {child, child + 1}};
    }
    return NO_LINK;
}

static bool speaks_as(const Work *work, size_t index, int32_t actor) {
    return actor >= 0 && work_list_holds(&work->record->statements.items[index].speaker, actor);
}

static bool touch(WordRange a, WordRange b) {
    return a.first < b.end && b.first < a.end;
}

/* The statement of this link that is there already, or a new one with the content of `beside`; -1: none. */
static int32_t statement_for(Work *work, size_t beside, Link link, const char *why) {
    int32_t actor = work_actor(work, link.teller);
    if (actor < 0 || speaks_as(work, beside, actor) || work_content_holds(&work->statements.items[beside], link.teller))
        return -1;
    for (size_t i = 0; i < work->statements.count; i++) {
        WordRange cue = work->cues.items[work->statements.items[i].cue].words;
        if (i == beside || !speaks_as(work, i, actor))
            continue;
        if (contents_agree(work, i, beside) || touch(cue, link.words)) {
            work->statements.items[i].content = work->statements.items[beside].content;
            work->statements.items[i].size = work->statements.items[beside].size;
            work->record->statements.items[i].content = work->record->statements.items[beside].content;
            return (int32_t)i;
        }
    }
    Argument *speaker = arena_array(work->arena, 1, sizeof *speaker);
    if (!speaker) {
        work->failed = true;
        return -1;
    }
    *speaker = (Argument){.word = link.teller, .role = ROLE_SPEAKER, .score = 1};
    const CueReading *other = &work->cues.items[work->statements.items[beside].cue];
    CueReading cue = {.words = link.words, .score = other->score, .named = 0.3f, .within = -1, .within_score = 1};
    cue.heads = (ArgumentList){speaker, 1};
    size_t before = work->statements.count;
    KEEP(work, &work->cues, cue);
    SegmentList content = work->statements.items[beside].content;
    if (work->failed || !statement_from(work, work->cues.count - 1, &content, why))
        return -1;
    if (!speaks_as(work, before, actor)) {
        work->record->statements.count = work->statements.count = before;
        return -1;
    }
    return (int32_t)before;
}

static void link_up(Work *work, int32_t inner, int32_t outer, const char *why) {
    if (inner < 0 || outer < 0 || inner == outer)
        return;
    Statement *statement = &work->record->statements.items[inner];
    if (statement->within >= 0 || statement_leads_to(work->record, outer, inner))
        return;
    statement->within = outer;
    work_because(work, &statement->because, "%s", why);
}

/* "X, whom Y quotes", where the tree hangs the clause elsewhere. */
static Link carrier_behind(const Work *work, uint32_t speaker) {
    const Syntax *s = &work->syntax;
    uint32_t clause = clause_behind(work, speaker);
    uint32_t teller = clause == NO_WORD || opened_by_subject(s, clause) || syntax_passive(s, clause)
                          ? NO_WORD
                          : syntax_child(s, clause, "nsubj");
    return teller != NO_WORD && retells(s, clause) ? (Link){teller, {clause, clause + 1}} : NO_LINK;
}

/* A statement that has a source becomes its outer one; new statements come last, so that their own sources follow. */
void statements_sources(Work *work) {
    for (size_t i = 0; i < work->statements.count && !work->failed; i++) {
        uint32_t verb = range_governor(work, work->cues.items[work->statements.items[i].cue].words);
        uint32_t speaker = work->statements.items[i].speaker;
        Link carrier = carrier_of(&work->syntax, speaker, "acl");
        if (carrier.teller == NO_WORD)
            carrier = carrier_of(&work->syntax, verb, "advcl");
        if (carrier.teller == NO_WORD)
            carrier = carrier_behind(work, speaker);
        int32_t outer =
            carrier.teller == NO_WORD ? -1 : statement_for(work, i, carrier, "content: that of who is retold");
        link_up(work, (int32_t)i, outer, "retold by another");
        Link source = find_source(work, &work->statements.items[i]);
        int32_t inner = source.teller == NO_WORD ? -1 : statement_for(work, i, source, "content: that of who has it");
        link_up(work, inner, (int32_t)i, "whom the other has it from");
    }
}
