/* claim/syntax: Reading's tree -> answers to small questions: who is the subject of this verb, is it passive, negated.
 *
 * Relations are those of Universal Dependencies as in its English Web Treebank. Looking up the tree always ends, since
 * every step goes to a head. Deliberately leaves out what needs to know who the actors are: that is event_actors.c.
 */
#include "claim/syntax.h"

bool syntax_make(Arena *arena, const Text *text, const Reading *reading, Syntax *syntax) {
    size_t count = text->word_count;
    syntax->text = text;
    syntax->reading = reading;
    syntax->child = arena_array(arena, count + 1, sizeof *syntax->child);
    syntax->sibling = arena_array(arena, count + 1, sizeof *syntax->sibling);
    if (!syntax->child || !syntax->sibling)
        return false;
    for (size_t i = 0; i < count; i++)
        syntax->child[i] = syntax->sibling[i] = NO_WORD;
    for (size_t i = count; i-- > 0;) {
        uint32_t head = reading->words[i].head;
        if (head == i || head >= count)
            continue;
        syntax->sibling[i] = syntax->child[head];
        syntax->child[head] = (uint32_t)i;
    }
    return true;
}

uint32_t syntax_head(const Syntax *s, uint32_t word) {
    uint32_t head = s->reading->words[word].head;
    return head == word ? NO_WORD : head;
}

bool syntax_is(const Syntax *s, uint32_t word, const char *relation) {
    return reading_relation_is(s->reading, word, relation);
}

uint32_t syntax_child(const Syntax *s, uint32_t word, const char *relation) {
    for (uint32_t child = s->child[word]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, relation))
            return child;
    return NO_WORD;
}

bool syntax_under(const Syntax *s, uint32_t word, uint32_t top) {
    while (word != top) {
        uint32_t head = syntax_head(s, word);
        if (head == NO_WORD)
            return false;
        word = head;
    }
    return true;
}

Upos syntax_upos(const Syntax *s, uint32_t word) {
    return (Upos)s->reading->words[word].upos;
}

/* "denied" of "deny", "urged" of "urge", "begging" of "beg": by spelling alone, for a lemma that the network has wrong.
 */
static bool inflects(View base, View form) {
    static const char *const endings[] = {"s", "es", "ed", "d", "ing"};
    size_t n = base.length;
    char last = n ? base.data[n - 1] : 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        View ending = view(endings[i]);
        if (form.length < ending.length + 2 ||
            !view_equal_folded(view_slice(form, form.length - ending.length, form.length), ending))
            continue;
        View stem = view_slice(form, 0, form.length - ending.length);
        bool doubled = stem.length == n + 1 && stem.data[n] == last && ending.length > 1;
        bool y_to_i = last == 'y' && stem.length == n && (stem.data[n - 1] == 'i') && ending.length == 2;
        bool without_e = last == 'e' && stem.length == n - 1 && ending.length == 3;
        size_t shared = y_to_i || without_e ? n - 1 : n;
        bool same = stem.length == n && !y_to_i;
        if ((same || doubled || y_to_i || without_e) &&
            view_equal_folded(view_slice(stem, 0, shared), view_slice(base, 0, shared)))
            return true;
    }
    return false;
}

bool syntax_word(const Syntax *s, uint32_t word, const char *words) {
    View rest = view(words), one;
    View lemma = s->reading->words[word].lemma, form = text_word(s->text, word);
    bool verb = syntax_upos(s, word) == UPOS_VERB;
    while (view_split(&rest, ' ', &one))
        if (view_equal_folded(one, lemma) || view_equal_folded(one, form) || (verb && inflects(one, form)))
            return true;
    return false;
}

bool syntax_verbal(const Syntax *s, uint32_t word) {
    if (syntax_upos(s, word) == UPOS_VERB || syntax_upos(s, word) == UPOS_AUX)
        return true;
    return syntax_child(s, word, "nsubj") != NO_WORD || syntax_child(s, word, "cop") != NO_WORD;
}

static bool tagged(const Syntax *s, uint32_t word, const char *tag) {
    return view_equal(s->reading->words[word].xpos, view(tag));
}

static bool has_subject(const Syntax *s, uint32_t verb) {
    return syntax_child(s, verb, "nsubj") != NO_WORD || syntax_child(s, verb, "csubj") != NO_WORD;
}

