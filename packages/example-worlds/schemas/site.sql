-- Le site et l'outil de sélection : comptes, journaux, cookies, candidatures et scores. Instants en UTC.
CREATE TABLE compte (
  id_compte INTEGER PRIMARY KEY,
  pseudo TEXT NOT NULL,
  nom TEXT,
  prenom TEXT,
  courriel TEXT NOT NULL COLLATE NOCASE,
  mot_de_passe TEXT NOT NULL,
  cgu_acceptees_le DATETIME,
  cree_le DATETIME NOT NULL,
  derniere_action_le DATETIME
);
CREATE INDEX ix_compte_courriel ON compte (courriel);
CREATE TABLE journal_web (
  no_ligne INTEGER PRIMARY KEY,
  id_compte INTEGER NOT NULL REFERENCES compte (id_compte),
  adresse_ip TEXT NOT NULL,
  page TEXT NOT NULL,
  lieu_estime TEXT,
  jeton TEXT,
  le DATETIME NOT NULL
);
CREATE INDEX ix_journal_compte ON journal_web (id_compte);
CREATE TABLE cookie (
  no_cookie INTEGER PRIMARY KEY,
  id_compte INTEGER NOT NULL REFERENCES compte (id_compte),
  nom TEXT NOT NULL,
  valeur TEXT NOT NULL,
  depose_le DATETIME NOT NULL
);
CREATE INDEX ix_cookie_compte ON cookie (id_compte);
CREATE TABLE candidature (
  no_candidature INTEGER PRIMARY KEY,
  nom TEXT NOT NULL,
  prenom TEXT NOT NULL,
  courriel TEXT NOT NULL COLLATE NOCASE,
  poste TEXT NOT NULL,
  client_recruteur TEXT NOT NULL,
  lettre TEXT,
  recue_le DATE NOT NULL,
  dernier_contact_le DATE
);
CREATE INDEX ix_candidature_courriel ON candidature (courriel);
CREATE TABLE score_pertinence (
  no_candidature INTEGER NOT NULL REFERENCES candidature (no_candidature),
  modele TEXT NOT NULL,
  pertinence NUMERIC(4, 3) NOT NULL,
  rang INTEGER NOT NULL,
  avis TEXT NOT NULL,
  calcule_le DATE NOT NULL,
  PRIMARY KEY (no_candidature, modele)
);
