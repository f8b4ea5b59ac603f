-- One row is one meeting, lecture, party day or talk. What belongs to every kind has a column; what
-- belongs to one kind only (resources/rules/activities.json) lies in `details`, a JSON object.
CREATE TABLE activity (
    id              BLOB NOT NULL PRIMARY KEY,
    kind            TEXT NOT NULL,
    organisation_id BLOB NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    joint           BLOB,              -- further organisations, 16 bytes each
    title           TEXT NOT NULL,
    starts_at       TEXT NOT NULL,     -- 2026-09-15T09:00:00, as the clock on the wall said
    ends_at         TEXT,
    place           TEXT NOT NULL,
    host            TEXT NOT NULL,     -- a name: hosts may come from outside
    host_id         BLOB REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    delegation      TEXT NOT NULL,     -- why another than the secretary presides
    recorder        TEXT NOT NULL,
    agenda          TEXT NOT NULL,     -- one item a line
    content         TEXT NOT NULL,
    resolution      TEXT NOT NULL,
    details         TEXT NOT NULL,     -- '' or a JSON object
    attendance      BLOB,              -- everyone's mark, as one value
    due             INTEGER NOT NULL,  -- 应到, counted when it was saved; 0: nobody is counted
    present         INTEGER NOT NULL,
    voting_due      INTEGER NOT NULL,
    voting_present  INTEGER NOT NULL,
    votes           BLOB,              -- what was voted on and how, as one value
    state           TEXT NOT NULL CHECK (state IN ('draft', 'final')),
    recorded_on     TEXT NOT NULL,     -- the day it was first written down
    deleted_at      TEXT
) STRICT;
-- The matrix and the checks read this index alone.
CREATE INDEX activity_held ON activity(organisation_id, starts_at, deleted_at, id, kind, ends_at,
                                       state, due, present, voting_due, voting_present, host_id,
                                       delegation, recorded_on);
CREATE INDEX activity_votes ON activity(organisation_id, starts_at) WHERE votes IS NOT NULL;
CREATE INDEX activity_joint ON activity(starts_at) WHERE joint IS NOT NULL;
CREATE INDEX activity_host ON activity(host_id) WHERE host_id IS NOT NULL;
CREATE VIEW live_activity AS SELECT * FROM activity WHERE deleted_at IS NULL;
