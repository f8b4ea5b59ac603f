-- One meeting may serve several kinds (大会 and 党课): the further ones, ids between spaces.
ALTER TABLE activity ADD COLUMN also TEXT NOT NULL DEFAULT '';
DROP INDEX activity_held;
-- The matrix and the checks read this index alone.
CREATE INDEX activity_held ON activity(organisation_id, starts_at, deleted_at, id, kind, ends_at,
                                       state, due, present, voting_due, voting_present, host_id,
                                       delegation, recorded_on, also);
