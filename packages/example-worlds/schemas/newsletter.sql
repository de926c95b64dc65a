-- The newsletter tool's database: cryptic prefixes, one-letter codes, seconds since 1970 and YYYYMMDD side by side.
CREATE TABLE nl_lst (l_id INTEGER PRIMARY KEY, l_nm TEXT NOT NULL);
CREATE TABLE nl_cmp (c_id INTEGER PRIMARY KEY, l_id INTEGER NOT NULL REFERENCES nl_lst (l_id), c_sbj TEXT NOT NULL, c_dt TEXT NOT NULL);
CREATE TABLE nl_sub (
  s_id INTEGER PRIMARY KEY,
  s_mail TEXT NOT NULL,
  s_fn TEXT,
  s_ln TEXT,
  s_lng TEXT,
  s_st TEXT NOT NULL,
  s_dt TEXT NOT NULL, -- YYYYMMDD
  s_ip TEXT,
  s_tok TEXT,
  s_mbr INTEGER NOT NULL, -- 1 member, 0 not (or not known): from the secretariat's nightly list
  s_end TEXT -- YYYY-MM-DD, from the same list: when a member left
);
CREATE UNIQUE INDEX nl_sub_u1 ON nl_sub (s_mail);
CREATE TABLE nl_sub_lst (
  s_id INTEGER NOT NULL REFERENCES nl_sub (s_id),
  l_id INTEGER NOT NULL REFERENCES nl_lst (l_id),
  sl_dt TEXT NOT NULL,
  sl_src TEXT,
  PRIMARY KEY (s_id, l_id)
) WITHOUT ROWID;
CREATE TABLE nl_cns (
  n_id INTEGER PRIMARY KEY,
  s_id INTEGER NOT NULL REFERENCES nl_sub (s_id),
  n_txt TEXT NOT NULL,
  n_dt TEXT NOT NULL,
  n_src TEXT,
  n_ok INTEGER NOT NULL
);
CREATE INDEX nl_cns_i1 ON nl_cns (s_id);
CREATE TABLE nl_snd (
  x_id INTEGER PRIMARY KEY,
  s_id INTEGER NOT NULL REFERENCES nl_sub (s_id),
  c_id INTEGER NOT NULL REFERENCES nl_cmp (c_id),
  x_ts INTEGER NOT NULL, -- seconds since 1970
  x_st TEXT NOT NULL
);
CREATE INDEX nl_snd_i1 ON nl_snd (s_id);
CREATE TABLE nl_opn (
  o_id INTEGER PRIMARY KEY,
  x_id INTEGER NOT NULL REFERENCES nl_snd (x_id),
  o_ts INTEGER NOT NULL,
  o_ip TEXT,
  o_ua TEXT
);
CREATE INDEX nl_opn_i1 ON nl_opn (x_id);
CREATE TABLE nl_clk (
  k_id INTEGER PRIMARY KEY,
  x_id INTEGER NOT NULL REFERENCES nl_snd (x_id),
  k_ts INTEGER NOT NULL,
  k_url TEXT NOT NULL
);
CREATE INDEX nl_clk_i1 ON nl_clk (x_id);
CREATE TABLE nl_sup (
  p_mail TEXT NOT NULL PRIMARY KEY,
  p_rsn TEXT NOT NULL,
  p_dt TEXT NOT NULL
) WITHOUT ROWID;
