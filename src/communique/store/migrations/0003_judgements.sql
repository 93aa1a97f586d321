-- What persons decided, in the order in which it came: only ever added to. An undone judgement stays, and so does what
-- undoes it.
CREATE TABLE judgement_log (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, added TEXT NOT NULL, data TEXT NOT NULL
) STRICT;
CREATE TRIGGER judgement_kept BEFORE DELETE ON judgement_log
    BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted: undo it'); END;
CREATE TRIGGER judgement_fixed BEFORE UPDATE ON judgement_log
    BEGIN SELECT RAISE(ABORT, 'a judgement is never changed: undo it and judge anew'); END;

-- Those that hold, with how they stand in the record, and the items that bear their mark.
CREATE TABLE judgements (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, author TEXT NOT NULL, made TEXT NOT NULL, standing TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE TABLE judged_items (judgement TEXT NOT NULL, item TEXT NOT NULL) STRICT;
CREATE INDEX judged_item ON judged_items (item, judgement);

DELETE FROM meta WHERE name = 'fingerprint';
