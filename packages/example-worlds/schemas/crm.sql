-- La relation commerciale d'un cabinet de recrutement : clients, contacts, événements, lettre, paiements, trace des accès.
CREATE TABLE client (
  no_client INTEGER PRIMARY KEY,
  nom TEXT NOT NULL COLLATE NOCASE,
  prenom TEXT NOT NULL COLLATE NOCASE,
  ne_le DATE,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  adresse TEXT,
  societe TEXT,
  fonction TEXT,
  origine TEXT,
  recueilli_le DATE NOT NULL,
  donnees_enrichies JSON,
  sous_contrat INTEGER NOT NULL,
  contrat_fini_le DATE
);
CREATE INDEX ix_client_courriel ON client (courriel);
CREATE INDEX ix_client_telephone ON client (telephone);
CREATE TABLE contact (
  no_contact INTEGER PRIMARY KEY,
  nom TEXT NOT NULL COLLATE NOCASE,
  prenom TEXT NOT NULL COLLATE NOCASE,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  societe TEXT,
  fonction TEXT,
  origine TEXT,
  recueilli_le DATE NOT NULL,
  dernier_contact_le DATE,
  accord_prospection INTEGER NOT NULL,
  notes TEXT
);
CREATE INDEX ix_contact_courriel ON contact (courriel);
CREATE INDEX ix_contact_telephone ON contact (telephone);
CREATE TABLE echange (
  no_echange INTEGER PRIMARY KEY,
  no_contact INTEGER NOT NULL REFERENCES contact (no_contact),
  canal TEXT NOT NULL,
  resume TEXT,
  le DATE NOT NULL
);
CREATE INDEX ix_echange_contact ON echange (no_contact);
CREATE TABLE evenement (code TEXT PRIMARY KEY, titre TEXT NOT NULL, tenu_le DATE NOT NULL);
CREATE TABLE inscription (
  no_inscription INTEGER PRIMARY KEY,
  code TEXT NOT NULL REFERENCES evenement (code),
  no_client INTEGER REFERENCES client (no_client),
  nom TEXT,
  prenom TEXT,
  courriel TEXT NOT NULL COLLATE NOCASE,
  inscrit_le DATE NOT NULL,
  venu_le DATE
);
CREATE INDEX ix_inscription_courriel ON inscription (courriel);
CREATE INDEX ix_inscription_client ON inscription (no_client);
CREATE TABLE abonnement (
  no_abonnement INTEGER PRIMARY KEY,
  no_client INTEGER REFERENCES client (no_client),
  courriel TEXT NOT NULL COLLATE NOCASE,
  optin INTEGER NOT NULL,
  optin_le DATE,
  inscrit_le DATE NOT NULL,
  dernier_clic_le DATE,
  etat TEXT NOT NULL
);
CREATE INDEX ix_abonnement_courriel ON abonnement (courriel);
CREATE INDEX ix_abonnement_client ON abonnement (no_client);
CREATE TABLE paiement (
  no_paiement INTEGER PRIMARY KEY,
  no_client INTEGER NOT NULL REFERENCES client (no_client),
  objet TEXT NOT NULL,
  montant NUMERIC(10, 2) NOT NULL,
  titulaire TEXT NOT NULL,
  iban TEXT,
  realisee_le DATE,
  prelevee_le DATE,
  litige_depuis DATE,
  accord_conservation_le DATE
);
CREATE INDEX ix_paiement_client ON paiement (no_client);
CREATE TABLE trace_acces (
  no_acces INTEGER PRIMARY KEY,
  no_client INTEGER REFERENCES client (no_client),
  no_contact INTEGER REFERENCES contact (no_contact),
  consulte_le DATETIME NOT NULL,
  motif TEXT NOT NULL,
  agent TEXT NOT NULL
);
CREATE INDEX ix_trace_client ON trace_acces (no_client);
CREATE INDEX ix_trace_contact ON trace_acces (no_contact);
