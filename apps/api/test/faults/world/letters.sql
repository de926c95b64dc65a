-- The newsletter of the fault runs: another system, which spells addresses as it likes.
CREATE TABLE reader (reader_id INTEGER PRIMARY KEY, email TEXT NOT NULL COLLATE NOCASE, wishes TEXT NOT NULL);
CREATE INDEX reader_email ON reader (email);
CREATE TABLE issue (
  issue_id INTEGER PRIMARY KEY,
  reader_id INTEGER NOT NULL REFERENCES reader (reader_id),
  opened_at TEXT NOT NULL
);
CREATE INDEX issue_reader ON issue (reader_id);
