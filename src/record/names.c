/* record/names: the words of RECORD.md and of explain for what the earlier rooms count. */
#include "record/names.h"

const char *timex_kind_name(TimexKind kind) {
    static const char *const names[] = {"DATE", "TIME", "DURATION", "SET"};
    return names[kind];
}

const char *published_from_name(PublishedFrom from) {
    static const char *const names[] = {NULL, "given", "dateline", "inferred"};
    return names[from];
}

const char *sentence_kind_name(SentenceKind kind) {
    static const char *const names[] = {"prose", "heading", "title", "dateline"};
    return names[kind];
}

const char *name_kind_name(NameKind kind) {
    static const char *const names[] = {"PER", "ORG", "LOC"};
    return names[kind];
}
