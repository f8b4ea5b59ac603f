-- One row is one item of a branch's yearly plan (rulebook 9.2 P08, P09): what, how, by whom, when,
-- and what has become of it.
CREATE TABLE plan_item (
    id              BLOB NOT NULL PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    year            INTEGER NOT NULL,
    month           INTEGER NOT NULL CHECK (month BETWEEN 0 AND 12), -- 0: some time in the year
    kind            TEXT NOT NULL,     -- id of a kind of activity; '': other work
    title           TEXT NOT NULL,
    method          TEXT NOT NULL,
    responsible     TEXT NOT NULL,     -- a name
    day             TEXT,              -- planned for
    note            TEXT NOT NULL,
    activity_id     BLOB REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED, -- what fulfilled it
    done_on         TEXT,              -- said by a person, where no activity fulfils it
    position        INTEGER NOT NULL,  -- order within its month
    deleted_at      TEXT
) STRICT;
-- A branch's year is read by it; the matrix and the figures of all branches read nothing else.
CREATE INDEX plan_item_year ON plan_item(organisation_id, year, deleted_at, month, kind,
                                         activity_id, done_on);
CREATE INDEX plan_item_activity ON plan_item(activity_id) WHERE activity_id IS NOT NULL;
CREATE VIEW live_plan_item AS SELECT * FROM plan_item WHERE deleted_at IS NULL;
