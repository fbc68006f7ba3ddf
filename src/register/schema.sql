-- The register of inzet: what texts said, when that held, and when it was learned. docs/register.md explains it by example.
-- Days are whole numbers counted from 1970-01-01, instants are microseconds UTC; the views at the end show both as dates.
-- NULL always means "not said" or "not known", never zero.

-- ---- Kept: appended and closed, never changed ------------------------------------------------------------------------

CREATE TABLE document (
  document INTEGER PRIMARY KEY,
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),     -- of the bytes: what a document is known by
  name TEXT NOT NULL,                                          -- path or title it was first read under
  address TEXT,                                                -- where it stands on the net
  learned INTEGER NOT NULL                                     -- instant of its first reading
) STRICT;

CREATE TABLE snapshot (
  document INTEGER PRIMARY KEY REFERENCES document,
  size INTEGER NOT NULL,                                       -- bytes before packing
  packed BLOB NOT NULL                                         -- zstd
) STRICT;

-- Which program and rules read which document, and what that reading made of it. A document's newest reading is open; a reading
-- with another outcome closes the ones before. A reading that finds exactly the same with newer rules confirms the older one.
CREATE TABLE reading (
  reading INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES document,
  program TEXT NOT NULL,
  rules TEXT NOT NULL,
  opened INTEGER NOT NULL,
  closed INTEGER,
  replaced_by INTEGER REFERENCES reading,
  confirms INTEGER REFERENCES reading,
  publisher TEXT,
  country TEXT,
  country_how TEXT NOT NULL,
  country_from INTEGER,                                        -- bytes that say so
  country_to INTEGER,
  published_first INTEGER,                                     -- every day from first to last is possible
  published_last INTEGER,
  published_precision TEXT NOT NULL,
  published_origin TEXT NOT NULL,
  published_from INTEGER,
  published_to INTEGER,
  first_claim INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  first_mission_claim INTEGER NOT NULL,
  mission_claims INTEGER NOT NULL,
  content BLOB NOT NULL,                                       -- sha256 over every field of every claim: the outcome
  CHECK ((closed IS NULL) = (replaced_by IS NULL))
) STRICT;
CREATE INDEX reading_of_document ON reading (document);
CREATE INDEX reading_undated ON reading (reading) WHERE closed IS NULL AND published_last IS NULL AND claims > 0;
CREATE INDEX reading_replaced ON reading (replaced_by) WHERE replaced_by IS NOT NULL;

CREATE TABLE claim (
  claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading,
  item INTEGER NOT NULL,
  contributor TEXT NOT NULL,
  asset TEXT NOT NULL,
  asset_type TEXT,
  quantity_words TEXT,
  quantity_low REAL,
  quantity_high REAL,
  quantity_hedge TEXT,
  basis TEXT,
  stage TEXT NOT NULL,
  realis TEXT NOT NULL,
  act TEXT NOT NULL,
  mission TEXT,
  hosts TEXT,                                                  -- IQ|SY
  places TEXT,                                                 -- Bagdad|Erbil
  roles TEXT,                                                  -- train|advise
  start_said INTEGER NOT NULL,
  start_earliest INTEGER,
  start_latest INTEGER,
  end_said INTEGER NOT NULL,
  end_earliest INTEGER,
  end_latest INTEGER,
  duration TEXT,                                               -- P6M
  duration_hedge TEXT,
  duration_added INTEGER,
  assent_outcome TEXT,
  score REAL NOT NULL
) STRICT;

