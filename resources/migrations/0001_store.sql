-- What this copy of the store is: its own name in the journal, the office it belongs to.
CREATE TABLE store_info (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

-- One row is one thing that a person did. Append-only.
CREATE TABLE operation (
    seq       INTEGER NOT NULL PRIMARY KEY,  -- order in this file
    id        BLOB    NOT NULL UNIQUE,
    key       TEXT    NOT NULL,              -- what kind of operation, never renamed
    label     TEXT    NOT NULL,              -- as shown to people; no private values
    actor     TEXT    NOT NULL,
    replica   BLOB    NOT NULL,              -- the copy of the store that made it
    clock     INTEGER NOT NULL,              -- logical clock: orders, unlike wall_time
    wall_time TEXT    NOT NULL,              -- for display only
    schema    INTEGER NOT NULL,              -- version under which its lines were written
    reverts   BLOB,                          -- the operation that this one takes back
    lines     INTEGER NOT NULL,
    hash      BLOB    NOT NULL               -- over what it wrote and over the replica's previous one
) STRICT;
CREATE INDEX operation_order ON operation(clock, replica);
CREATE UNIQUE INDEX operation_reverts ON operation(reverts) WHERE reverts IS NOT NULL;

-- One row is one record that an operation changed; `before` holds what the changed cells were
-- (CBOR map, column name to value), or nothing where the record was new. Append-only.
-- seq: the operation, whose row is written last, when its hash is known. No foreign key: SQLite
-- would search every child table for each record added while one is still unmet.
CREATE TABLE journal (
    seq        INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    table_name TEXT    NOT NULL,
    row        BLOB    NOT NULL,
    before     BLOB,
    PRIMARY KEY (seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_row ON journal(row, seq);

CREATE TRIGGER operation_stays BEFORE UPDATE ON operation
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER operation_remains BEFORE DELETE ON operation
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_remains BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- One row is one choice of the office (name of the town, actor, remembered mappings …).
CREATE TABLE setting (
    id         BLOB NOT NULL PRIMARY KEY,    -- made from the name, so that copies agree
    name       TEXT NOT NULL,
    value      TEXT NOT NULL,
    deleted_at TEXT
) STRICT;
CREATE VIEW live_setting AS SELECT * FROM setting WHERE deleted_at IS NULL;
