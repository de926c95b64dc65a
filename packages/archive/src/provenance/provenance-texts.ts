import type { Texts } from '../texts.js';

interface TableTexts {
  readonly title: Texts;
  readonly description: Texts;
  readonly columns: Readonly<Record<string, Texts>>;
}

const SOURCE: Texts = { en: 'System', fr: 'Système' };
const COLLECTION: Texts = { en: 'Collection', fr: 'Collection' };
const ROUND: Texts = { en: 'Round of the search', fr: 'Tour de la recherche' };

/** What the provenance tables and their columns are called. */
export const PROVENANCE_TEXTS = {
  ledger: {
    title: { en: 'What was searched', fr: 'Ce qui a été cherché' },
    description: {
      en: 'Every collection of every system that was searched, also those where nothing was found, with the outcome.',
      fr: 'Chaque collection de chaque système consulté, même sans résultat, avec son issue.',
    },
    columns: {
      source: SOURCE,
      collection: COLLECTION,
      source_title: { en: 'Name of the system', fr: 'Nom du système' },
      connector: { en: 'Connector', fr: 'Connecteur' },
      connector_version: { en: 'Version of the connector', fr: 'Version du connecteur' },
      outcome: { en: 'Outcome', fr: 'Issue' },
      blocking: { en: 'Stands in the way of a complete answer', fr: 'Empêche une réponse complète' },
      lookups: { en: 'How it was searched', fr: 'Mode de recherche' },
      included: { en: 'Matches included', fr: 'Correspondances retenues' },
      queued: { en: 'Matches waiting for a decision', fr: 'Correspondances en attente de décision' },
      dropped: { en: 'Hits that did not hold', fr: 'Résultats écartés après vérification' },
      records: { en: 'Records', fr: 'Enregistrements' },
      files: { en: 'Files', fr: 'Fichiers' },
      attempts: { en: 'Attempts', fr: 'Tentatives' },
      started_at: { en: 'Begun', fr: 'Début' },
      finished_at: { en: 'Ended', fr: 'Fin' },
      problem_class: { en: 'Kind of problem', fr: 'Type de problème' },
      problem: { en: 'Problem', fr: 'Problème' },
      reason: { en: 'Why it is not complete, or not searched', fr: 'Pourquoi elle n’est pas complète, ou pas consultée' },
      remedy: { en: 'Remedy', fr: 'Remède' },
      notes: { en: 'Values that could not be carried as they are', fr: "Valeurs qui n'ont pu être reprises telles quelles" },
      unclassified: { en: 'Fields not yet described', fr: 'Champs non encore décrits' },
      gaps: { en: 'Known limits', fr: 'Limites connues' },
    },
  },
  identifiers: {
    title: { en: 'What was searched with', fr: 'Identifiants utilisés' },
    description: {
      en: 'The identifiers that were given, and those that were found on the way.',
      fr: 'Les identifiants fournis et ceux trouvés en chemin.',
    },
    columns: {
      identifier: { en: 'Identifier', fr: 'Identifiant' },
      kind: { en: 'Kind', fr: 'Type' },
      namespace: { en: 'Issued by', fr: 'Émis par' },
      value: { en: 'Value', fr: 'Valeur' },
      status: { en: 'Status', fr: 'Statut' },
      round: ROUND,
      learnt_from: { en: 'Learnt from match', fr: 'Appris de la correspondance' },
      learnt_field: { en: 'Learnt from field', fr: 'Appris du champ' },
    },
  },
  matches: {
    title: { en: 'Why each record is here', fr: 'Pourquoi chaque enregistrement est ici' },
    description: {
      en: 'The records that an identifier led to. Everything in the archive was reached from one of them; see the column _via.',
      fr: "Les enregistrements auxquels un identifiant a mené. Tout ce que contient l'archive part de l'un d'eux ; voir la colonne _via.",
    },
    columns: {
      match: { en: 'Match', fr: 'Correspondance' },
      source: SOURCE,
      collection: COLLECTION,
      record: { en: 'Record', fr: 'Enregistrement' },
      round: ROUND,
      tier: { en: 'Tier', fr: 'Niveau' },
      reasons: { en: 'Reasons', fr: 'Motifs' },
    },
  },
  evidence: {
    title: { en: 'Evidence', fr: 'Éléments de preuve' },
    description: {
      en: 'Which identifier was found in which field of a match, and how exactly.',
      fr: "Quel identifiant a été trouvé dans quel champ d'une correspondance, et avec quelle exactitude.",
    },
    columns: {
      match: { en: 'Match', fr: 'Correspondance' },
      place: { en: 'Number', fr: 'Numéro' },
      identifier: { en: 'Identifier', fr: 'Identifiant' },
      field: { en: 'Field', fr: 'Champ' },
      how: { en: 'How it agrees', fr: 'Concordance' },
    },
  },
  paths: {
    title: { en: 'Paths', fr: 'Chemins' },
    description: {
      en: 'The references that were followed from a match to the records that belong to it.',
      fr: "Les références suivies d'une correspondance aux enregistrements qui en dépendent.",
    },
    columns: {
      path: { en: 'Path', fr: 'Chemin' },
      source: SOURCE,
      steps: { en: 'References', fr: 'Références' },
    },
  },
  withheld: {
    title: { en: 'What was withheld', fr: "Ce qui n'est pas communiqué" },
    description: {
      en: 'What is held and not in this archive, with the ground. The content itself is not told.',
      fr: "Ce qui est détenu sans figurer dans cette archive, avec le motif. Le contenu n'est pas indiqué.",
    },
    columns: {
      source: SOURCE,
      collection: COLLECTION,
      field: { en: 'Field', fr: 'Champ' },
      ground: { en: 'Ground', fr: 'Motif' },
      right: { en: 'Right', fr: 'Droit' },
      marked: { en: 'A mark stands in its place', fr: 'Remplacé par une mention' },
      explanation: { en: 'The ground in words', fr: 'Le motif en toutes lettres' },
      count: { en: 'Records', fr: 'Enregistrements' },
    },
  },
  redactions: {
    title: { en: 'What was redacted', fr: 'Ce qui a été occulté' },
    description: {
      en: 'What a person decided to hide in single records. A mark stands in its place; the content itself is not told.',
      fr: 'Ce qu’une personne a décidé d’occulter dans certains enregistrements. Une mention le remplace ; le contenu n’est pas indiqué.',
    },
    columns: {
      source: SOURCE,
      collection: COLLECTION,
      record: { en: 'Record', fr: 'Enregistrement' },
      field: { en: 'Field', fr: 'Champ' },
      lengths: {
        en: 'Characters of each stretch; empty: the whole value',
        fr: 'Caractères de chaque passage ; vide : toute la valeur',
      },
      reason: { en: 'Reason', fr: 'Motif' },
      holder: { en: 'Whose interest it is', fr: 'Titulaire de l’intérêt protégé' },
      why: { en: 'What its disclosure would do', fr: 'Ce que sa communication causerait' },
      decided_by: { en: 'Decided by', fr: 'Décidé par' },
      decided_at: { en: 'Decided', fr: 'Décidé le' },
    },
  },
} as const satisfies Readonly<Record<string, TableTexts>>;