-- The words behind each field. nr 0 of a field is its proof with the rule that read it; the sentence of the claim is the field
-- 'evidence'; higher numbers are the words as written, where they are not the proof itself, and each place in turn.
CREATE TABLE evidence (
  claim INTEGER NOT NULL REFERENCES claim,
  field TEXT NOT NULL,
  nr INTEGER NOT NULL,
  how TEXT,                                                    -- stated, carried, defaulted
  rule TEXT,
  byte_from INTEGER,
  byte_to INTEGER,
  quote TEXT,
  PRIMARY KEY (claim, field, nr),
  CHECK ((quote IS NULL) = (byte_from IS NULL) AND (quote IS NULL) = (byte_to IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_link (
  claim INTEGER NOT NULL REFERENCES claim,
  kind TEXT NOT NULL,                                          -- part_of, accompanies, relieves
  target INTEGER NOT NULL REFERENCES claim DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (claim, kind, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE mission_claim (
  mission_claim INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  reading INTEGER NOT NULL REFERENCES reading,
  item INTEGER NOT NULL,
  mission TEXT,
  what TEXT NOT NULL,
  quantity_words TEXT,
  quantity_low REAL,
  quantity_high REAL,
  quantity_hedge TEXT,
  when_said INTEGER NOT NULL,
  when_earliest INTEGER,
  when_latest INTEGER,
  to_whom TEXT,
  realis TEXT NOT NULL,
  start_said INTEGER NOT NULL,
  start_earliest INTEGER,
  start_latest INTEGER,
  end_said INTEGER NOT NULL,
  end_earliest INTEGER,
  end_latest INTEGER,
  score REAL NOT NULL
) STRICT;

CREATE TABLE mission_evidence (
  mission_claim INTEGER NOT NULL REFERENCES mission_claim,
  field TEXT NOT NULL,
  byte_from INTEGER NOT NULL,
  byte_to INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (mission_claim, field)
) STRICT, WITHOUT ROWID;

-- What people decided about claims: keyed on the words, not on row numbers, so that it survives new readings and travels.
CREATE TABLE correction (
  correction INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,                                     -- hash of all that follows
  made INTEGER NOT NULL,
  who TEXT NOT NULL,
  verb TEXT NOT NULL CHECK (verb IN ('accept', 'reject', 'edit', 'link', 'split', 'join', 'undo')),
  sha256 BLOB NOT NULL,                                        -- of the document
  claim TEXT NOT NULL,                                         -- its id when the correction was made; of an undo, the correction undone
  quote TEXT NOT NULL,                                         -- its sentence
  signature TEXT NOT NULL,                                     -- which of the sentence's claims: who, what and how many, as read then
  field TEXT,
  was TEXT,
  value TEXT,
  target TEXT,                                                 -- the other claim
  note TEXT NOT NULL
) STRICT;
CREATE INDEX correction_of_document ON correction (sha256);

-- Kept tables refuse to forget. A reading may only be closed, once.
CREATE TRIGGER document_stays BEFORE DELETE ON document BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER document_holds BEFORE UPDATE ON document BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER snapshot_stays BEFORE DELETE ON snapshot BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER snapshot_holds BEFORE UPDATE ON snapshot BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER reading_stays BEFORE DELETE ON reading BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER reading_holds BEFORE UPDATE ON reading
  WHEN OLD.closed IS NOT NULL OR OLD.reading <> NEW.reading OR OLD.document <> NEW.document OR OLD.content <> NEW.content
  BEGIN SELECT RAISE(ABORT, 'a reading can only be closed, once'); END;
CREATE TRIGGER claim_stays BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER claim_holds BEFORE UPDATE ON claim BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER evidence_stays BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER evidence_holds BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER claim_link_stays BEFORE DELETE ON claim_link BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER claim_link_holds BEFORE UPDATE ON claim_link BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER mission_claim_stays BEFORE DELETE ON mission_claim BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER mission_claim_holds BEFORE UPDATE ON mission_claim BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER mission_evidence_stays BEFORE DELETE ON mission_evidence BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER mission_evidence_holds BEFORE UPDATE ON mission_evidence BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER correction_holds BEFORE UPDATE ON correction BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;

-- ---- Views: the same, for people with a SQLite browser ---------------------------------------------------------------

CREATE VIEW documents AS
  SELECT lower(hex(d.sha256)) AS sha256, d.name, d.address, r.publisher, r.country,
         date(r.published_first * 86400, 'unixepoch') AS published_first, date(r.published_last * 86400, 'unixepoch') AS published_last,
         r.published_precision, r.published_origin, datetime(d.learned / 1000000, 'unixepoch') AS learned,
         s.size AS bytes, r.program, r.rules, r.claims, r.mission_claims
  FROM document d JOIN snapshot s USING (document)
  JOIN reading r ON r.document = d.document AND r.closed IS NULL AND r.confirms IS NULL;

CREATE VIEW claims AS
  SELECT c.id, c.contributor, c.asset, c.asset_type, c.quantity_words, c.quantity_low, c.quantity_high, c.quantity_hedge, c.basis,
         c.stage, c.realis, c.act, c.mission, c.hosts, c.places, c.roles,
         date(c.start_earliest * 86400, 'unixepoch') AS start_earliest, date(c.start_latest * 86400, 'unixepoch') AS start_latest,
         date(c.end_earliest * 86400, 'unixepoch') AS end_earliest, date(c.end_latest * 86400, 'unixepoch') AS end_latest,
         c.duration, e.quote, d.name AS document, r.publisher,
         date(r.published_first * 86400, 'unixepoch') AS published_first, date(r.published_last * 86400, 'unixepoch') AS published_last
  FROM claim c JOIN reading r USING (reading) JOIN document d USING (document)
  LEFT JOIN evidence e ON e.claim = c.claim AND e.field = 'evidence' AND e.nr = 0
  WHERE r.closed IS NULL;

CREATE VIEW mission_claims AS
  SELECT m.id, m.mission, m.what, m.quantity_words, m.quantity_low, m.quantity_high, m.quantity_hedge,
         date(m.when_earliest * 86400, 'unixepoch') AS when_earliest, date(m.when_latest * 86400, 'unixepoch') AS when_latest,
         m.to_whom, m.realis, e.quote, d.name AS document, r.publisher,
         date(r.published_first * 86400, 'unixepoch') AS published_first, date(r.published_last * 86400, 'unixepoch') AS published_last
  FROM mission_claim m JOIN reading r USING (reading) JOIN document d USING (document)
  LEFT JOIN mission_evidence e ON e.mission_claim = m.mission_claim AND e.field = 'evidence'
  WHERE r.closed IS NULL;

CREATE VIEW quotes AS
  SELECT c.id AS claim, e.field, e.how, e.rule, e.byte_from, e.byte_to, e.quote
  FROM evidence e JOIN claim c USING (claim);

PRAGMA application_id = 0x696e7a74;
PRAGMA user_version = 1;
