-- What inzet concludes from the kept tables. Dropped and made again by `inzet rebuild`, the same every time; nothing here is a source.
-- Answers do not wait for it: what was recorded since stands beside it until the next rebuild.

DROP VIEW IF EXISTS lines;
DROP VIEW IF EXISTS verdicts;
DROP VIEW IF EXISTS levels;
DROP TABLE IF EXISTS level;
DROP TABLE IF EXISTS verdict;
DROP TABLE IF EXISTS line_link;
DROP TABLE IF EXISTS thread_claims;
DROP TABLE IF EXISTS claim_id;
DROP TABLE IF EXISTS line_claim;
DROP TABLE IF EXISTS line;
DROP TABLE IF EXISTS thread;
DROP TABLE IF EXISTS built;

CREATE TABLE built (
  built INTEGER PRIMARY KEY CHECK (built = 1),
  version INTEGER NOT NULL,
  reading INTEGER NOT NULL,                                    -- everything up to this reading
  claim INTEGER NOT NULL,                                      -- and this claim is in
  correction INTEGER NOT NULL,                                 -- and this correction
  hedges INTEGER NOT NULL                                      -- hash of the table of hedges
) STRICT;

-- All that was ever said of one contributor, mission (or place and role where the mission is not known), asset and type.
CREATE TABLE thread (
  thread INTEGER PRIMARY KEY,
  group_key INTEGER NOT NULL,                                  -- the same for all assets of a contributor in a mission
  line_key INTEGER NOT NULL,
  contributor TEXT NOT NULL,
  mission TEXT,
  asset TEXT NOT NULL,
  asset_type TEXT,
  hosts TEXT,                                                  -- of its first claim
  places TEXT,
  roles TEXT,
  umbrella INTEGER NOT NULL,                                   -- no asset: speaks of the whole contribution
  first_day INTEGER,                                           -- days it can reach at most
  last_day INTEGER,
  open INTEGER NOT NULL,                                       -- 2 no end is known, 1 newer words set one, 0 each claim has its own
  claims INTEGER NOT NULL
) STRICT;

-- One contribution through time: a thread as long as its period is unbroken.
CREATE TABLE line (
  line INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  thread INTEGER NOT NULL REFERENCES thread,
  first_day INTEGER,
  last_day INTEGER,                                            -- NULL: no end known
  claims INTEGER NOT NULL,
  documents INTEGER NOT NULL,
  origins INTEGER NOT NULL,                                    -- documents that copy each other count once
  previous INTEGER REFERENCES line,                            -- the line before the gap
  why TEXT NOT NULL                                            -- why it begins a line of its own
) STRICT;

-- Which claim went to which line, and why.
CREATE TABLE line_claim (
  claim INTEGER PRIMARY KEY REFERENCES claim,
  line INTEGER NOT NULL REFERENCES line,
  origin INTEGER NOT NULL REFERENCES document,                 -- documents that copy each other share one
  why TEXT NOT NULL
) STRICT;
CREATE INDEX line_claim_of_line ON line_claim (line);

-- Claims by their id. Those recorded since the last rebuild are few and are looked through.
CREATE TABLE claim_id (
  id TEXT NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY (id, claim)
) STRICT, WITHOUT ROWID;

-- The claims of a thread in numbers, one behind another, for speed (PackedClaim in derive.h).
CREATE TABLE thread_claims (
  thread INTEGER PRIMARY KEY REFERENCES thread,
  packed BLOB NOT NULL
) STRICT;

-- Hand-overs and parts between lines, with the claim that says so.
CREATE TABLE line_link (
  line INTEGER NOT NULL REFERENCES line,
  kind TEXT NOT NULL,
  other INTEGER NOT NULL REFERENCES line,
  claim INTEGER NOT NULL REFERENCES claim,
  PRIMARY KEY (line, kind, other, claim)
) STRICT, WITHOUT ROWID;

-- Two claims of a line held against each other: what explains the difference, by which rule.
CREATE TABLE verdict (
  line INTEGER NOT NULL REFERENCES line,
  claim INTEGER NOT NULL REFERENCES claim,                     -- the newer
  other INTEGER NOT NULL REFERENCES claim,
  field TEXT NOT NULL,
  verdict TEXT NOT NULL,
  rule TEXT NOT NULL,
  PRIMARY KEY (line, claim, other, field)
) STRICT, WITHOUT ROWID;

-- How many, from which day to which, with all that is known now.
CREATE TABLE level (
  line INTEGER NOT NULL REFERENCES line,
  nr INTEGER NOT NULL,
  from_day INTEGER,                                            -- NULL: not known since when
  sure_day INTEGER,                                            -- last day that a claim's own bounds cover
  until_day INTEGER,                                           -- NULL: no end known
  low REAL,
  best REAL,
  high REAL,
  planned INTEGER NOT NULL,
  claim INTEGER NOT NULL REFERENCES claim,
  number INTEGER REFERENCES claim,
  claims INTEGER NOT NULL,                                     -- that agree
  documents INTEGER NOT NULL,
  origins INTEGER NOT NULL,                                    -- documents that copy each other count once
  PRIMARY KEY (line, nr)
) STRICT, WITHOUT ROWID;

CREATE VIEW lines AS
  SELECT l.id, t.contributor, t.mission, t.asset, t.asset_type, t.hosts, date(l.first_day * 86400, 'unixepoch') AS first_day,
         date(l.last_day * 86400, 'unixepoch') AS last_day, l.claims, l.documents, l.origins, l.why
  FROM line l JOIN thread t USING (thread);

CREATE VIEW verdicts AS
  SELECT l.id AS line, v.field, v.verdict, v.rule, a.id AS claim, x.quote AS quote, b.id AS other, y.quote AS other_quote
  FROM verdict v JOIN line l USING (line) JOIN claim a ON a.claim = v.claim JOIN claim b ON b.claim = v.other
  LEFT JOIN evidence x ON x.claim = v.claim AND x.field = 'evidence' AND x.nr = 0
  LEFT JOIN evidence y ON y.claim = v.other AND y.field = 'evidence' AND y.nr = 0;

CREATE VIEW levels AS
  SELECT l.id AS line, t.contributor, t.mission, t.asset, t.asset_type, date(v.from_day * 86400, 'unixepoch') AS from_day,
         date(v.sure_day * 86400, 'unixepoch') AS sure_day, date(v.until_day * 86400, 'unixepoch') AS until_day, v.low, v.best, v.high,
         v.planned, c.basis, v.claims, v.documents, v.origins, c.id AS claim
  FROM level v JOIN line l USING (line) JOIN thread t USING (thread) JOIN claim c ON c.claim = v.claim;
