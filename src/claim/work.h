/* Private to claim/: what its files share while one record is made. Allocation failures are collected in `failed` and
 * looked at once, at the end of claim_make, as Buffer does. */
#ifndef ISNAD_CLAIM_WORK_H
#define ISNAD_CLAIM_WORK_H

#include "claim/claim.h"
#include "claim/syntax.h"

/* What an outlet is called by. */
#define OUTLET_NOUNS "newspaper paper daily weekly magazine agency channel site website network"

typedef struct Segment { /* words, both ends included */
    uint32_t first, last;
} Segment;
typedef LIST(Segment) SegmentList;

typedef LIST(CueReading) CueList;

typedef struct StatementWork { /* what stands beside record->statements, by the same index, until the record is done */
    int32_t cue;               /* index in Work.cues */
    SegmentList content;
    size_t size;      /* words of content */
    uint32_t speaker; /* the word that names the (first) speaker, NO_WORD */
} StatementWork;

typedef struct AccountWork { /* one trigger on its way to an account */
    uint32_t trigger;        /* index in Reading.triggers */
    int32_t also;            /* the trigger of its light verb or of its modifier ("signed | an agreement"), or -1 */
    WordRange words;         /* of both */
    uint32_t word;           /* the trigger's word that governs its arguments */
    EventType type;
    Account account;
    bool headline;
    int32_t event; /* index in record->events, -1: not yet */
} AccountWork;

typedef struct Work {
    Arena *arena;
    const Tables *tables;
    const Report *report;
    const Text *text;
    const Reading *reading;
    const Mentions *mentions;
    Cast *cast;
    Record *record;
    Syntax syntax;
    int32_t *quoted; /* [word_count]: innermost quotation that holds the word (its marks included), -1: none */
    CueList cues;    /* the network's, by the same index, then those that a rule adds (score 0) */
    LIST(StatementWork) statements;
    LIST(AccountWork) accounts;
    bool failed; /* no memory */
} Work;

#define KEEP(work, list, ...)                                                                                          \
    do {                                                                                                               \
        if (!list_push((work)->arena, (list), __VA_ARGS__))                                                            \
            (work)->failed = true;                                                                                     \
    } while (0)