bool syntax_passive(const Syntax *s, uint32_t verb) {
    if (syntax_child(s, verb, "aux:pass") != NO_WORD || syntax_child(s, verb, "nsubj:pass") != NO_WORD)
        return true;
    if (!tagged(s, verb, "VBN") || has_subject(s, verb) || syntax_child(s, verb, "aux") != NO_WORD)
        return false;
    if (syntax_is(s, verb, "acl") || syntax_is(s, verb, "amod") || syntax_is(s, verb, "advcl"))
        return true; /* "the men arrested in Paris" */
    uint32_t head = syntax_head(s, verb);
    return syntax_is(s, verb, "conj") && head != NO_WORD && syntax_passive(s, head); /* "was arrested and beaten" */
}

bool syntax_negated(const Syntax *s, uint32_t word) {
    for (uint32_t child = s->child[word]; child != NO_WORD; child = s->sibling[child])
        if ((syntax_is(s, child, "advmod") && syntax_word(s, child, "not n't n’t never neither nor")) ||
            (syntax_is(s, child, "det") && syntax_word(s, child, "no")) ||
            (syntax_is(s, child, "cc") && syntax_word(s, child, "nor")))
            return true;
    return false;
}

uint32_t syntax_clause(const Syntax *s, uint32_t word) {
    static const char *const clauses[] = {"ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis"};
    for (;;) {
        uint32_t head = syntax_head(s, word);
        if (head == NO_WORD)
            return word;
        for (size_t i = 0; i < sizeof clauses / sizeof *clauses; i++)
            if (syntax_is(s, word, clauses[i]))
                return word;
        if (syntax_is(s, word, "conj") && syntax_verbal(s, word) && syntax_verbal(s, head))
            return word;
        word = head;
    }
}

uint32_t syntax_light_verb(const Syntax *s, uint32_t noun) {
    uint32_t head = syntax_head(s, noun);
    while (head != NO_WORD && syntax_is(s, noun, "conj")) { /* "carried out arrests and raids" */
        noun = head;
        head = syntax_head(s, noun);
    }
    bool argument = syntax_is(s, noun, "obj") || syntax_is(s, noun, "nsubj:pass") || syntax_is(s, noun, "obl");
    return head != NO_WORD && argument && syntax_upos(s, head) == UPOS_VERB ? head : NO_WORD;
}

uint32_t syntax_antecedent(const Syntax *s, uint32_t word) {
    if (!syntax_word(s, word, "who whom which that whose") || syntax_upos(s, word) == UPOS_SCONJ)
        return word;
    for (uint32_t w = word;;) {
        uint32_t head = syntax_head(s, w);
        if (head == NO_WORD)
            return word;
        if (syntax_is(s, w, "acl"))
            return head;
        w = head;
    }
}

/* "ordered the army to withdraw": the army; "promised Paris to withdraw": the one who promised. */
static uint32_t controller(const Syntax *s, uint32_t governor, const char **how) {
    if (!syntax_word(s, governor, "promise threaten vow pledge swear")) {
        uint32_t object = syntax_child(s, governor, "obj");
        if (object == NO_WORD)
            object = syntax_child(s, governor, "iobj");
        if (object == NO_WORD && syntax_word(s, governor, "call appeal"))
            object = syntax_child(s, governor, "obl");
        if (object != NO_WORD) {
            *how = "object of the governing verb";
            return syntax_antecedent(s, object);
        }
    }
    uint32_t subject = syntax_subject(s, governor, how);
    *how = "subject of the governing verb";
    return subject;
}

/* "an order to withdraw", "Moscow's plan to send", "took the decision to close". */
static uint32_t owner(const Syntax *s, uint32_t noun, const char **how) {
    uint32_t possessor = syntax_child(s, noun, "nmod:poss");
    *how = "owner of the governing noun";
    if (possessor != NO_WORD)
        return syntax_antecedent(s, possessor);
    uint32_t verb = syntax_light_verb(s, noun);
    return verb == NO_WORD || syntax_passive(s, verb) ? NO_WORD : syntax_subject(s, verb, how);
}

uint32_t syntax_subject(const Syntax *s, uint32_t verb, const char **how) {
    *how = "subject";
    for (uint32_t child = s->child[verb]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, "nsubj") && !view_equal(reading_relation(s->reading, child), VIEW("nsubj:outer")))
            return syntax_antecedent(s, child);
    uint32_t head = syntax_head(s, verb), found;
    if (head == NO_WORD)
        return NO_WORD;
    if (syntax_is(s, verb, "conj")) {
        found = syntax_verbal(s, head) ? syntax_subject(s, head, how) : NO_WORD;
        *how = "shared subject";
        return found;
    }
    if (syntax_is(s, verb, "xcomp"))
        return controller(s, head, how);
    if (syntax_is(s, verb, "acl")) {
        if (tagged(s, verb, "VB"))
            return owner(s, head, how);
        bool relative = syntax_is(s, verb, "acl:relcl");
        *how = "noun of the participle";
        return relative ? NO_WORD : head;
    }
    if (syntax_is(s, verb, "advcl") || syntax_is(s, verb, "ccomp")) {
        if (tagged(s, verb, "VBD") || tagged(s, verb, "VBZ") || tagged(s, verb, "VBP") || !syntax_verbal(s, head))
            return NO_WORD;
        bool infinitive = tagged(s, verb, "VB");
        if (infinitive && syntax_word(s, head, "call ask order urge tell appeal request demand force"))
            return controller(s, head, how);
        found = syntax_subject(s, head, how);
        *how = "subject of the governing verb";
        return found;
    }
    return NO_WORD;
}

