-- Schema 2: what tells copies of one text from texts about the same matter (src/register/likeness.h). Made when a document is recorded; files of schema 1
-- get it from their stored texts.

CREATE TABLE likeness (
  document INTEGER PRIMARY KEY REFERENCES document,
  words INTEGER NOT NULL,
  agency TEXT,                                                 -- the news agency that the text credits
  sketch BLOB NOT NULL CHECK (length(sketch) = 128)            -- of its runs of three words
) STRICT;

CREATE TRIGGER likeness_stays BEFORE DELETE ON likeness BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;
CREATE TRIGGER likeness_holds BEFORE UPDATE ON likeness BEGIN SELECT RAISE(ABORT, 'kept tables are append-only'); END;

PRAGMA user_version = 2;
