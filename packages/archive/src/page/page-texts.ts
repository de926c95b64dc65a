import type { Outcome } from '@habeas/connector-sdk';
import type { ArchiveLanguage } from '../options.js';

/** What the index page says, in one language. */
export interface PageTexts {
  readonly title: (controller: string) => string;
  /** The title, but for the controller's name, which follows. */
  readonly headline: string;
  readonly skip: string;
  readonly incomplete: string;
  readonly what: readonly [heading: string, text: string];
  readonly labels: {
    readonly controller: string;
    readonly contact: string;
    readonly officer: string;
    readonly reference: string;
    readonly requested: string;
    readonly made: string;
    readonly records: string;
    readonly files: string;
  };
  readonly open: readonly [heading: string, first: string, ...more: string[]];
  readonly csv: string;
  readonly json: string;
  readonly documents: readonly [heading: string, intro: string];
  readonly data: readonly [heading: string, caption: string, nothing: string];
  readonly dataColumns: readonly [table: string, records: string, format: string];
  readonly ledger: readonly [heading: string, caption: string, intro: string];
  readonly ledgerColumns: readonly [source: string, collection: string, outcome: string, records: string, remark: string];
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly queued: (count: number) => string;
  readonly more: readonly [heading: string, caption: string];
  readonly check: readonly [heading: string, ...lines: string[]];
  readonly rights: readonly [heading: string, ...lines: string[]];
  readonly complaint: string;
  readonly noAuthority: string;
}

const EN: PageTexts = {
  title: (controller) => `Your personal data held by ${controller}`,
  headline: 'Your personal data held by',
  skip: 'Skip to the data',
  incomplete:
    'This archive is not complete. At least one system could not be searched to the end, or something waits for a decision. The section “What was searched” says which and why.',
  what: [
    'What this is',
    'This archive holds the personal data about you that was found in the systems of the organisation named below. You can read it, keep it, and hand it to another organisation (Articles 15 and 20 of the General Data Protection Regulation).',
  ],
  labels: {
    controller: 'Who answers',
    contact: 'Contact',
    officer: 'Data protection officer',
    reference: 'Reference of the request',
    requested: 'Date of the request',
    made: 'Made with',
    records: 'Records',
    files: 'Files',
  },
  open: [
    'How to open it',
    'Unpack the whole ZIP file into a folder first; then the links on this page work. Nothing here needs the internet.',
    'The file datapackage.json describes every table and every column for programs (Data Package v2).',
    'Attached files are kept as they were, under neutral names; the tables called “Files” say what each one is. Open them with care, as you would open files from a stranger.',
  ],
  csv: 'Tables are CSV files in UTF-8, for any spreadsheet or program. An empty cell means “no value”. Where a cell begins with an apostrophe, take that one away: it keeps spreadsheets from taking text for a formula. A cell with nothing but an apostrophe is an empty text.',
  json: 'Tables are JSON files in UTF-8: one list per file, one record per line.',
  documents: [
    'Read this first',
    'What we hold about you, why, for how long, from whom it came and who received it, and what you can do.',
  ],
  data: ['Your data', 'Tables from', 'Nothing about you was found in the systems that could be searched.'],
  dataColumns: ['Table', 'Records', 'Format'],
  ledger: [
    'What was searched',
    'Every collection that was searched, with its outcome',
    'A place where nothing was found is listed too. Only “everything found” and “nothing found” mean that the search there was finished.',
  ],
  ledgerColumns: ['System', 'Collection', 'Outcome', 'Records', 'Remarks'],
  outcomes: {
    complete: 'Everything found',
    empty: 'Nothing found',
    partial: 'Something is missing',
    denied: 'Access refused',
    throttled: 'Stopped by a limit of the system',
    failed: 'Stopped by a fault',
    skipped: 'Not searched',
    unsupported: 'No way to search it',
  },
  queued: (count) => `${count} possible ${count === 1 ? 'match waits' : 'matches wait'} for a person's decision`,
  more: ['How it was found', 'Tables about the search itself'],
  check: [
    'How to check it',
    'Every file is listed with its SHA-256 checksum in manifest-sha256.txt, and the files beside the data in tagmanifest-sha256.txt (BagIt, RFC 8493). With the command-line tool sha256sum: sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt',
    'If there is a file signature.json, it holds an Ed25519 signature by the organisation over the SHA-256 checksum of tagmanifest-sha256.txt.',
  ],
  rights: [
    'Your rights',
    'You can ask the organisation to correct or complete data (Art. 16), to erase it (Art. 17), to restrict its use (Art. 18), and you can object to its use (Art. 21). Write to the contact named above.',
  ],
  complaint: 'If you think that your data is not handled lawfully, you can complain to a supervisory authority (Art. 77):',
  noAuthority: 'the one of the place where you live, where you work, or where the breach happened.',
};

