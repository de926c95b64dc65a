-- Le logiciel d'hébergement de l'auberge : noms français, dates jour/mois/année, téléphones comme on les écrit en France.
CREATE TABLE chambre (no_chambre INTEGER PRIMARY KEY, nom TEXT NOT NULL, batiment TEXT NOT NULL, nb_lits INTEGER NOT NULL);
CREATE TABLE compte_client (
  no_client INTEGER PRIMARY KEY,
  civilite TEXT,
  nom TEXT NOT NULL COLLATE NOCASE,
  prenom TEXT NOT NULL COLLATE NOCASE,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  fonction TEXT,
  entreprise TEXT,
  organisme TEXT,
  adresse TEXT,
  code_postal TEXT,
  ville TEXT,
  pays TEXT,
  mot_de_passe TEXT,
  cree_le TEXT NOT NULL, -- jj/mm/aaaa
  fin_contrat DATE -- repris de la comptabilité, donc aaaa-mm-jj ; vide tant que le compte sert
);
CREATE INDEX ix_client_courriel ON compte_client (courriel);
CREATE INDEX ix_client_telephone ON compte_client (telephone);
CREATE TABLE reservation (
  no_reservation TEXT PRIMARY KEY,
  no_client INTEGER NOT NULL REFERENCES compte_client (no_client),
  date_arrivee TEXT NOT NULL,
  date_depart TEXT NOT NULL,
  nb_personnes INTEGER NOT NULL,
  canal TEXT NOT NULL,
  demande TEXT
);
CREATE INDEX ix_reservation_client ON reservation (no_client);
CREATE TABLE sejour (
  no_sejour INTEGER PRIMARY KEY,
  no_reservation TEXT NOT NULL REFERENCES reservation (no_reservation),
  no_chambre INTEGER REFERENCES chambre (no_chambre),
  arrive_le TEXT NOT NULL,
  parti_le TEXT
);
CREATE INDEX ix_sejour_reservation ON sejour (no_reservation);
CREATE TABLE colocataire (
  no_sejour INTEGER NOT NULL REFERENCES sejour (no_sejour),
  rang INTEGER NOT NULL,
  nom TEXT NOT NULL,
  prenom TEXT NOT NULL,
  courriel TEXT COLLATE NOCASE,
  PRIMARY KEY (no_sejour, rang)
);
CREATE INDEX ix_colocataire_courriel ON colocataire (courriel);
CREATE TABLE facture (
  no_facture TEXT PRIMARY KEY,
  no_reservation TEXT NOT NULL REFERENCES reservation (no_reservation),
  emise_le TEXT NOT NULL,
  montant_ttc NUMERIC(10, 2) NOT NULL,
  destinataire TEXT,
  date_comptable DATE NOT NULL -- aaaa-mm-jj, pour l'export comptable
);
CREATE INDEX ix_facture_reservation ON facture (no_reservation);
CREATE TABLE ligne_facture (
  no_facture TEXT NOT NULL REFERENCES facture (no_facture),
  rang INTEGER NOT NULL,
  libelle TEXT NOT NULL,
  montant_ttc NUMERIC(10, 2) NOT NULL,
  PRIMARY KEY (no_facture, rang)
);
CREATE TABLE paiement (
  no_paiement INTEGER PRIMARY KEY,
  no_facture TEXT NOT NULL REFERENCES facture (no_facture),
  recu_le TEXT NOT NULL,
  montant NUMERIC(10, 2) NOT NULL,
  moyen TEXT NOT NULL,
  carte_fin TEXT
);
CREATE INDEX ix_paiement_facture ON paiement (no_facture);
CREATE TABLE consentement (
  no_client INTEGER NOT NULL REFERENCES compte_client (no_client),
  objet TEXT NOT NULL,
  accorde INTEGER NOT NULL,
  le TEXT NOT NULL,
  PRIMARY KEY (no_client, objet, le)
);
CREATE TABLE campagne (no_campagne INTEGER PRIMARY KEY, titre TEXT NOT NULL, canal TEXT NOT NULL, lancee_le TEXT NOT NULL);
CREATE TABLE envoi_campagne (
  no_envoi INTEGER PRIMARY KEY,
  no_campagne INTEGER NOT NULL REFERENCES campagne (no_campagne),
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  envoye_le TEXT NOT NULL,
  ouvert_le TEXT
);
CREATE INDEX ix_envoi_courriel ON envoi_campagne (courriel);
CREATE INDEX ix_envoi_telephone ON envoi_campagne (telephone);
CREATE TABLE enquete_satisfaction (
  no_reponse INTEGER PRIMARY KEY,
  courriel TEXT COLLATE NOCASE,
  no_sejour INTEGER,
  note INTEGER NOT NULL,
  commentaire TEXT,
  repondu_le TEXT NOT NULL
);
CREATE INDEX ix_enquete_courriel ON enquete_satisfaction (courriel);
CREATE TABLE prospect (
  no_prospect INTEGER PRIMARY KEY,
  nom TEXT,
  prenom TEXT,
  courriel TEXT COLLATE NOCASE,
  telephone TEXT,
  organisme TEXT,
  provenance TEXT,
  recueilli_le TEXT NOT NULL
);
CREATE INDEX ix_prospect_courriel ON prospect (courriel);
CREATE INDEX ix_prospect_telephone ON prospect (telephone);
CREATE TABLE journal_acces (
  no_acces INTEGER PRIMARY KEY,
  no_client INTEGER NOT NULL REFERENCES compte_client (no_client),
  consulte_le TEXT NOT NULL,
  motif TEXT NOT NULL,
  agent TEXT NOT NULL
);
CREATE INDEX ix_acces_client ON journal_acces (no_client);
CREATE TABLE statistique_mensuelle (mois TEXT PRIMARY KEY, nuitees INTEGER NOT NULL, taux_occupation NUMERIC(5, 2) NOT NULL);
