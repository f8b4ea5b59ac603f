-- One row is one Party organisation: committee, general branch, branch or group. Codes as in
-- resources/people/codes.json.
CREATE TABLE organisation (
    id              BLOB NOT NULL PRIMARY KEY,
    parent_id       BLOB REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    name            TEXT NOT NULL,     -- 中共示范镇西荡村支部委员会
    short_name      TEXT NOT NULL,     -- 西荡村党支部
    type            TEXT NOT NULL,     -- code table organisation_type
    sector          TEXT NOT NULL,     -- code table organisation_category
    position        INTEGER NOT NULL,  -- order among its siblings
    established_on  TEXT,
    approval        TEXT NOT NULL,     -- 成立批复文号
    term_started_on TEXT,              -- 换届日
    term_ends_on    TEXT,              -- 届满日
    place           TEXT NOT NULL,     -- 活动阵地
    party_day       TEXT NOT NULL,     -- 固定党日
    public_phone    TEXT NOT NULL,     -- 监督电话: posted on the wall, so not private
    dissolved_on    TEXT,
    deleted_at      TEXT
) STRICT;
CREATE INDEX organisation_parent ON organisation(parent_id);
CREATE VIEW live_organisation AS SELECT * FROM organisation WHERE deleted_at IS NULL;

-- One row is one person on the books of a branch. Dates may be partial: 2001, 2001-07, 2001-07-01.
CREATE TABLE person (
    id                     BLOB NOT NULL PRIMARY KEY,
    branch_id              BLOB REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    group_id               BLOB REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    name                   TEXT NOT NULL,
    sex                    TEXT NOT NULL,
    id_number              TEXT NOT NULL,  -- private; '' not on record; unique among those not deleted
    id_remark              TEXT NOT NULL,  -- why a number that fails its check is kept
    ethnicity              TEXT NOT NULL,
    born_on                TEXT,
    education              TEXT NOT NULL,
    degree                 TEXT NOT NULL,
    stage                  TEXT NOT NULL,  -- code table category
    membership             TEXT NOT NULL,  -- code table membership
    joined_on              TEXT,           -- 入党日期
    full_on                TEXT,           -- 转正日期
    join_kind              TEXT NOT NULL,  -- 入党类型
    full_result            TEXT NOT NULL,  -- 转正情况
    probation_until        TEXT,           -- 延长预备期至
    joined_at              TEXT NOT NULL,  -- 入党时所在支部
    seniority_correction   INTEGER NOT NULL, -- 党龄校正值, months
    job                    TEXT NOT NULL,
    technical_post         TEXT NOT NULL,
    technical_title        TEXT NOT NULL,
    stratum                TEXT NOT NULL,
    is_migrant_worker      INTEGER NOT NULL,
    frontline              TEXT NOT NULL,
    training               TEXT NOT NULL,
    work_started_on        TEXT,
    marital                TEXT NOT NULL,
    native_place           TEXT NOT NULL,
    is_taiwanese           INTEGER NOT NULL,
    archive_at             TEXT NOT NULL,
    phone                  TEXT NOT NULL,  -- private
    landline               TEXT NOT NULL,  -- private
    registered_phone       TEXT NOT NULL,  -- private
    address                TEXT NOT NULL,  -- private
    household              TEXT NOT NULL,  -- private
    registered_on          TEXT,
    is_lost                INTEGER NOT NULL,
    lost_since             TEXT,
    is_floating            INTEGER NOT NULL,
    floating_to            TEXT NOT NULL,
    applied_on             TEXT,
    applied_to             TEXT NOT NULL,
    activist_on            TEXT,
    league_joined_on       TEXT,
    political              TEXT NOT NULL,
    background             TEXT NOT NULL,
    increase_note          TEXT NOT NULL,
    decrease_note          TEXT NOT NULL,
    exempt_since           TEXT,           -- 免作要求: old, ill or unable to move
    quorum_exclusion       TEXT NOT NULL,  -- one of the five approved reasons
    quorum_excluded_on     TEXT,
    quorum_excluded_by     TEXT NOT NULL,
    rights_suspended_until TEXT,           -- 留党察看: no vote until this day
    left_on                TEXT,           -- gone from the books: transferred, dead, expelled …
    note                   TEXT NOT NULL,
    deleted_at             TEXT
) STRICT;
CREATE UNIQUE INDEX person_id_number ON person(id_number)
    WHERE deleted_at IS NULL AND id_number <> '';
-- The figures of branches read this index alone.
CREATE INDEX person_branch ON person(branch_id, deleted_at, left_on, joined_on, stage, sex,
                                     ethnicity, education, born_on, is_floating, is_lost, group_id,
                                     quorum_exclusion, quorum_excluded_on, rights_suspended_until,
                                     full_on);
CREATE INDEX person_group ON person(group_id) WHERE group_id IS NOT NULL;
CREATE VIEW live_person AS SELECT * FROM person WHERE deleted_at IS NULL;

-- One row is one post that a person holds or held.
CREATE TABLE post (
    id              BLOB NOT NULL PRIMARY KEY,
    person_id       BLOB NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    organisation_id BLOB NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    kind            TEXT NOT NULL,     -- code table post: secretary, deputy_secretary, …
    title           TEXT NOT NULL,     -- as it is called, where the code does not say it
    duty            TEXT NOT NULL,     -- 分工
    from_on         TEXT,
    until_on        TEXT,
    votes           INTEGER NOT NULL,  -- 选举得票; 0: not on record
    deleted_at      TEXT
) STRICT;
CREATE INDEX post_person ON post(person_id);
CREATE INDEX post_organisation ON post(organisation_id, deleted_at, kind, person_id, from_on,
                                       until_on);
CREATE INDEX post_kind ON post(kind, deleted_at, organisation_id, person_id, from_on, until_on);
CREATE VIEW live_post AS SELECT * FROM post WHERE deleted_at IS NULL;

-- One row is one arrival at, or departure from, a branch.
CREATE TABLE movement (
    id              BLOB NOT NULL PRIMARY KEY,
    person_id       BLOB NOT NULL REFERENCES person(id) DEFERRABLE INITIALLY DEFERRED,
    organisation_id BLOB NOT NULL REFERENCES organisation(id) DEFERRABLE INITIALLY DEFERRED,
    direction       TEXT NOT NULL CHECK (direction IN ('in', 'out')),
    kind            TEXT NOT NULL,     -- code table join_kind or leave_kind
    happened_on     TEXT NOT NULL,
    counterpart     TEXT NOT NULL,     -- where from, where to
    basis           TEXT NOT NULL,     -- 依据
    deleted_at      TEXT
) STRICT;
CREATE INDEX movement_organisation ON movement(organisation_id, happened_on);
CREATE INDEX movement_person ON movement(person_id);
CREATE VIEW live_movement AS SELECT * FROM movement WHERE deleted_at IS NULL;