const FR: PageTexts = {
  title: (controller) => `Vos données personnelles détenues par ${controller}`,
  headline: 'Vos données personnelles détenues par',
  skip: 'Aller aux données',
  incomplete:
    'Cette archive est incomplète. Au moins un système n’a pu être consulté jusqu’au bout, ou un élément attend une décision. La partie « Ce qui a été cherché » indique lequel et pourquoi.',
  what: [
    'De quoi il s’agit',
    'Cette archive contient les données personnelles vous concernant trouvées dans les systèmes de l’organisme nommé ci-dessous. Vous pouvez les lire, les conserver et les transmettre à un autre organisme (articles 15 et 20 du règlement général sur la protection des données).',
  ],
  labels: {
    controller: 'Qui répond',
    contact: 'Contact',
    officer: 'Délégué à la protection des données',
    reference: 'Référence de la demande',
    requested: 'Date de la demande',
    made: 'Produit avec',
    records: 'Enregistrements',
    files: 'Fichiers',
  },
  open: [
    'Comment l’ouvrir',
    'Décompressez d’abord tout le fichier ZIP dans un dossier ; les liens de cette page fonctionnent alors. Rien ici ne demande internet.',
    'Le fichier datapackage.json décrit chaque table et chaque colonne pour les programmes (Data Package v2).',
    'Les fichiers joints sont conservés tels quels, sous des noms neutres ; les tables « Fichiers » disent ce qu’est chacun. Ouvrez-les avec prudence, comme tout fichier venant d’un inconnu.',
  ],
  csv: 'Les tables sont des fichiers CSV en UTF-8, pour tout tableur ou programme. Une cellule vide signifie « pas de valeur ». Si une cellule commence par une apostrophe, ôtez-la : elle évite qu’un tableur prenne un texte pour une formule. Une cellule qui ne contient qu’une apostrophe est un texte vide.',
  json: 'Les tables sont des fichiers JSON en UTF-8 : une liste par fichier, un enregistrement par ligne.',
  documents: [
    'À lire en premier',
    'Ce que nous détenons à votre sujet, pourquoi, pour combien de temps, d’où viennent ces données et qui les a reçues, et ce que vous pouvez faire.',
  ],
  data: ['Vos données', 'Tables issues de', 'Rien vous concernant n’a été trouvé dans les systèmes qui ont pu être consultés.'],
  dataColumns: ['Table', 'Enregistrements', 'Format'],
  ledger: [
    'Ce qui a été cherché',
    'Chaque collection consultée, avec son issue',
    'Les endroits où rien n’a été trouvé y figurent aussi. Seuls « tout a été trouvé » et « rien trouvé » signifient que la recherche y est terminée.',
  ],
  ledgerColumns: ['Système', 'Collection', 'Issue', 'Enregistrements', 'Remarques'],
  outcomes: {
    complete: 'Tout a été trouvé',
    empty: 'Rien trouvé',
    partial: 'Il manque quelque chose',
    denied: 'Accès refusé',
    throttled: 'Arrêté par une limite du système',
    failed: 'Arrêté par une panne',
    skipped: 'Non consulté',
    unsupported: 'Aucun moyen de chercher',
  },
  queued: (count) => `${count} correspondance${count === 1 ? ' possible attend' : 's possibles attendent'} une décision humaine`,
  more: ['Comment cela a été trouvé', 'Tables sur la recherche elle-même'],
  check: [
    'Comment la vérifier',
    'Chaque fichier figure avec son empreinte SHA-256 dans manifest-sha256.txt, et les fichiers à côté des données dans tagmanifest-sha256.txt (BagIt, RFC 8493). Avec l’outil sha256sum : sha256sum -c manifest-sha256.txt tagmanifest-sha256.txt',
    'S’il existe un fichier signature.json, il contient une signature Ed25519 de l’organisme sur l’empreinte SHA-256 de tagmanifest-sha256.txt.',
  ],
  rights: [
    'Vos droits',
    'Vous pouvez demander à l’organisme de rectifier ou de compléter des données (art. 16), de les effacer (art. 17), d’en limiter l’usage (art. 18), et vous opposer à leur usage (art. 21). Écrivez au contact indiqué ci-dessus.',
  ],
  complaint:
    'Si vous pensez que vos données ne sont pas traitées licitement, vous pouvez saisir une autorité de contrôle (art. 77) :',
  noAuthority: 'celle du lieu où vous vivez, où vous travaillez, ou du manquement.',
};

/** The page's texts by language. */
export const PAGE_TEXTS: Readonly<Record<ArchiveLanguage, PageTexts>> = { en: EN, fr: FR };
