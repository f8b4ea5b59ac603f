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

-- One row is one extension of an organisation's term. It is in force while the term on record ends
-- before it does: with the next election that is over, and the row stays.
CREATE TABLE term_extension (
    id              BLOB NOT NULL PRIMARY KEY,
    organisation_id BLOB NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    until_on        TEXT NOT NULL,     -- 延期至
    approver        TEXT NOT NULL,     -- 批准机关; '' not approved yet
    approved_on     TEXT,
    document        TEXT NOT NULL,     -- 批复文号
    deleted_at      TEXT
) STRICT;
CREATE INDEX term_extension_organisation ON term_extension(organisation_id, deleted_at, until_on);
CREATE VIEW live_term_extension AS SELECT * FROM term_extension WHERE deleted_at IS NULL;
