-- What was read. `location` is absolute and private to this file: no export holds it.
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    location TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL
) STRICT;

-- `digest` is of the whole capture, its text, path and sidecar; `data` the capture itself, compressed, so that it
-- can be extracted anew when its file is gone. `member` tells the captures of one source apart.
CREATE TABLE captures (
    id INTEGER PRIMARY KEY,
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    member TEXT NOT NULL,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    sidecar TEXT NOT NULL,
    digest TEXT NOT NULL,
    data BLOB NOT NULL,
    UNIQUE (source, member)
) STRICT;
CREATE INDEX capture_digest ON captures (digest);

CREATE TABLE read_problems (
    source INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX read_problem_source ON read_problems (source);

-- What each capture yielded under one version of code, options, model and knowledge. `retry`: the run failed, not
-- the capture, and the next build tries again.
CREATE TABLE extractions (
    digest TEXT NOT NULL,
    version TEXT NOT NULL,
    lost INTEGER NOT NULL,
    retry INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY (digest, version)
) STRICT;
-- Whole of what is asked of all extractions at once, so that their data need not be passed over.
CREATE INDEX extraction_state ON extractions (version, lost, retry, digest);

CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE builds (
    id INTEGER PRIMARY KEY,
    finished TEXT NOT NULL,
    version TEXT NOT NULL,
    captures INTEGER NOT NULL,
    extracted INTEGER NOT NULL,
    problems INTEGER NOT NULL
) STRICT;

-- The record: one table a kind. `data` is the whole row as the contract has it, the columns what is asked for most.
CREATE TABLE articles (
    id TEXT PRIMARY KEY, capture TEXT NOT NULL, sha256 TEXT NOT NULL, url TEXT, language TEXT, title TEXT,
    published_earliest TEXT, published_latest TEXT, published_basis TEXT, outlet TEXT, agency TEXT,
    origin TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE TABLE actors (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, country TEXT, data TEXT NOT NULL
) STRICT;
CREATE TABLE times (
    id TEXT PRIMARY KEY, article TEXT NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED, words TEXT NOT NULL,
    value TEXT, earliest TEXT, latest TEXT, basis TEXT, data TEXT NOT NULL
) STRICT;
CREATE TABLE events (
    id TEXT PRIMARY KEY, form TEXT NOT NULL, status TEXT NOT NULL, level TEXT NOT NULL, earliest TEXT, latest TEXT,
    basis TEXT, approximate INTEGER, place TEXT, country TEXT, data TEXT NOT NULL
) STRICT;
CREATE TABLE utterances (
    id TEXT PRIMARY KEY, event TEXT REFERENCES events DEFERRABLE INITIALLY DEFERRED, renderings INTEGER NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE TABLE statements (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,
    article TEXT NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED, mode TEXT NOT NULL, stance TEXT NOT NULL,
    polarity TEXT NOT NULL, content TEXT NOT NULL, event TEXT REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    utterance TEXT REFERENCES utterances DEFERRABLE INITIALLY DEFERRED, data TEXT NOT NULL
) STRICT;
CREATE TABLE commitments (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, strength TEXT NOT NULL, action TEXT NOT NULL, earliest TEXT, latest TEXT,
    horizon TEXT, data TEXT NOT NULL
) STRICT;
CREATE TABLE agreements (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, stage TEXT, horizon TEXT, data TEXT NOT NULL
) STRICT;
CREATE TABLE indicators (
    id TEXT PRIMARY KEY, measure TEXT NOT NULL, value REAL NOT NULL, value_to REAL, unit TEXT NOT NULL,
    bound TEXT NOT NULL, change TEXT NOT NULL, earliest TEXT, latest TEXT, data TEXT NOT NULL
) STRICT;
CREATE TABLE findings (
    id TEXT PRIMARY KEY, about_kind TEXT NOT NULL, about TEXT NOT NULL, field TEXT NOT NULL, judgement TEXT NOT NULL,
    note TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE TABLE relationships (id TEXT PRIMARY KEY, data TEXT NOT NULL) STRICT;
CREATE TABLE problems (
    id TEXT PRIMARY KEY, capture TEXT NOT NULL, stage TEXT NOT NULL, code TEXT NOT NULL, message TEXT NOT NULL,
    lost INTEGER NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE INDEX event_time ON events (earliest, latest);
CREATE INDEX statement_utterance ON statements (utterance);
CREATE INDEX finding_about ON findings (about);

-- Links, for plain SQL; `data` has them too.
CREATE TABLE paragraphs (
    number INTEGER PRIMARY KEY, article TEXT NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED,
    position INTEGER NOT NULL, role TEXT NOT NULL, reason TEXT NOT NULL, kept INTEGER NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE TABLE event_participants (
    event TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    actor TEXT NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL
) STRICT;
CREATE TABLE event_mentions (
    event TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED, mention TEXT NOT NULL,
    article TEXT NOT NULL REFERENCES articles DEFERRABLE INITIALLY DEFERRED, status TEXT NOT NULL, words TEXT NOT NULL
) STRICT;
CREATE TABLE event_parts (
    event TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    whole TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE statement_speakers (
    statement TEXT NOT NULL REFERENCES statements (id) DEFERRABLE INITIALLY DEFERRED,
    actor TEXT REFERENCES actors DEFERRABLE INITIALLY DEFERRED, text TEXT NOT NULL, how TEXT NOT NULL,
    basis TEXT NOT NULL
) STRICT;
CREATE TABLE commitment_parties (
    commitment TEXT NOT NULL REFERENCES commitments DEFERRABLE INITIALLY DEFERRED,
    actor TEXT NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED, role TEXT NOT NULL
) STRICT;
CREATE TABLE relationship_actors (
    relationship TEXT NOT NULL REFERENCES relationships DEFERRABLE INITIALLY DEFERRED,
    actor TEXT NOT NULL REFERENCES actors DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE topics (item TEXT NOT NULL, kind TEXT NOT NULL, topic TEXT NOT NULL) STRICT;
CREATE INDEX participant_actor ON event_participants (actor);
CREATE INDEX speaker_actor ON statement_speakers (actor);

-- Ids of merged items that a later merge did away with.
CREATE TABLE redirects (old_id TEXT PRIMARY KEY, new_id TEXT NOT NULL, kind TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE paragraph_search USING fts5(
    text, content = 'paragraphs', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE statement_search USING fts5(
    content, content = 'statements', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2"
);