bool syntax_case(const Syntax *s, uint32_t word, const char *prepositions) {
    uint32_t preposition = syntax_child(s, word, "case");
    return preposition != NO_WORD && syntax_word(s, preposition, prepositions);
}

uint32_t syntax_phrase(const Syntax *s, uint32_t word, const char *relation, const char *prepositions) {
    for (uint32_t child = s->child[word]; child != NO_WORD; child = s->sibling[child])
        if (syntax_is(s, child, relation) && syntax_case(s, child, prepositions))
            return child;
    return NO_WORD;
}

/* The nouns whose owner suffers them: "Hariri's assassination". */
static bool owner_suffers(const Syntax *s, uint32_t noun) {
    return syntax_word(
        s, noun,
        "killing death murder assassination arrest detention release trial execution kidnapping abduction "
        "expulsion dismissal deportation imprisonment extradition overthrow beheading liberation "
        "disappearance conviction");
}

/* The nouns whose of-phrase does them: "the withdrawal of the troops", "the visit of the president". */
bool syntax_of_does(const Syntax *s, uint32_t noun) {
    return syntax_word(
        s, noun,
        "withdrawal retreat pullout resignation visit trip departure return arrival march advance surrender flight "
        "escape refusal rejection demand request call appeal protest demonstration strike rally sit-in threat warning "
        "promise pledge support backing intervention incursion");
}

static uint32_t noun_doer(const Syntax *s, uint32_t noun, const char **how) {
    uint32_t found = syntax_phrase(s, noun, "nmod", "by");
    *how = "by-phrase";
    if (found != NO_WORD)
        return found;
    found = syntax_child(s, noun, "nmod:poss");
    *how = "possessor";
    if (found != NO_WORD && !owner_suffers(s, noun))
        return syntax_antecedent(s, found);
    found = syntax_of_does(s, noun) ? syntax_phrase(s, noun, "nmod", "of") : NO_WORD;
    *how = "of-phrase";
    if (found != NO_WORD)
        return found;
    uint32_t verb = syntax_light_verb(s, noun);
    if (verb != NO_WORD && syntax_word(s, verb,
                                       "carry launch conduct make stage hold commit mount perform open take issue "
                                       "impose announce begin start lead offer declare wage give deliver "
                                       "sign lodge file order organise organize")) {
        found = syntax_doer(s, verb, how);
        *how = "subject of the light verb";
        return found;
    }
    return NO_WORD;
}

uint32_t syntax_doer(const Syntax *s, uint32_t word, const char **how) {
    *how = "";
    if (syntax_upos(s, word) != UPOS_VERB)
        return noun_doer(s, word, how);
    if (!syntax_passive(s, word))
        return syntax_subject(s, word, how);
    *how = "by-phrase";
    uint32_t agent = syntax_child(s, word, "obl:agent");
    return agent != NO_WORD ? agent : syntax_phrase(s, word, "obl", "by");
}

uint32_t syntax_undergoer(const Syntax *s, uint32_t word, const char **how) {
    *how = "";
    if (syntax_upos(s, word) == UPOS_VERB) {
        if (syntax_passive(s, word))
            return syntax_subject(s, word, how);
        *how = "object";
        uint32_t object = syntax_child(s, word, "obj");
        if (object == NO_WORD && syntax_is(s, word, "acl:relcl"))
            object = syntax_child(s, word, "obl");
        return object == NO_WORD ? NO_WORD : syntax_antecedent(s, object);
    }
    *how = "possessor";
    uint32_t possessor = owner_suffers(s, word) ? syntax_child(s, word, "nmod:poss") : NO_WORD;
    if (possessor != NO_WORD)
        return syntax_antecedent(s, possessor);
    *how = "prepositional phrase";
    return syntax_phrase(s, word, "nmod", syntax_of_does(s, word) ? "against on at" : "against on at of");
}
