/* isnad: reads news reports and writes down who did what to whom, when, where, and on whose word.
 *
 * The one public header. A program opens an Isnad once (weights and tables, read-only, shared by threads), makes an
 * IsnadReader a thread, and hands it reports; it gets back the record as one line of JSON, owned by the reader until
 * its next call. Nothing here prints, exits or reads the environment.
 */
#ifndef ISNAD_H
#define ISNAD_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ISNAD_VERSION "0.1.0"

/* 0 done; 1 this report is refused; 2 wrong use; 70 and above: memory, files, data (the exit codes of the command). */
typedef int IsnadCode;

typedef struct IsnadError {
    IsnadCode code;
    char message[480]; /* UTF-8, one line: what happened, where, what to do next */
} IsnadError;

typedef struct Isnad Isnad;
typedef struct IsnadReader IsnadReader;

typedef struct IsnadReport {
    const char *name;                                 /* file, URL or message it came from; never NULL */
    const char *bytes;                                /* plain text in UTF-8, Latin-1 or windows-1252 */
    size_t length;                                    /* bytes */
    const char *title, *outlet, *url, *author, *date; /* NULL when unknown; date "2020-01-25" or longer */
} IsnadReport;

/* model_folder holds weights.safetensors and vocab.txt, data_folder the tables. On failure *isnad is NULL. */
IsnadCode isnad_open(const char *model_folder, const char *data_folder, Isnad **isnad, IsnadError *error);
/* The same with a user's own files, each NULL for none. actors: rows as in data/actors.tsv, which go before ours, or a
 * PETRARCH actor dictionary; verbs: a PETRARCH verb dictionary: their codes go before ours. types: in the form of
 * data/types.tsv, in its place, with modes and codes of whatever ontology. */
typedef struct IsnadFiles {
    const char *actors, *verbs, *types;
} IsnadFiles;
IsnadCode isnad_open_with(const char *model_folder, const char *data_folder, const IsnadFiles *own, Isnad **isnad,
                          IsnadError *error);
void isnad_close(Isnad *isnad); /* after its readers; NULL is fine */
/* What a user should know although all works (a prepared file is missing and opening took longer); NULL when nothing.
 * Lives as long as the Isnad. */
const char *isnad_note(const Isnad *isnad);

/* One a thread. The Isnad must outlive it. */
IsnadCode isnad_reader_new(const Isnad *isnad, IsnadReader **reader, IsnadError *error);
void isnad_reader_free(IsnadReader *reader);

/* *json: the record, one line without its line break, *length bytes and a terminating zero; belongs to the reader until
 * its next call. */
IsnadCode isnad_read(IsnadReader *reader, const IsnadReport *report, const char **json, size_t *length,
                     IsnadError *error);

#ifdef __cplusplus
}
#endif
#endif
