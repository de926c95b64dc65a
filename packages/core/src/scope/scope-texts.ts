import type { Wording } from '../wording/wording.js';
import type { AccessReason, MissingFact, PortabilityReason } from './scope-decision.js';

/** Why something is handed over, or is not, as a sentence (SCP-01, PRT-01; Art. 12(1) GDPR). */
export const SCOPE_TEXTS: Readonly<Record<AccessReason | PortabilityReason, Wording>> = {
  held: {
    en: 'It is held about you, and everything held is disclosed (Art. 15(1), (3) GDPR).',
    fr: 'Ces données vous concernant sont détenues, et tout ce qui est détenu est communiqué (art. 15, § 1 et 3, du RGPD).',
  },
  'held-derived': {
    en: 'It was concluded from your data and is held about you, so it is disclosed (Art. 15(1), (3) GDPR).',
    fr: 'Ces données ont été déduites des vôtres et sont détenues : elles sont communiquées (art. 15, § 1 et 3, du RGPD).',
  },
  'held-from-elsewhere': {
    en: 'It was not collected from you; it is disclosed with its source (Art. 15(1)(g) GDPR).',
    fr: 'Ces données n’ont pas été collectées auprès de vous : elles sont communiquées avec leur source (art. 15, § 1, point g), du RGPD).',
  },
  'held-origin-unstated': {
    en: 'It is held about you, and is disclosed; where it comes from is not recorded (Art. 15(1), (3) GDPR).',
    fr: 'Ces données vous concernant sont détenues et communiquées ; leur origine n’est pas enregistrée (art. 15, § 1 et 3, du RGPD).',
  },
  consultation: {
    en: 'It tells when, and what for, your data were looked at (Art. 15(1) GDPR; Court of Justice, C-579/21).',
    fr: 'Elle indique quand et à quelle fin vos données ont été consultées (art. 15, § 1, du RGPD ; Cour de justice, C-579/21).',
  },
  'staff-masked': {
    en: 'Who looked at your data is shown as a role: staff acting for the controller are not recipients (Court of Justice, C-579/21).',
    fr: 'La personne ayant consulté vos données est indiquée par sa fonction : les agents du responsable du traitement ne sont pas des destinataires (Cour de justice, C-579/21).',
  },
  'outside-filing-system': {
    en: 'It is on paper and in no filing system, so the Regulation does not reach it (Art. 2(1) GDPR).',
    fr: 'Ces données figurent sur papier hors de tout fichier : le règlement ne s’y applique pas (art. 2, § 1, du RGPD).',
  },
  processor: {
    en: 'It is held for another controller, to whom the request is passed on (Art. 28(3)(e) GDPR).',
    fr: 'Ces données sont détenues pour le compte d’un autre responsable du traitement, à qui la demande est transmise (art. 28, § 3, point e), du RGPD).',
  },
  'mention-only': {
    en: 'The record only mentions you; a person looks at it first.',
    fr: 'L’enregistrement ne fait que vous mentionner ; il est d’abord examiné par une personne.',
  },
  'third-party-data': {
    en: 'It is somebody else’s data, whose rights are weighed (Art. 15(4), 20(4) GDPR).',
    fr: 'Ce sont les données d’une autre personne, dont les droits sont pris en compte (art. 15, § 4, et art. 20, § 4, du RGPD).',
  },
  unclassified: {
    en: 'The data map does not describe it yet; a person looks at it first.',
    fr: 'La cartographie des données ne le décrit pas encore ; il est d’abord examiné par une personne.',
  },
  redacted: {
    en: 'It was redacted to protect somebody else’s rights (Art. 15(4), 20(4) GDPR).',
    fr: 'Ces données ont été occultées pour protéger les droits d’autrui (art. 15, § 4, et art. 20, § 4, du RGPD).',
  },
  'no-fields': { en: 'No field of it can be handed over.', fr: 'Aucun de ses champs ne peut être communiqué.' },
  'facts-missing': {
    en: 'It cannot be decided before this is filled in: {missing}.',
    fr: 'Aucune décision n’est possible avant d’avoir renseigné : {missing}.',
  },
  portable: {
    en: 'You gave it, or it was observed of you, by automated means, and a purpose rests on your consent or on a contract (Art. 20(1) GDPR).',
    fr: 'Vous avez fourni ces données, ou elles ont été observées, par des procédés automatisés, et une finalité repose sur votre consentement ou sur un contrat (art. 20, § 1, du RGPD).',
  },
  'portable-special': {
    en: 'It is of a special category, by automated means, on consent or on a contract (Art. 20(1)(a) GDPR).',
    fr: 'Ces données relèvent d’une catégorie particulière, sont traitées par des procédés automatisés, sur la base d’un consentement ou d’un contrat (art. 20, § 1, point a), du RGPD).',
  },
  'portable-by-policy': {
    en: 'The controller’s own policy promises it, beyond what the law demands.',
    fr: 'La politique du responsable du traitement le promet, au-delà de ce que la loi exige.',
  },
  voluntary: {
    en: 'Provided voluntarily, not under Art. 20 GDPR.',
    fr: 'Fourni volontairement, et non au titre de l’art. 20 du RGPD.',
  },
  derived: {
    en: 'It was concluded from data, neither given by you nor observed of you, so it is not portable; access includes it (Art. 20(1) GDPR).',
    fr: 'Ces données ont été déduites, et ni fournies par vous ni observées : elles ne relèvent pas de la portabilité, mais de l’accès (art. 20, § 1, du RGPD).',
  },
  'from-elsewhere': {
    en: 'It came from somebody else, so it is not portable; access includes it with its source (Art. 20(1) GDPR).',
    fr: 'Ces données proviennent d’un tiers : elles ne relèvent pas de la portabilité, mais de l’accès, avec leur source (art. 20, § 1, du RGPD).',
  },
  paper: {
    en: 'It is kept on paper only, so it is not portable (Art. 20(1)(b) GDPR).',
    fr: 'Ces données ne sont conservées que sur papier : elles ne relèvent pas de la portabilité (art. 20, § 1, point b), du RGPD).',
  },
  basis: {
    en: 'No purpose of it rests on consent or on a contract, so it is not portable; access includes it (Art. 20(1)(a) GDPR).',
    fr: 'Aucune de ses finalités ne repose sur un consentement ou un contrat : elles ne relèvent pas de la portabilité, mais de l’accès (art. 20, § 1, point a), du RGPD).',
  },
  'public-task': {
    en: 'It is processed for a public task only, so it is not portable; access includes it (Art. 20(3) GDPR).',
    fr: 'Ces données ne servent qu’à une mission d’intérêt public : elles ne relèvent pas de la portabilité, mais de l’accès (art. 20, § 3, du RGPD).',
  },
  'article-9': {
    en: 'It is of a special category, on neither consent nor a contract, so it is not portable; access includes it (Art. 20(1)(a) GDPR).',
    fr: 'Ces données relèvent d’une catégorie particulière, sans consentement ni contrat : elles ne relèvent pas de la portabilité, mais de l’accès (art. 20, § 1, point a), du RGPD).',
  },
  'not-given-by-subject': {
    en: 'It records what staff did, not what you gave or did, so it is not portable; access includes it (Art. 20(1) GDPR).',
    fr: 'Ces données retracent l’activité des agents, non ce que vous avez fourni ou fait : elles ne relèvent pas de la portabilité, mais de l’accès (art. 20, § 1, du RGPD).',
  },
};

/** What a person has to fill in, by fact (PRF-03). */
export const MISSING_TEXTS: Readonly<Record<MissingFact, Wording>> = {
  activity: { en: 'the processing activity it serves', fr: 'l’activité de traitement concernée' },
  origin: { en: 'where it comes from', fr: 'son origine' },
  basis: { en: 'the legal basis of every purpose', fr: 'la base juridique de chaque finalité' },
  automated: { en: 'whether it is processed by automated means', fr: 'si le traitement est automatisé' },
  'filing-system': { en: 'whether the paper is in a filing system', fr: 'si le papier figure dans un fichier' },
  'article-9-condition': { en: 'the condition of Art. 9(2) GDPR', fr: 'la condition de l’art. 9, § 2, du RGPD' },
  classification: { en: 'what the field holds', fr: 'ce que contient le champ' },
  channel: { en: 'through which channel it was given', fr: 'par quel canal elles ont été fournies' },
  'log-part': { en: 'what the field of the log tells', fr: 'ce qu’indique le champ du journal' },
};