/* Adds a reason to because ("network 0.93; subject of the verb"). */
void work_because(Work *work, View *because, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The actor that a word stands for: its mention, or through a relative pronoun its antecedent; -1 for none. */
int32_t work_actor(const Work *work, uint32_t word);
/* The same with the word whose mention it is in *at. */
int32_t work_actor_at(const Work *work, uint32_t word, uint32_t *at);
/* The probability of one actor or place, whatever word of the list means it: meant is work_actor or account_place_at.
 */
float work_share(const Work *work, const WordShareList *list, int32_t (*meant)(const Work *, uint32_t), int32_t one);
/* The mention of an actor whose head is this word, or NULL. */
const ActorMention *work_mention(const Work *work, uint32_t word);
bool work_list_holds(const IndexList *list, int32_t index);
void work_list_add(Work *work, IndexList *list, int32_t index); /* once */
bool work_lists_meet(const IndexList *a, const IndexList *b);
/* The innermost statement whose content holds the word; of two that say the same the later one; -1: none. */
int32_t work_statement_at(const Work *work, uint32_t word);
uint32_t work_sentence(const Work *work, uint32_t word);
bool work_content_holds(const StatementWork *statement, uint32_t word);
/* The words of a range, or their lemmas, folded one by one: how the tables are asked. NULL when there is no memory. */
View *work_folded(Work *work, WordRange range, bool lemmas);

/* statements, in the order in which they are called */
void statements_find(Work *work);
void statements_cite(Work *work); /* "Reuters reported, citing two officials, that": the officials' statement */
/* "issued the following statement:": what follows. */
void statements_following(Work *work);
/* "relying on a guard", "quoted by Kyodo": the links of a chain that share a content, and their `within`. */
void statements_sources(Work *work);
void speakers_describe(Work *work); /* named, and described when not */
void statements_nest(Work *work);   /* fills within; a statement then stands behind the one that it is told in */
/* Cues for slogans, placards and chants in quotation marks that the network's cues leave out. From the index on. */
void chants_find(Work *work);
/* Their content: the quotations of a row behind the cue. */
void chant_content(Work *work, const CueReading *cue, SegmentList *content);
/* A headline, "was said to", "asked not to be named", "denied involvement": no statement. speaker: it has one. */
bool statement_refused(Work *work, const CueReading *cue, const SegmentList *content, bool speaker);
/* The statement for the report that the text retells, when this one was told to its outlet or writer; -1: none. */
int32_t frame_told_to(Work *work, size_t index);
typedef enum SpeakerMedia { MEDIA_NONE, MEDIA_OUTLET, MEDIA_WRITER } SpeakerMedia;
SpeakerMedia statement_media(const Work *work,
                             size_t index); /* is its first speaker an outlet, or one who writes for it? */
/* Makes the statement of a cue; content: what is known of it, or NULL to find it. False when it is none. */
bool statement_from(Work *work, size_t cue, const SegmentList *content, const char *why);
/* The statement whose cue governs this word in the tree, nearest first, apart from `but`; -1: none. */
int32_t statement_above(const Work *work, uint32_t word, int32_t but);
/* Going outwards from `from`, `to` is met. */
bool statement_leads_to(const Record *record, int32_t from, int32_t to);
/* Nine of ten words of the larger content stand in the other too. */
bool contents_agree(const Work *work, size_t a, size_t b);
void content_find(Work *work, const CueReading *cue, SegmentList *content, View *because);
Manner content_manner(const Work *work, const SegmentList *content);
/* Fills statement->speaker; the word that names the (first) speaker here, or NO_WORD. */
uint32_t speaker_find(Work *work, const CueReading *cue, const SegmentList *content, Statement *statement);
/* The actor of the word that names a speaker; a description that the cast has joined badly goes to whom it fits. */
int32_t speaker_meant(const Work *work, uint32_t head);
/* "Reuters reported, citing two officials": the participle whose object is the speaker. */
bool cue_cites(const Work *work, const CueReading *cue);
View channel_find(Work *work, const CueReading *cue, const Statement *statement, const SegmentList *content);
bool actor_is_media(const Work *work, int32_t actor); /* an outlet, or one who writes for it */
bool content_holds(const SegmentList *content, uint32_t word);
bool cue_is_known(Work *work, const CueReading *cue); /* data/cues.tsv has it */
const char *commitment_of(Work *work, const CueReading *cue, View *because);
uint32_t range_governor(const Work *work, WordRange range); /* the word of a range that hangs on one outside of it */

/* events, in the order in which they are called */
void accounts_find(Work *work);
void account_actors(Work *work, AccountWork *account);
void account_status(Work *work, AccountWork *account);
void account_place(Work *work, AccountWork *account);
void account_time(Work *work, AccountWork *account);
/* The place that this word names, or that its noun does ("Zarda town"); -1: none. */
int32_t account_place_at(const Work *work, uint32_t word);
/* Does this phrase hang on the trigger itself as an adverbial? */
bool account_hangs(const Work *work, uint32_t head, const AccountWork *account);
/* Does the place of this head lie around the trigger, at once or in a noun that does ("at her Zarda home")? */
bool account_scene(const Work *work, uint32_t head, const AccountWork *account);
/* The noun of the area that the name of this head is said of: "the outskirts of Zarda", "Zarda district"; else head. */
uint32_t account_area(const Syntax *s, uint32_t head);
/* From countries and what is larger, 0, to places that no table knows. */
int account_precision(const Place *place);
/* Is the trigger done to the place of this head: "captured Zarda", "Zarda was shelled", "the siege of Zarda"? */
bool account_takes(const Work *work, uint32_t head, const AccountWork *account);
/* The name that says where a noun of a place is ("parliament in Zarda", "Zarda's market"), -1: none. */
int32_t account_name_around(const Work *work, uint32_t noun);
/* Where the place only says where another one lies ("Zarda town near Kolm"): that one. */
void account_place_finer(Work *work, AccountWork *account);
void counts_attach(Work *work);
/* The earlier account that tells the same event, or NULL; says why in the account. */
AccountWork *event_told_before(Work *work, AccountWork *account);
void events_merge(Work *work);
void events_place(Work *work); /* places that follow from those of other events */
void events_name(Work *work);  /* mode, CAMEO code, chain */
/* The code of a user's own verbs in place of ours. */
void event_code_by_verbs(Work *work, Event *event);
void events_anchor(Work *work); /* "two days after the attack": the days of either by the other's */
void events_infer(Work *work);  /* days that follow from other times */
/* The days of an account; false when one end is unknown. */
bool account_days(const Work *work, const Account *account, Day *from, Day *to);

#endif
