-- Le plateau d'assistance : dossiers, éléments médicaux, tiers, interventions et appels enregistrés. Instants en UTC.
CREATE TABLE type_evenement (code TEXT PRIMARY KEY, libelle TEXT NOT NULL);
CREATE TABLE dossier (
  no_dossier TEXT PRIMARY KEY,
  no_contrat TEXT, -- tel que dicté au téléphone
  benef_nom TEXT NOT NULL,
  benef_prenom TEXT NOT NULL,
  benef_ne_le DATE,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  type_code TEXT NOT NULL REFERENCES type_evenement (code),
  motif TEXT NOT NULL,
  lieu TEXT,
  latitude NUMERIC(8, 5),
  longitude NUMERIC(8, 5),
  etat TEXT NOT NULL, -- O ouvert, C clos, L litige ; Z repris de l'ancien logiciel, personne ne sait plus
  ouvert_le DATETIME NOT NULL,
  clos_le DATETIME
);
CREATE INDEX ix_dossier_contrat ON dossier (no_contrat);
CREATE INDEX ix_dossier_courriel ON dossier (courriel);
CREATE INDEX ix_dossier_telephone ON dossier (telephone);
CREATE TABLE element_medical (
  no_element INTEGER PRIMARY KEY,
  no_dossier TEXT NOT NULL REFERENCES dossier (no_dossier),
  etat_sante TEXT NOT NULL,
  traitement TEXT,
  medecin TEXT,
  note_medicale TEXT,
  saisi_le DATETIME NOT NULL
);
CREATE INDEX ix_element_dossier ON element_medical (no_dossier);
CREATE TABLE tiers_dossier (
  no_dossier TEXT NOT NULL REFERENCES dossier (no_dossier),
  rang INTEGER NOT NULL,
  nom TEXT NOT NULL,
  prenom TEXT,
  telephone TEXT,
  qualite TEXT NOT NULL,
  PRIMARY KEY (no_dossier, rang)
);
CREATE TABLE intervention (
  no_intervention INTEGER PRIMARY KEY,
  no_dossier TEXT NOT NULL REFERENCES dossier (no_dossier),
  nature TEXT NOT NULL,
  prestataire TEXT NOT NULL,
  compte_rendu TEXT,
  faite_le DATETIME NOT NULL
);
CREATE INDEX ix_intervention_dossier ON intervention (no_dossier);
CREATE TABLE appel (
  no_appel INTEGER PRIMARY KEY,
  no_dossier TEXT REFERENCES dossier (no_dossier),
  telephone TEXT NOT NULL,
  nom_appelant TEXT,
  appele_le DATETIME NOT NULL,
  duree_s INTEGER NOT NULL,
  charge_assistance TEXT NOT NULL,
  nom_fichier TEXT NOT NULL,
  enregistrement BLOB NOT NULL
);
CREATE INDEX ix_appel_dossier ON appel (no_dossier);
CREATE INDEX ix_appel_telephone ON appel (telephone);
