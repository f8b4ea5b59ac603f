-- One row is one rule that an organisation, and what is below it, need not follow in the periods
-- that touch these days, as its superior has approved.
CREATE TABLE exemption (
    id              BLOB NOT NULL PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    rule            TEXT NOT NULL,     -- id of a rule of resources/rules: R-104
    from_on         TEXT NOT NULL,
    until_on        TEXT NOT NULL,
    reason          TEXT NOT NULL,
    approver        TEXT NOT NULL,     -- 批准人或批准机关
    approved_on     TEXT,
    deleted_at      TEXT
) STRICT;
CREATE INDEX exemption_organisation ON exemption(organisation_id, deleted_at, from_on, until_on);
CREATE VIEW live_exemption AS SELECT * FROM exemption WHERE deleted_at IS NULL;
