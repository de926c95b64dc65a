-- The systems of the fault runs: a shop with accounts, purchases, pictures and mentions; every row is somebody's.
CREATE TABLE account (
  account_id INTEGER PRIMARY KEY,
  first_name TEXT NOT NULL,
  last_name TEXT NOT NULL,
  email TEXT NOT NULL COLLATE NOCASE,
  phone TEXT NOT NULL
);
CREATE INDEX account_email ON account (email);
CREATE TABLE purchase (
  purchase_id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  remark TEXT NOT NULL
);
CREATE INDEX purchase_account ON purchase (account_id);
CREATE TABLE picture (
  picture_id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account (account_id),
  image BLOB NOT NULL
);
CREATE INDEX picture_account ON picture (account_id);
-- Somebody who named somebody else: the address is not the author's, so a match here waits for a human
CREATE TABLE referral (referral_id INTEGER PRIMARY KEY, friend_email TEXT NOT NULL COLLATE NOCASE, words TEXT NOT NULL);
CREATE INDEX referral_friend ON referral (friend_email);
