import { Secret } from '@habeas/connector-sdk';
import type { LetterLanguage } from '../catalogue/letters.js';
import type { LetterFacts } from '../letters/facts/letter-facts.js';
import type { LetterKind } from '../letters/letter-kind.js';
import type { LetterSender } from '../letters/sender.js';

/** A controller that has said everything. */
export const SENDER: LetterSender = {
  name: 'Example Association',
  address: '1 Example Street\n75000 Exampleville',
  country: 'FR',
  officer: 'Ada Example',
  contacts: [
    { type: 'email', value: 'dpo@association.example' },
    { type: 'phone', value: '+33 1 99 00 00 00' },
    { type: 'post', value: 'DPO, 1 Example Street, 75000 Exampleville' },
  ],
  authority: {
    name: 'Example Authority',
    post: '2 Example Square, 75000 Exampleville',
    phone: '+33 1 99 00 00 01',
    url: 'https://authority.example/complaints',
  },
};

const HEAD = {
  reference: '2026-0042',
  receivedOn: '2026-01-31',
  date: '2026-02-10',
  addressee: new Secret('Ann Sample'),
} as const;
const DECISION = { by: 'staff-7', isDpo: true, at: '2026-02-09T10:00:00Z' } as const;
const SEARCH = {
  snapshotOn: '2026-02-01',
  sources: ['Membership', 'Newsletter', 'Events'],
  isComplete: true,
  records: 42,
} as const;
const CASE_FILE = { holds: ['request', 'identifiers', 'correspondence', 'search_log'], keptUntil: '2031-02-10' } as const;

type Facts = { readonly [Kind in LetterKind]: LetterFacts<Kind> };

const WORDS = {
  en: {
    doubt: 'You wrote from an address ending in example.net; the one we have ends in example.org',
    why: 'you have no account with us, and we have no other detail that we could compare',
    sendTo: 'https://association.example/safe',
    booking: 'a booking number, or the cookie number that your browser shows on our privacy page',
    parts: ['your membership', 'the events that you took part in', 'everything from 2025'],
    slow: 'Two of nine systems are archives on paper, which we go through by hand',
    voice: 'the voice of our colleague in the recording of 3 March 2025',
    method: 'how the score of your profile is weighted in detail',
    harm: 'Competitors could copy the method',
    file: 'a document from a criminal investigation that is still open',
    law: 'Code de procédure pénale, art. 11',
    lawWhy: 'Until the investigation ends, its documents are secret',
    card: 'data that the Example Card programme keeps',
    backup: 'the tape backup of 2019',
    backupWhy: 'Its reader is broken',
    backupNext: 'It is being repaired, and we will write to you by 1 March 2026',
    evidence: 'All four requests of the last month were for the same newsletter data, which had not changed',
    aim: 'You wrote that you do not want the data, but a payment for withdrawing the request',
    intent: 'You subscribed an hour before the request, as you did with eleven other associations',
    unknown: 'Our statistics hold counts by day and nothing that leads back to a visitor',
    unauthorised: 'The mandate that came with your letter is not signed',
    unclear: 'The code that we sent was not used, and the member number that you gave belongs to nobody',
    whose: 'The data are those of the organiser of the conference, for whom we only print badges',
  },
  fr: {
    doubt: 'Vous avez écrit depuis une adresse en example.net ; celle que nous avons est en example.org',
    why: 'vous n’avez pas de compte chez nous, et nous n’avons aucun autre élément à comparer',
    sendTo: 'https://association.example/depot',
    booking: 'un numéro de réservation, ou le numéro de cookie que votre navigateur affiche sur notre page de confidentialité',
    parts: ['votre adhésion', 'les événements auxquels vous avez participé', 'tout ce qui date de 2025'],
    slow: 'Deux des neuf systèmes sont des archives papier, que nous parcourons à la main',
    voice: 'la voix de notre collègue dans l’enregistrement du 3 mars 2025',
    method: 'la pondération détaillée du score de votre profil',
    harm: 'Des concurrents pourraient copier la méthode',
    file: 'une pièce d’une enquête pénale encore en cours',
    law: 'article 11 du code de procédure pénale',
    lawWhy: 'Jusqu’à la fin de l’enquête, les pièces en sont secrètes',
    card: 'les données que conserve le programme Carte Exemple',
    backup: 'la sauvegarde sur bande de 2019',
    backupWhy: 'Son lecteur est en panne',
    backupNext: 'Il est en réparation, et nous vous écrirons d’ici au 1er mars 2026',
    evidence: 'Les quatre demandes du dernier mois portaient sur les mêmes données de lettre d’information, restées inchangées',
    aim: 'Vous avez écrit ne pas vouloir les données, mais une somme pour retirer la demande',
    intent: 'Vous vous êtes inscrit une heure avant la demande, comme auprès de onze autres associations',
    unknown: 'Nos statistiques comptent des visites par jour, et rien n’y mène à un visiteur',
    unauthorised: 'Le mandat joint à votre lettre n’est pas signé',
    unclear: 'Le code que nous avons envoyé n’a pas été utilisé, et le numéro d’adhérent indiqué n’est celui de personne',
    whose: 'Ces données sont celles de l’organisateur du congrès, pour lequel nous imprimons seulement les badges',
  },
} as const;

