/* Private to store/: every fixed query, prepared once when it is first asked. */
#ifndef ISNAD_STORE_QUERIES_H
#define ISNAD_STORE_QUERIES_H

#define QUERIES(X)                                                                                                     \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                                        \
    X(COMMIT, "COMMIT")                                                                                                \
    X(ROLLBACK, "ROLLBACK")                                                                                            \
    X(SAVEPOINT, "SAVEPOINT report")                                                                                   \
    X(RELEASE, "RELEASE report")                                                                                       \
    X(UNDO, "ROLLBACK TO report")                                                                                      \
    /* reports */                                                                                                      \
    X(REPORT_BY_HASH, "SELECT id FROM reports WHERE hash = ?")                                                         \
    X(REPORT_ADD, "INSERT INTO reports(hash, name, title, outlet, url, author, language, published, kept) "            \
                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")                                                                 \
    X(REPORT_KEPT, "UPDATE reports SET kept = ? WHERE hash = ?")                                                       \
    X(REPORT_REMOVE, "DELETE FROM reports WHERE id = ?")                                                               \
    X(REPORTS_NAMED, "SELECT id FROM reports WHERE name = ?1 OR hash = ?1 OR "                                         \
                     "(length(?2) >= 8 AND hash >= 'sha256:' || ?2 AND hash < 'sha256:' || ?2 || 'g')")                \
    X(RECORD_ADD, "INSERT INTO records(report, json) VALUES(?, ?)")                                                    \
    X(RECORD_REMOVE, "DELETE FROM records WHERE report = ?")                                                           \
    X(RECORD_GET, "SELECT json FROM records WHERE report = ?")                                                         \
    X(RECORD_NEXT, "SELECT report, json FROM records WHERE report > ? ORDER BY report LIMIT 1")                        \
    X(REPORT_WORDS_ADD, "INSERT INTO report_words(rowid, title, text) VALUES(?, ?, ?)")                                \
    X(REPORT_WORDS_REMOVE, "INSERT INTO report_words(report_words, rowid, title, text) VALUES('delete', ?, ?, ?)")     \
    /* terms */                                                                                                        \
    X(TERM_GET, "SELECT id FROM terms WHERE term = ?")                                                                 \
    X(TERM_ADD, "INSERT INTO terms(term) VALUES(?)")                                                                   \
    /* actors */                                                                                                       \
    X(ACTOR_GET, "SELECT id FROM actors WHERE key = ?")                                                                \
    X(ACTOR_ADD, "INSERT INTO actors(key, report, name, kind, code, known, reports) VALUES(?, ?, ?, ?, ?, ?, 0)")      \
    X(ACTOR_COUNT, "UPDATE actors SET reports = reports + ? WHERE id = ?")                                             \
    X(ACTORS_OF_REPORT_REMOVE, "DELETE FROM actors WHERE report = ?")                                                  \
    X(ACTOR_REMOVE_UNUSED, "DELETE FROM actors WHERE id = ? AND reports <= 0")                                         \
    X(NAME_COUNT, "INSERT INTO names(folded, actor, name, reports, given) VALUES(?1, ?2, ?3, ?4, ?5) "                 \
                  "ON CONFLICT DO UPDATE SET reports = reports + ?4, given = max(given, ?5)")                          \
    X(NAMES_REMOVE_UNUSED, "DELETE FROM names WHERE actor = ?1 AND "                                                   \
                           "((reports <= 0 AND NOT given) OR NOT EXISTS (SELECT 1 FROM actors WHERE id = ?1))")        \
    /* places */                                                                                                       \
    X(PLACE_GET, "SELECT id FROM places WHERE key = ?")                                                                \
    X(PLACE_ADD, "INSERT INTO places(key, name, country, admin1, kind, lat, lon, reports) "                            \
                 "VALUES(?, ?, ?, ?, ?, ?, ?, 0)")                                                                     \
    X(PLACE_COUNT, "UPDATE places SET reports = reports + ? WHERE id = ?")                                             \
    X(PLACE_REMOVE_UNUSED, "DELETE FROM places WHERE id = ? AND reports <= 0")                                         \
    X(PLACE_NAME_COUNT, "INSERT INTO place_names(folded, place, reports) VALUES(?1, ?2, ?3) "                          \
                        "ON CONFLICT DO UPDATE SET reports = reports + ?3")                                            \
    X(PLACE_NAMES_REMOVE_UNUSED, "DELETE FROM place_names WHERE place = ?1 AND "                                       \
                                 "(reports <= 0 OR NOT EXISTS (SELECT 1 FROM places WHERE id = ?1))")                  \
    /* statements */                                                                                                   \
    X(STATEMENT_ADD, "INSERT INTO statements(report, label, within, manner, commitment, unnamed, depth, published, "   \
                     "cue, start, stop, content, chain) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")                \
    X(STATEMENT_WITHIN, "UPDATE statements SET within = ? WHERE id = ?")                                               \
    X(STATEMENT_WORDS_ADD, "INSERT INTO statement_words(rowid, content) VALUES(?, ?)")                                 \
    X(STATEMENT_WORDS_REMOVE, "INSERT INTO statement_words(statement_words, rowid, content) "                          \
                              "SELECT 'delete', id, content FROM statements WHERE report = ?")                         \
    X(STATEMENTS_REMOVE, "DELETE FROM statements WHERE report = ?")                                                    \
    X(SPEAKER_ADD, "INSERT OR IGNORE INTO speakers(actor, own, statement) VALUES(?, ?, ?)")                            \
    X(SPEAKERS_REMOVE, "DELETE FROM speakers WHERE (actor, own, statement) IN (SELECT actor, own, statement "          \
                       "FROM speakers WHERE statement IN (SELECT id FROM statements WHERE report = ?))")               \
    /* events */                                                                                                       \
    X(EVENT_ADD, "INSERT INTO events(report, label, type, mode, code, status, place, country, first, last, depth, "    \
                 "unnamed, start, stop, trigger, chain, same) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " \
                 "?)")                                                                                                 \
    X(PART_ADD, "INSERT OR IGNORE INTO parts(actor, role, event) VALUES(?, ?, ?)")                                     \
    X(ACCOUNT_ADD, "INSERT INTO accounts(event, number, start, stop, trigger, status, statement) "                     \
                   "VALUES(?, ?, ?, ?, ?, ?, ?)")                                                                      \
    X(TELLER_ADD, "INSERT INTO tellers(actor, event, outermost) VALUES(?1, ?2, ?3) "                                   \
                  "ON CONFLICT DO UPDATE SET outermost = max(outermost, ?3)")                                          \
    X(EVENTS_OF_REPORT, "SELECT id, same FROM events WHERE report = ?")                                                \
    X(PARTS_REMOVE, "DELETE FROM parts WHERE (actor, role, event) IN "                                                 \
                    "(SELECT actor, role, event FROM parts WHERE event = ?)")                                          \
    X(TELLERS_REMOVE, "DELETE FROM tellers WHERE (actor, event) IN "                                                   \
                      "(SELECT actor, event FROM tellers WHERE event = ?)")                                            \
    X(ACCOUNTS_REMOVE, "DELETE FROM accounts WHERE event = ?")                                                         \
    X(EVENT_REMOVE, "DELETE FROM events WHERE id = ?")                                                                 \
    /* the same event in several reports; a report without a known outlet is a teller of its own */                    \
    X(SHARED_REMOVE, "DELETE FROM shared WHERE same = ?")                                                              \
    X(SHARED_COUNT, "INSERT INTO shared(same, tellers, reports) "                                                      \
                    "SELECT ?1, count(DISTINCT CASE t.actor WHEN 0 THEN -e.report ELSE t.actor END), "                 \
                    "count(DISTINCT e.report) FROM events e JOIN tellers t ON t.event = e.id AND t.outermost "         \
                    "WHERE e.same = ?1 HAVING count(DISTINCT e.report) > 1")

typedef enum Query {
#define QUERY_NAME(name, text) QUERY_##name,
    QUERIES(QUERY_NAME)
#undef QUERY_NAME
        QUERY_COUNT
} Query;

#endif
