import type { Wording } from '../wording/wording.js';

/** What moments and relationships that registers use are called to a person. One that is not here is called by its name. */
export const MOMENT_TITLES: Readonly<Record<string, Wording>> = {
  'call.at': { en: 'the call', fr: 'l’appel' },
  contract: { en: 'the contract', fr: 'le contrat' },
  'contract.endedAt': { en: 'the end of the contract', fr: 'la fin du contrat' },
  'cookie.setAt': { en: 'the day the cookie was set', fr: 'le dépôt du cookie' },
  'debit.at': { en: 'the debit', fr: 'la date de débit' },
  'event.at': { en: 'the event that was recorded', fr: 'l’événement enregistré' },
  'event.date': { en: 'the date of the event', fr: 'la date de l’événement' },
  express_agreement: { en: 'your express agreement', fr: 'votre accord exprès' },
  'invoice.issuedAt': { en: 'the date of the invoice', fr: 'la date de la facture' },
  litigation: { en: 'a dispute', fr: 'un litige' },
  'litigation.endedAt': { en: 'the end of the dispute', fr: 'la fin du litige' },
  membership: { en: 'the membership', fr: 'l’adhésion' },
  'membership.endedAt': { en: 'the end of the membership', fr: 'la fin de l’adhésion' },
  'record.collectedAt': { en: 'the collection of the data', fr: 'la collecte des données' },
  relationship: { en: 'the relationship', fr: 'la relation' },
  'relationship.endedAt': { en: 'the end of the relationship', fr: 'la fin de la relation' },
  'subject.lastContactAt': { en: 'your last contact with us', fr: 'votre dernier contact avec nous' },
  'subject.lastInterventionAt': { en: 'your last activity', fr: 'votre dernière intervention' },
  'subject.lastParticipationDate': { en: 'your last participation', fr: 'votre dernière participation' },
  'transaction.completedAt': { en: 'the completion of the transaction', fr: 'la réalisation de la transaction' },
};
