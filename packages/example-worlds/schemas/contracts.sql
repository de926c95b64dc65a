-- La gestion des contrats d'assistance : souscripteurs, contrats, espace client, enquêtes et scores. Dates ISO, codes à une lettre.
CREATE TABLE produit (code_produit TEXT PRIMARY KEY, libelle TEXT NOT NULL);
CREATE TABLE souscripteur (
  no_souscripteur INTEGER PRIMARY KEY,
  civilite TEXT,
  nom TEXT NOT NULL COLLATE NOCASE,
  prenom TEXT NOT NULL COLLATE NOCASE,
  ne_le DATE,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  adresse TEXT,
  code_postal TEXT,
  ville TEXT,
  iban TEXT,
  cree_le DATETIME NOT NULL
);
CREATE INDEX ix_souscripteur_courriel ON souscripteur (courriel);
CREATE INDEX ix_souscripteur_telephone ON souscripteur (telephone);
CREATE TABLE contrat (
  no_contrat TEXT PRIMARY KEY,
  no_souscripteur INTEGER NOT NULL REFERENCES souscripteur (no_souscripteur),
  code_produit TEXT NOT NULL REFERENCES produit (code_produit),
  etat TEXT NOT NULL, -- E en cours, R résilié, S suspendu
  souscrit_le DATE NOT NULL,
  resilie_le DATE
);
CREATE INDEX ix_contrat_souscripteur ON contrat (no_souscripteur);
CREATE TABLE beneficiaire (
  no_contrat TEXT NOT NULL REFERENCES contrat (no_contrat),
  rang INTEGER NOT NULL,
  nom TEXT NOT NULL,
  prenom TEXT NOT NULL,
  ne_le DATE,
  lien TEXT NOT NULL,
  courriel TEXT COLLATE NOCASE,
  PRIMARY KEY (no_contrat, rang)
);
CREATE INDEX ix_beneficiaire_courriel ON beneficiaire (courriel);
CREATE TABLE compte_digital (
  id_compte INTEGER PRIMARY KEY,
  courriel TEXT NOT NULL COLLATE NOCASE,
  nom TEXT,
  prenom TEXT,
  mot_de_passe TEXT NOT NULL,
  vehicule TEXT,
  langue TEXT,
  cree_le DATETIME NOT NULL,
  derniere_visite DATETIME
);
CREATE INDEX ix_compte_courriel ON compte_digital (courriel);
CREATE TABLE enquete (
  no_enquete INTEGER PRIMARY KEY,
  courriel TEXT NOT NULL COLLATE NOCASE,
  note INTEGER NOT NULL,
  attentes TEXT,
  repondue_le DATE NOT NULL
);
CREATE INDEX ix_enquete_courriel ON enquete (courriel);
CREATE TABLE score_client (
  no_souscripteur INTEGER NOT NULL REFERENCES souscripteur (no_souscripteur),
  modele TEXT NOT NULL,
  segment TEXT NOT NULL,
  risque_resiliation NUMERIC(4, 3) NOT NULL,
  calcule_le DATE NOT NULL,
  PRIMARY KEY (no_souscripteur, modele)
);
