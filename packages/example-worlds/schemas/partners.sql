-- Le réseau de prestataires et le site : interlocuteurs, demandes, connexions, appels enregistrés. Instants en UTC.
CREATE TABLE prestataire (code_prestataire TEXT PRIMARY KEY, raison_sociale TEXT NOT NULL, activite TEXT NOT NULL, pays TEXT NOT NULL);
CREATE TABLE interlocuteur (
  no_interlocuteur INTEGER PRIMARY KEY,
  code_prestataire TEXT NOT NULL REFERENCES prestataire (code_prestataire),
  civilite TEXT,
  nom TEXT NOT NULL COLLATE NOCASE,
  prenom TEXT NOT NULL COLLATE NOCASE,
  fonction TEXT,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  commentaire TEXT,
  relation_ouverte INTEGER NOT NULL, -- 1 ou 0
  relation_finie_le DATE
);
CREATE INDEX ix_interlocuteur_courriel ON interlocuteur (courriel);
CREATE INDEX ix_interlocuteur_telephone ON interlocuteur (telephone);
CREATE TABLE demande_site (
  no_demande INTEGER PRIMARY KEY,
  nom TEXT,
  prenom TEXT,
  courriel TEXT NOT NULL COLLATE NOCASE,
  objet TEXT NOT NULL,
  message TEXT,
  recue_le DATETIME NOT NULL,
  relation_ouverte INTEGER NOT NULL,
  relation_finie_le DATE
);
CREATE INDEX ix_demande_courriel ON demande_site (courriel);
CREATE TABLE journal_connexion (
  no_ligne INTEGER PRIMARY KEY,
  identifiant TEXT NOT NULL COLLATE NOCASE,
  adresse_ip TEXT NOT NULL,
  navigateur TEXT,
  resultat TEXT NOT NULL,
  connecte_le DATETIME NOT NULL
);
CREATE INDEX ix_journal_identifiant ON journal_connexion (identifiant);
CREATE TABLE appel_enregistre (
  no_appel INTEGER PRIMARY KEY,
  telephone TEXT NOT NULL,
  appelant TEXT,
  appele_le DATETIME NOT NULL,
  duree_s INTEGER NOT NULL,
  conseiller TEXT NOT NULL,
  opposition TEXT NOT NULL, -- N non, O oui ; ? quand le serveur vocal n'a pas compris
  opposition_le DATETIME,
  litige_depuis DATE,
  litige_clos_le DATE, -- voies de recours épuisées
  nom_fichier TEXT NOT NULL,
  enregistrement BLOB
);
CREATE INDEX ix_appel_telephone ON appel_enregistre (telephone);
