/* Private to store/: every fixed query, prepared once when it is first asked. */
#ifndef ISNAD_STORE_QUERIES_H
#define ISNAD_STORE_QUERIES_H

#define QUERIES(X)                                                                                                     \
    X(BEGIN, "BEGIN IMMEDIATE")                                                                                        \
    X(COMMIT, "COMMIT")                                                                                                \
    X(ROLLBACK, "ROLLBACK")                                                                                            \
    /* reports */                                                                                                      \
    X(REPORT_BY_HASH, "SELECT id FROM reports WHERE hash = ?")                                                         \
    X(REPORT_ADD, "INSERT INTO reports(hash, name, title, outlet, url, author, language, published, kept) "            \
                  "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)")                                                                 \
    X(REPORT_TELLER, "UPDATE reports SET teller = ? WHERE id = ?")                                                     \
    X(EXTENT_ADD, "INSERT INTO extents(report, first_event, events, first_statement, statements) "                     \
                  "VALUES(?, ?, ?, ?, ?)")                                                                             \
    X(EXTENT_GET, "SELECT first_event, events, first_statement, statements FROM extents WHERE report = ?")             \
    X(EXTENT_REMOVE, "DELETE FROM extents WHERE report = ?")                                                           \
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
    X(ACTOR_ADD, "INSERT INTO actors(key, report, name, kind, code, known) VALUES(?, ?, ?, ?, ?, ?)")                  \
    X(ACTOR_COUNT,                                                                                                     \
      "INSERT INTO actor_reports(actor, reports) VALUES(?1, ?2) ON CONFLICT DO UPDATE SET reports = reports + ?2")     \
    X(ACTOR_COUNT_REMOVE, "DELETE FROM actor_reports WHERE actor = ? AND reports <= 0")                                \
    X(ACTORS_OF_REPORT_REMOVE, "DELETE FROM actors WHERE report = ?")                                                  \
    X(ACTOR_REMOVE_UNUSED, "DELETE FROM actors WHERE id = ?1 AND key IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "       \
                           "actor_reports WHERE actor = ?1)")                                                          \
    X(NAME_GET, "SELECT id FROM names WHERE folded = ? AND actor = ?")                                                 \
    X(NAME_ADD, "INSERT INTO names(folded, actor, name, given) VALUES(?, ?, ?, ?)")                                    \
    X(NAME_GIVEN, "UPDATE names SET given = 1 WHERE id = ? AND NOT given")                                             \
    X(NAME_COUNT,                                                                                                      \
      "INSERT INTO name_reports(name, reports) VALUES(?1, ?2) ON CONFLICT DO UPDATE SET reports = reports + ?2")       \
    X(NAME_COUNTS_REMOVE, "DELETE FROM name_reports WHERE name IN (SELECT id FROM names WHERE actor = ?1) AND "        \
                          "(reports <= 0 OR NOT EXISTS (SELECT 1 FROM actors WHERE id = ?1))")                         \
    X(NAMES_REMOVE_UNUSED, "DELETE FROM names WHERE actor = ?1 AND (NOT EXISTS (SELECT 1 FROM actors WHERE id = ?1) "  \
                           "OR (NOT given AND NOT EXISTS (SELECT 1 FROM name_reports WHERE name = names.id)))")        \
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
                              "SELECT 'delete', id, content FROM statements WHERE id BETWEEN ? AND ?")                 \
    X(STATEMENTS_REMOVE, "DELETE FROM statements WHERE id BETWEEN ? AND ?")                                            \
    X(SPEAKER_ADD, "INSERT OR IGNORE INTO speakers(actor, own, statement) VALUES(?, ?, ?)")                            \
    X(SPEAKERS_REMOVE, "DELETE FROM speakers WHERE (actor, own, statement) IN (SELECT actor, own, statement "          \
                       "FROM speakers WHERE statement BETWEEN ? AND ?)")                                               \
    /* events */                                                                                                       \
    X(EVENT_LAST, "SELECT max(id) FROM events")                                                                        \
    X(EVENT_ADD, "INSERT INTO events(report, label, type, mode, code, status, place, country, first, last, depth, "    \
                 "unnamed, start, stop, trigger, chain, same) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " \
                 "?)")                                                                                                 \
    X(PART_ADD, "INSERT OR IGNORE INTO parts(actor, role, event) VALUES(?, ?, ?)")                                     \
    X(ACCOUNT_ADD, "INSERT INTO accounts(event, number, start, stop, trigger, status, statement) "                     \
                   "VALUES(?, ?, ?, ?, ?, ?, ?)")                                                                      \
    X(TELLER_ADD, "INSERT INTO tellers(actor, event, outermost) VALUES(?1, ?2, ?3) "                                   \
                  "ON CONFLICT DO UPDATE SET outermost = max(outermost, ?3)")                                          \
    X(EVENTS_OF_REPORT, "SELECT id, same FROM events WHERE id BETWEEN ? AND ?")                                        \
    X(PARTS_REMOVE, "DELETE FROM parts WHERE (actor, role, event) IN "                                                 \
                    "(SELECT actor, role, event FROM parts WHERE event = ?)")                                          \
    X(TELLERS_REMOVE, "DELETE FROM tellers WHERE (actor, event) IN "                                                   \
                      "(SELECT actor, event FROM tellers WHERE event = ?)")                                            \
    X(ACCOUNTS_REMOVE, "DELETE FROM accounts WHERE event = ?")                                                         \
    X(EVENT_REMOVE, "DELETE FROM events WHERE id = ?")                                                                 \
    /* blocks of columns */                                                                                            \
    X(COLUMN_GET, "SELECT numbers FROM columns WHERE id = ?")                                                          \
    X(COLUMN_SET, "INSERT INTO columns(id, numbers) VALUES(?1, ?2) ON CONFLICT DO UPDATE SET numbers = ?2")            \
    X(EVENT_COLUMNS, "SELECT e.id, e.type, e.mode, e.code, e.status, e.country, e.first, e.last, e.depth, e.unnamed, " \
                     "s.id FROM events e LEFT JOIN shared s ON s.same = e.same WHERE e.id BETWEEN ? AND ?")            \
    X(STATEMENT_COLUMNS, "SELECT id, commitment, published, depth, unnamed FROM statements WHERE id BETWEEN ? AND ?")  \
    /* the same event in several reports; a report without a known outlet is a teller of its own */                    \
    X(SHARED_GET, "SELECT id FROM shared WHERE same = ?")                                                              \
    X(SHARED_ADD, "INSERT INTO shared(same, tellers, reports) VALUES(?, 0, 0)")                                        \
    X(SHARED_COUNT, "UPDATE shared SET tellers = tellers + ?2, reports = reports + ?3 WHERE id = ?1")                  \
    X(SHARED_REMOVE, "DELETE FROM shared WHERE id = ?")                                                                \
    X(SHARED_TELLER_ADD, "INSERT OR IGNORE INTO shared_tellers(shared, teller) VALUES(?, ?)")                          \
    X(OUTERMOST_TELLERS, "SELECT actor FROM tellers WHERE event = ? AND outermost")                                    \
    X(SHARED_TELLERS_REMOVE, "DELETE FROM shared_tellers WHERE shared = ?")                                            \
    X(SHARED_WITH_TELLERS, "SELECT id FROM shared WHERE tellers >= ?")                                                 \
    X(LAST_SHARED, "SELECT max(id) FROM shared")                                                                       \
    X(EVENTS_SAME, "SELECT id, report FROM events WHERE same = ? ORDER BY id")                                         \
    X(EVENT_SAME, "SELECT same FROM events WHERE id = ?")                                                              \
    X(EVENT_SAME_BETWEEN, "SELECT 1 FROM events WHERE same = ? AND id >= ? AND id < ? LIMIT 1")                        \
    X(EVENT_GET, "SELECT ty.term, mo.term, co.term, st.term, e.first, e.last, e.start, e.stop, e.trigger, e.chain, "   \
                 "e.label, e.same, p.name, p.country, p.admin1, p.lat, p.lon, r.hash, r.name, r.title, r.outlet, "     \
                 "r.published, r.id FROM events e JOIN reports r ON r.id = e.report JOIN terms ty ON ty.id = e.type "  \
                 "JOIN terms st ON st.id = e.status LEFT JOIN terms mo ON mo.id = e.mode "                             \
                 "LEFT JOIN terms co ON co.id = e.code LEFT JOIN places p ON p.id = e.place WHERE e.id = ?")           \
    X(EVENT_REPORT, "SELECT report FROM events WHERE id = ?")                                                          \
    X(EVENT_PARTS, "SELECT a.name, a.code, a.known, a.kind FROM parts p CROSS JOIN actors a ON a.id = p.actor "        \
                   "WHERE p.event = ? AND p.role = ? ORDER BY a.id")                                                   \
    X(EVENT_ACTORS, "SELECT actor, role FROM parts WHERE event = ? ORDER BY role, actor")                              \
    X(EVENT_TELLERS, "SELECT t.actor, a.name FROM tellers t LEFT JOIN actors a ON a.id = t.actor "                     \
                     "WHERE t.event = ? AND t.outermost ORDER BY t.actor")                                             \
    X(STATEMENT_GET, "SELECT s.label, ma.term, co.term, s.unnamed, s.depth, s.published, s.cue, s.start, s.stop, "     \
                     "s.content, s.chain, r.hash, r.name, r.title, r.outlet FROM statements s "                        \
                     "JOIN reports r ON r.id = s.report JOIN terms ma ON ma.id = s.manner "                            \
                     "JOIN terms co ON co.id = s.commitment WHERE s.id = ?")                                           \
    X(STATEMENT_SPEAKERS, "SELECT a.name, a.code, a.known, a.kind FROM speakers k CROSS JOIN actors a "                \
                          "ON a.id = k.actor WHERE k.statement = ? AND k.own = 1 ORDER BY a.id")                       \
    X(ACTOR_ROW, "SELECT a.name, a.kind, a.code, a.known, coalesce(r.reports, 1) FROM actors a LEFT JOIN "             \
                 "actor_reports r ON r.actor = a.id WHERE a.id = ?")                                                   \
    X(ACTOR_NAMES, "SELECT n.name FROM names n LEFT JOIN name_reports r ON r.name = n.id WHERE n.actor = ? ORDER BY "  \
                   "coalesce(r.reports, 0) DESC, n.folded")                                                            \
    X(ACTOR_PARTS, "SELECT count(*) FROM parts WHERE actor = ? AND role = ?")                                          \
    X(ACTOR_TOLD, "SELECT count(*) FROM tellers WHERE actor = ?")                                                      \
    X(REPORT_ROW, "SELECT r.hash, r.name, r.title, r.outlet, r.url, r.author, r.language, r.published, r.kept, "       \
                  "x.events, x.statements FROM reports r JOIN extents x ON x.report = r.id WHERE r.id = ?")            \
    X(REPORTS_BY_DAY, "SELECT id, published FROM reports ORDER BY published DESC, id")                                 \
    X(TERM_TEXT, "SELECT term FROM terms WHERE id = ?")                                                                \
    X(CHECK_EVENTS, "SELECT label, start, stop, trigger FROM events WHERE report = ?1 AND id >= "                      \
                    "(SELECT first_event FROM extents WHERE report = ?1) AND id < "                                    \
                    "(SELECT first_event + events FROM extents WHERE report = ?1)")                                    \
    X(CHECK_ACCOUNTS, "SELECT e.label, a.start, a.stop, a.trigger FROM events e CROSS JOIN accounts a "                \
                      "ON a.event = e.id WHERE e.id >= (SELECT first_event FROM extents WHERE report = ?1) AND "       \
                      "e.id < (SELECT first_event + events FROM extents WHERE report = ?1)")                           \
    X(CHECK_STATEMENTS, "SELECT label, start, stop, content FROM statements WHERE report = ?1 AND id >= "              \
                        "(SELECT first_statement FROM extents WHERE report = ?1) AND id < "                            \
                        "(SELECT first_statement + statements FROM extents WHERE report = ?1)")                        \
    X(LAST_ACTOR, "SELECT max(id) FROM actors")                                                                        \
    /* names as asked for */                                                                                           \
    X(ACTORS_NAMED, "SELECT actor FROM names WHERE folded = ?")                                                        \
    X(ACTORS_CODED, "SELECT id FROM actors WHERE code >= ?1 AND code < ?1 || '~' AND key IS NOT NULL")                 \
    X(NAMES_ALL, "SELECT folded, actor, name FROM names")                                                              \
    X(PLACES_NAMED, "SELECT place FROM place_names WHERE folded = ?")                                                  \
    X(PLACES_IN_PROVINCE, "SELECT id FROM places WHERE admin1 = ? COLLATE NOCASE")                                     \
    X(PLACES_BETWEEN, "SELECT id, lat, lon FROM places WHERE lat BETWEEN ? AND ?")                                     \
    X(PLACE_WHERE, "SELECT lat, lon FROM places WHERE id = ? AND lat IS NOT NULL")                                     \
    X(COUNTRY_NAMED, "SELECT t.id FROM country_names n JOIN terms t ON t.term = n.country WHERE n.folded = ?")         \
    X(COUNTRY_NAME_ADD, "INSERT OR IGNORE INTO country_names(folded, country) VALUES(?, ?)")                           \
    X(LAST_TERM, "SELECT max(id) FROM terms")                                                                          \
    X(TERM_LIKE, "SELECT id FROM terms WHERE term = ? COLLATE NOCASE")                                                 \
    X(TERM_BEGINS, "SELECT id FROM terms WHERE term >= ?1 AND term < ?1 || '~'")                                       \
    /* sets of rows: bits.c takes them; no row comes out */                                                            \
    X(PARTS_OF, "SELECT 1 FROM parts WHERE actor = ? AND role = ? AND gather(event)")                                  \
    X(TOLD_BY, "SELECT 1 FROM tellers WHERE actor = ? AND gather(event)")                                              \
    X(SAID_BY, "SELECT 1 FROM speakers WHERE actor = ? AND own = ? AND gather(statement)")                             \
    X(EVENTS_AT, "SELECT 1 FROM events WHERE place = ? AND gather(id)")                                                \
    X(REPORTS_WITH_WORDS, "SELECT 1 FROM report_words WHERE report_words MATCH ? AND gather(rowid)")                   \
    X(STATEMENTS_WITH_WORDS, "SELECT 1 FROM statement_words WHERE statement_words MATCH ? AND gather(rowid)")          \
    X(REPORTS_TOLD_BY, "SELECT 1 FROM reports WHERE teller = ? AND gather(id)")                                        \
    X(EVENTS_OF_REPORTS, "SELECT 1 FROM extents WHERE gather(first_event, events, report)")                            \
    X(STATEMENTS_OF_REPORTS, "SELECT 1 FROM extents WHERE gather(first_statement, statements, report)")                \
    X(LAST_STATEMENT, "SELECT max(id) FROM statements")                                                                \
    X(LAST_REPORT, "SELECT max(id) FROM reports")

typedef enum Query {
#define QUERY_NAME(name, text) QUERY_##name,
    QUERIES(QUERY_NAME)
#undef QUERY_NAME
        QUERY_COUNT
} Query;

#endif
