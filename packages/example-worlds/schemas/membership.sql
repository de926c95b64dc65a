-- The association's member database: kept by its secretariat, words spelled out, ISO dates, integer keys.
CREATE TABLE national_group (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  country TEXT NOT NULL
);
CREATE TABLE membership_level (
  code TEXT PRIMARY KEY,
  label TEXT NOT NULL,
  yearly_dues DECIMAL(8, 2) NOT NULL
);
CREATE TABLE member (
  id INTEGER PRIMARY KEY,
  member_no TEXT NOT NULL UNIQUE,
  civility TEXT,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  birth_name TEXT,
  birth_date DATE,
  gender TEXT,
  phone_private TEXT,
  phone_work TEXT,
  street TEXT,
  postal_code TEXT,
  town TEXT,
  country TEXT,
  language TEXT,
  employer TEXT,
  job_title TEXT,
  national_group_id INTEGER REFERENCES national_group (id),
  portal_login TEXT,
  password_hash TEXT,
  officer_note TEXT,
  created_at DATETIME NOT NULL,
  left_on DATE
);
CREATE INDEX member_phone_private ON member (phone_private);
CREATE INDEX member_phone_work ON member (phone_work);
CREATE TABLE member_email (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  email TEXT NOT NULL COLLATE NOCASE,
  kind TEXT NOT NULL,
  added_on DATE NOT NULL,
  removed_on DATE
);
CREATE INDEX member_email_email ON member_email (email);
CREATE INDEX member_email_member ON member_email (member_id);
CREATE TABLE membership_period (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  level_code TEXT NOT NULL REFERENCES membership_level (code),
  started_on DATE NOT NULL,
  ended_on DATE,
  status TEXT NOT NULL
);
CREATE INDEX membership_period_member ON membership_period (member_id);
CREATE TABLE dues_payment (
  id INTEGER PRIMARY KEY,
  period_id INTEGER NOT NULL REFERENCES membership_period (id),
  amount DECIMAL(8, 2) NOT NULL,
  currency TEXT NOT NULL,
  paid_on DATE,
  method TEXT,
  iban_last4 TEXT
);
CREATE INDEX dues_payment_period ON dues_payment (period_id);
CREATE TABLE directory_entry (
  member_id INTEGER PRIMARY KEY REFERENCES member (id),
  headline TEXT,
  about TEXT,
  languages JSON,
  published BOOLEAN NOT NULL
);
CREATE TABLE directory_visibility (
  member_id INTEGER NOT NULL REFERENCES directory_entry (member_id),
  field TEXT NOT NULL,
  visible_to TEXT NOT NULL,
  PRIMARY KEY (member_id, field)
);
CREATE TABLE dietary_requirement (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  requirement TEXT NOT NULL,
  note TEXT,
  recorded_on DATE NOT NULL
);
CREATE INDEX dietary_requirement_member ON dietary_requirement (member_id);
CREATE TABLE member_photo (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  taken_on DATE,
  media_type TEXT NOT NULL,
  image BLOB NOT NULL
);
CREATE INDEX member_photo_member ON member_photo (member_id);
CREATE TABLE education (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  school TEXT NOT NULL,
  degree TEXT,
  year INTEGER
);
CREATE INDEX education_member ON education (member_id);
CREATE TABLE experience (
  id INTEGER PRIMARY KEY,
  member_id INTEGER NOT NULL REFERENCES member (id),
  employer TEXT NOT NULL,
  function TEXT,
  from_year INTEGER,
  to_year INTEGER
);
CREATE INDEX experience_member ON experience (member_id);
CREATE TABLE group_officer (
  national_group_id INTEGER NOT NULL REFERENCES national_group (id),
  member_id INTEGER NOT NULL REFERENCES member (id),
  office TEXT NOT NULL,
  since DATE NOT NULL,
  until DATE,
  PRIMARY KEY (national_group_id, member_id, office)
);
CREATE INDEX group_officer_member ON group_officer (member_id);
CREATE TABLE membership_application (
  id INTEGER PRIMARY KEY,
  email TEXT NOT NULL COLLATE NOCASE,
  given_name TEXT NOT NULL,
  family_name TEXT NOT NULL,
  birth_date DATE,
  motivation TEXT,
  referee_name TEXT,
  referee_email TEXT COLLATE NOCASE,
  received_on DATE NOT NULL,
  decision TEXT
);
CREATE INDEX membership_application_email ON membership_application (email);
CREATE INDEX membership_application_referee ON membership_application (referee_email);
CREATE TABLE mentorship (
  id INTEGER PRIMARY KEY,
  mentor_id INTEGER NOT NULL REFERENCES member (id),
  mentee_id INTEGER NOT NULL REFERENCES member (id),
  started_on DATE NOT NULL,
  ended_on DATE,
  goal TEXT
);
CREATE INDEX mentorship_mentor ON mentorship (mentor_id);
CREATE INDEX mentorship_mentee ON mentorship (mentee_id);
CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at DATETIME NOT NULL);
