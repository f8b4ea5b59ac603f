-- One row is the bytes of one file, named by what they are, so that the same photo is kept once.
-- Never changed and not journaled: what names them (content_hash of a record) is, so that the hash
-- of an operation covers them. Taken away only by a person, when no live record names them.
CREATE TABLE content (
    hash  BLOB NOT NULL PRIMARY KEY CHECK (length(hash) = 32), -- SHA-256
    bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER content_stays BEFORE UPDATE ON content
BEGIN SELECT RAISE(ABORT, 'contents never change'); END;

-- One row is one photo, scan or PDF kept with an activity.
CREATE TABLE attachment (
    id           BLOB NOT NULL PRIMARY KEY,
    activity_id  BLOB NOT NULL REFERENCES activity(id) DEFERRABLE INITIALLY DEFERRED,
    content_hash BLOB,              -- the content; no foreign key: a link may come before it
    type         TEXT NOT NULL CHECK (type IN ('jpg', 'png', 'pdf')),
    name         TEXT NOT NULL,     -- of the file that was entered, without folder and ending
    caption      TEXT NOT NULL,
    position     INTEGER NOT NULL,  -- order within the activity
    size         INTEGER NOT NULL,  -- bytes
    added_on     TEXT NOT NULL,
    deleted_at   TEXT
) STRICT;
CREATE INDEX attachment_activity ON attachment(activity_id, deleted_at, position);
CREATE INDEX attachment_content ON attachment(content_hash);
CREATE VIEW live_attachment AS SELECT * FROM attachment WHERE deleted_at IS NULL;