/** A question that asks for a document, since nothing less suffices. */
export function documentQuestion(language: LetterLanguage): LetterFacts<'identity_question'> {
  const { why, sendTo } = WORDS[language];
  return {
    ...letterSamples(language).identity_question,
    asks: [{ ask: 'document', why, sendTo, keptHours: 24 }],
    isOneEnough: false,
  };
}

/** Facts with which each letter can be written: everything that is optional included. */
export function letterSamples(language: LetterLanguage): Facts {
  const words = WORDS[language];
  return { ...openingSamples(words), ...answerSamples(words), ...denialSamples(words) };
}

type Words = (typeof WORDS)[LetterLanguage];

function openingSamples(
  words: Words,
): Pick<Facts, 'acknowledgement' | 'identity_question' | 'scope_question' | 'extension' | 'archive_expiry'> {
  return {
    acknowledgement: {
      ...HEAD,
      date: '2026-02-01',
      dueOn: '2026-02-28',
      identity: 'link_or_code',
      otherRights: ['rectification', 'erasure'],
    },
    identity_question: {
      ...HEAD,
      date: '2026-02-02',
      doubt: { reason: 'unknown_sender', explanation: words.doubt },
      asks: [
        { ask: 'link_or_code' },
        { ask: 'customer_number' },
        { ask: 'last_transaction' },
        { ask: 'detail', what: words.booking },
      ],
      isOneEnough: true,
      answerBy: '2026-02-16',
      dueOn: '2026-02-28',
      clock: 'paused',
    },
    scope_question: {
      ...HEAD,
      date: '2026-02-03',
      found: { records: 12_345, sources: 3 },
      parts: words.parts,
      information: 'enclosed',
      answerBy: '2026-02-17',
      dueOn: '2026-02-28',
      clock: 'running',
    },
    extension: {
      ...HEAD,
      reason: 'scattered_sources',
      explanation: words.slow,
      newDueOn: '2026-04-28',
      deadlines: {
        received: '2026-01-31',
        dueSafe: { date: '2026-02-28' },
        dueLegal: { date: '2026-03-02' },
        dueExtLegal: { date: '2026-04-30' },
      },
    },
    archive_expiry: {
      reference: HEAD.reference,
      receivedOn: HEAD.receivedOn,
      date: '2026-03-01',
      availableUntil: '2026-03-12',
      downloadsLeft: 3,
      isRenewable: true,
    },
  };
}

function answerSamples(words: Words): Pick<Facts, 'answer' | 'partial_answer' | 'no_data'> {
  const given = {
    ...HEAD,
    dueOn: '2026-03-02',
    search: SEARCH,
    enclosed: ['report', 'archive', 'original_files'],
    delivery: { by: 'download', until: '2026-03-12', downloads: 5 },
    rights: ['rectification', 'erasure', 'restriction', 'objection', 'portability', 'withdraw_consent'],
  } as const;
  return {
    answer: given,
    partial_answer: {
      ...given,
      search: { ...SEARCH, isComplete: false },
      leftOut: [
        { reason: 'staff_identity', what: words.voice },
        { reason: 'trade_secret', what: words.method, interest: { holder: 'Example Scores', why: words.harm } },
        { reason: 'legal_restriction', what: words.file, lawRef: words.law, why: words.lawWhy },
        { reason: 'other_controller', what: words.card, controller: 'Example Card' },
        { reason: 'not_searched', what: words.backup, why: words.backupWhy, next: words.backupNext },
      ],
    },
    no_data: {
      ...HEAD,
      dueOn: '2026-03-02',
      search: { ...SEARCH, records: 0 },
      identifiers: [
        { kind: 'email', value: new Secret('ann@example.org') },
        { kind: 'phone', value: new Secret('+33 1 99 00 12 42') },
        { kind: 'id', value: new Secret('M-2041') },
      ],
      caseFile: CASE_FILE,
    },
  };
}

function denialSamples(words: Words): Pick<Facts, 'refusal' | 'fee' | 'wrong_controller'> {
  return {
    refusal: {
      ...HEAD,
      date: '2026-03-04',
      dueOn: '2026-03-02',
      grounds: [
        { ground: 'excessive', lastRequestOn: '2026-01-20', evidence: words.evidence },
        { ground: 'abuse', aim: words.aim, intent: words.intent },
        { ground: 'legal_restriction', lawRef: words.law, why: words.lawWhy },
        { ground: 'unidentifiable', demonstration: words.unknown, wouldHelp: ['id', 'phone'] },
        { ground: 'identity_not_proved', doubt: words.unclear },
        { ground: 'authority_not_shown', doubt: words.unauthorised },
      ],
      decision: DECISION,
    },
    fee: {
      ...HEAD,
      cause: { for: 'further_copy', firstCopyOn: '2025-12-01', isSameScope: true, isSamePeriod: true },
      costs: [
        { cost: 'printing', cents: 1_240 },
        { cost: 'postage', cents: 695 },
      ],
      currency: 'EUR',
      answerBy: '2026-02-24',
    },
    wrong_controller: {
      ...HEAD,
      position: { why: 'not_controller', explanation: words.whose },
      meantFor: 'Example Conference',
      forwarded: false,
      caseFile: CASE_FILE,
    },
  };
}