/** Why something is withheld that no decision about scope is about. */
export const WITHHELD_TEXTS = {
  secret: {
    en: 'A credential, such as the fingerprint of a password: whoever had it could pass for you.',
    fr: 'Un élément d’authentification, comme l’empreinte d’un mot de passe : qui l’aurait pourrait se faire passer pour vous.',
  },
  underReview: {
    en: 'A person has yet to decide whether these records are about you.',
    fr: 'Une personne doit encore décider si ces enregistrements vous concernent.',
  },
  'others-in-text': {
    en: 'What was found of other people in this text is hidden, and the rest is shown: their rights prevail here (Art. 15(4) GDPR).',
    fr: 'Ce qui a été trouvé d’autres personnes dans ce texte est occulté, et le reste est montré : leurs droits prévalent ici (art. 15, § 4, du RGPD).',
  },
  'omitted-files': {
    en: 'These files are held about you; they are not shown, for the reason that stands with their field.',
    fr: 'Ces fichiers vous concernant sont détenus ; ils ne sont pas montrés, pour le motif indiqué avec leur champ.',
  },
  'outside-purpose': {
    en: 'These records of the deceased person are held; the purpose for which their heir has data does not need them.',
    fr: 'Ces enregistrements de la personne décédée sont détenus ; la finalité pour laquelle son héritier reçoit des données ne les requiert pas.',
  },
  'outside-purpose-files': {
    en: 'These files of the deceased person are held; the purpose for which their heir has data does not need them.',
    fr: 'Ces fichiers de la personne décédée sont détenus ; la finalité pour laquelle son héritier reçoit des données ne les requiert pas.',
  },
  omitted: {
    en: 'These records are held about you; none of their fields is part of what this right covers.',
    fr: 'Ces enregistrements vous concernant sont détenus ; aucun de leurs champs ne relève de ce droit.',
  },
} as const satisfies Readonly<Record<string, Texts>>;
