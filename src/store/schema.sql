-- What a store of isnad holds. Days are days since 1970-01-01; positions are code points of the report's text;
-- "label" is the id within the record (E1, S3). Only reports and records are given; all else is drawn from them
-- (src/store/draw.c) and is drawn again when an older file is opened.

-- One row a report.
CREATE TABLE reports(
    id INTEGER PRIMARY KEY,
    hash TEXT NOT NULL UNIQUE,      -- report.id of the record: "sha256:..." of the text
    name TEXT,                      -- the file, address or message it came from
    title TEXT,
    outlet TEXT,
    teller INTEGER,                 -- the outlet's row in actors
    url TEXT,
    author TEXT,
    language TEXT,                  -- BCP 47
    published INTEGER,              -- day
    kept INTEGER NOT NULL           -- when, seconds since 1970
) STRICT;
CREATE INDEX reports_by_name ON reports(name);
CREATE INDEX reports_by_published ON reports(published);
CREATE INDEX reports_by_teller ON reports(teller) WHERE teller IS NOT NULL;

-- Which events and statements a report has: their rows follow each other.
CREATE TABLE extents(
    report INTEGER PRIMARY KEY REFERENCES reports(id),
    first_event INTEGER NOT NULL,
    events INTEGER NOT NULL,
    first_statement INTEGER NOT NULL,
    statements INTEGER NOT NULL
) STRICT;

-- The record as isnad read wrote it, one line of JSON, compressed with zstd.
CREATE TABLE records(
    report INTEGER PRIMARY KEY REFERENCES reports(id),
    json BLOB NOT NULL
) STRICT;

-- Words that stand again and again: types, modes, codes, statuses, countries.
CREATE TABLE terms(
    id INTEGER PRIMARY KEY,
    term TEXT NOT NULL UNIQUE
) STRICT;

-- Who acts and who tells. The same row for the same entry of the actor table, the same country, the same name of the
-- same kind; who has no name in a report stays in it.
CREATE TABLE actors(
    id INTEGER PRIMARY KEY,
    key TEXT UNIQUE,                -- what makes it the same; null: it stays in its report
    report INTEGER REFERENCES reports(id), -- that report
    name TEXT NOT NULL,
    kind TEXT NOT NULL,             -- person, group, organization, country, unnamed
    code TEXT NOT NULL,             -- CAMEO
    known TEXT                      -- entry of the actor table
) STRICT;
CREATE INDEX actors_by_report ON actors(report) WHERE report IS NOT NULL;
CREATE INDEX actors_by_code ON actors(code) WHERE key IS NOT NULL;

-- How many reports have an actor that several may have. Apart from actors, as name_reports from names: a new report
-- counts up a few of hundreds of thousands of rows, and a page holds hundreds of counts.
CREATE TABLE actor_reports(
    actor INTEGER PRIMARY KEY REFERENCES actors(id),
    reports INTEGER NOT NULL
) STRICT;

-- Every name that an actor has in the reports or in the tables, folded (no marks, no case).
CREATE TABLE names(
    id INTEGER PRIMARY KEY,
    folded TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actors(id),
    name TEXT NOT NULL,             -- as first written
    given INTEGER NOT NULL,         -- 1: the tables have it
    UNIQUE(folded, actor)
) STRICT;
CREATE INDEX names_by_actor ON names(actor);

-- How many reports write a name.
CREATE TABLE name_reports(
    name INTEGER PRIMARY KEY REFERENCES names(id),
    reports INTEGER NOT NULL
) STRICT;

CREATE TABLE places(
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    country TEXT,                   -- ISO 3166-1 alpha-3
    admin1 TEXT,
    kind TEXT,
    lat REAL,
    lon REAL,
    reports INTEGER NOT NULL
) STRICT;
CREATE INDEX places_by_country ON places(country);
CREATE INDEX places_by_lat ON places(lat);

CREATE TABLE place_names(
    folded TEXT NOT NULL,
    place INTEGER NOT NULL REFERENCES places(id),
    reports INTEGER NOT NULL,
    PRIMARY KEY(folded, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX place_names_by_place ON place_names(place);

-- What the tables call the countries of these places.
CREATE TABLE country_names(
    folded TEXT PRIMARY KEY,
    country TEXT NOT NULL           -- ISO 3166-1 alpha-3
) STRICT, WITHOUT ROWID;

-- Somebody's word.
CREATE TABLE statements(
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id),
    label TEXT NOT NULL,
    within INTEGER,                 -- the statement that this one is reported inside
    manner INTEGER NOT NULL REFERENCES terms(id),
    commitment INTEGER NOT NULL REFERENCES terms(id),
    unnamed INTEGER NOT NULL,       -- 1: somebody in its chain has no name
    depth INTEGER NOT NULL,         -- links of its chain
    published INTEGER,              -- day of the report
    cue TEXT NOT NULL,              -- the letters
    start INTEGER NOT NULL,         -- of the first piece of its content
    stop INTEGER NOT NULL,          -- of the last
    content TEXT NOT NULL,          -- the letters, pieces joined by " ... "
    chain TEXT NOT NULL             -- JSON array, outermost first, itself last
) STRICT;

-- Whose word a statement is: of its own speakers (own = 1) and of those through whom it came.
CREATE TABLE speakers(
    actor INTEGER NOT NULL REFERENCES actors(id),
    own INTEGER NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements(id),
    PRIMARY KEY(actor, own, statement)
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_by_statement ON speakers(statement, own);

-- What one report tells of an event.
CREATE TABLE events(
    id INTEGER PRIMARY KEY,
    report INTEGER NOT NULL REFERENCES reports(id),
    label TEXT NOT NULL,
    type INTEGER NOT NULL REFERENCES terms(id),
    mode INTEGER REFERENCES terms(id),
    code INTEGER REFERENCES terms(id),   -- CAMEO
    status INTEGER NOT NULL REFERENCES terms(id),
    place INTEGER REFERENCES places(id),
    country INTEGER REFERENCES terms(id), -- of the place
    first INTEGER,                  -- days
    last INTEGER,
    depth INTEGER NOT NULL,         -- links of its chain
    unnamed INTEGER NOT NULL,       -- 1: somebody in its chain has no name
    start INTEGER NOT NULL,         -- of the trigger
    stop INTEGER NOT NULL,
    trigger TEXT NOT NULL,          -- its letters
    chain TEXT NOT NULL,            -- JSON array, outermost first
    same INTEGER,                   -- the same number: plainly the same event (type, actors, days, place)
    story INTEGER                   -- for merging across reports
) STRICT;
CREATE INDEX events_by_place ON events(place) WHERE place IS NOT NULL;
CREATE INDEX events_by_same ON events(same) WHERE same IS NOT NULL;
CREATE INDEX events_by_story ON events(story) WHERE story IS NOT NULL;

-- Who did it (role 0), to whom (role 1).
CREATE TABLE parts(
    actor INTEGER NOT NULL REFERENCES actors(id),
    role INTEGER NOT NULL,
    event INTEGER NOT NULL REFERENCES events(id),
    PRIMARY KEY(actor, role, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX parts_by_event ON parts(event, role);

-- Each mention of the event in its report, with the statement it stands in.
CREATE TABLE accounts(
    event INTEGER NOT NULL REFERENCES events(id),
    number INTEGER NOT NULL,        -- from 1
    start INTEGER NOT NULL,         -- of the trigger
    stop INTEGER NOT NULL,
    trigger TEXT NOT NULL,
    status INTEGER NOT NULL REFERENCES terms(id),
    statement INTEGER REFERENCES statements(id),
    PRIMARY KEY(event, number)
) STRICT, WITHOUT ROWID;

-- On whose word an event rests: everybody in the chains of its accounts, the outlet, and whom that has the report from. Outermost = 1: who tells it
-- first of all, of a report that its outlet relays ("(AFP)") the source. Actor 0: the report itself, when nobody knows its outlet.
CREATE TABLE tellers(
    actor INTEGER NOT NULL,
    event INTEGER NOT NULL REFERENCES events(id),
    outermost INTEGER NOT NULL,
    PRIMARY KEY(actor, event)
) STRICT, WITHOUT ROWID;
CREATE INDEX tellers_by_event ON tellers(event);

-- Events that more than one report tells: how many tellers, how many reports.
CREATE TABLE shared(
    id INTEGER PRIMARY KEY,
    same INTEGER NOT NULL UNIQUE,
    tellers INTEGER NOT NULL,
    reports INTEGER NOT NULL
) STRICT;

-- Who these tellers are: actors, and the negative of a report whose outlet nobody knows.
CREATE TABLE shared_tellers(
    shared INTEGER NOT NULL REFERENCES shared(id),
    teller INTEGER NOT NULL,
    PRIMARY KEY(shared, teller)
) STRICT, WITHOUT ROWID;

-- The columns of events and statements that conditions are asked of, again: 960 rows of one column to a block, as
-- 32-bit numbers, the lowest byte first; rows that are not there are 0. A block's id is the number of the column
-- (src/store/columns.h) * 4294967296 + the first row / 960.
CREATE TABLE columns(
    id INTEGER PRIMARY KEY,
    numbers BLOB NOT NULL
) STRICT;

-- Full text: of reports (the letters stand in the records), and of what statements say.
CREATE VIRTUAL TABLE report_words USING fts5(title, text, content='', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE statement_words USING fts5(content, content='statements', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2');
-- Few merges, so that the ten-thousandth report costs little more than the first; a question looks into at most some
-- thirty segments.
INSERT INTO report_words(report_words, rank) VALUES('automerge', 16);
INSERT INTO statement_words(statement_words, rank) VALUES('automerge', 16);
-- A transaction's words stay together until it ends (bytes of memory): the fewer segments, the fewer merges.
INSERT INTO report_words(report_words, rank) VALUES('hashsize', 67108864);
INSERT INTO statement_words(statement_words, rank) VALUES('hashsize', 33554432);
