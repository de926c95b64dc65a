import { fill, type Language, type Wording } from '../wording/wording.js';
import type { ProofReason } from './required-proof.js';

const TEXTS: Readonly<Record<ProofReason, Wording>> = {
  'signed-in': {
    en: 'It comes from a signed-in account.',
    fr: 'La demande provient d’un compte connecté.',
  },
  contact: {
    en: 'A code can be sent to an address or number that is searched for.',
    fr: 'Un code peut être envoyé à une adresse ou un numéro recherché.',
  },
  'known-facts': {
    en: 'There is no address to send a code to; what was found holds facts that the person can know.',
    fr: 'Aucune adresse ne permet d’envoyer un code ; ce qui a été trouvé contient des faits que la personne peut connaître.',
  },
  'nothing-to-prove-with': {
    en: 'There is no address to send a code to, and nothing was found yet that the person could know.',
    fr: 'Aucune adresse ne permet d’envoyer un code et rien n’a encore été trouvé que la personne puisse connaître.',
  },
  'policy-not-followed': {
    en: 'The policy demands a proof of everybody. The law does not allow that, and it is not followed (Art. 12(6)).',
    fr: 'La politique exige un justificatif de chacun. Le droit ne le permet pas : elle n’est pas suivie (art. 12, § 6).',
  },
  'special-category': {
    en: 'Special categories may be in it (Art. 9): one level more.',
    fr: 'Des catégories particulières peuvent y figurer (art. 9) : un niveau de plus.',
  },
  'new-address': {
    en: 'The answer would go to an address that stands on no record: one level more.',
    fr: 'La réponse irait à une adresse qui ne figure dans aucun enregistrement : un niveau de plus.',
  },
  'contact-changed': {
    en: 'A contact has changed meanwhile: everything before counts no more, and one level more is needed.',
    fr: 'Un contact a changé entre-temps : ce qui précède ne compte plus et un niveau de plus est requis.',
  },
  doubt: {
    en: 'A person has recorded a doubt about who asks: one level more.',
    fr: 'Une personne a consigné un doute sur l’identité du demandeur : un niveau de plus.',
  },
  ambiguous: {
    en: 'What was found may be several people’s: known facts at least, until a person has decided.',
    fr: 'Ce qui a été trouvé peut concerner plusieurs personnes : faits connus au moins, jusqu’à une décision humaine.',
  },
  'for-another': {
    en: 'They ask for somebody else: known facts at least.',
    fr: 'La demande est faite pour autrui : faits connus au moins.',
  },
  'no-document-without-doubt': {
    en: 'More than known facts is a document, and none is asked for without a recorded doubt and why it is proportionate.',
    fr: 'Au-delà des faits connus, il faut un document ; aucun n’est demandé sans doute consigné ni motif de proportionnalité.',
  },
  'document-demanded': {
    en: 'An officer has recorded why nothing less than a document suffices.',
    fr: 'Un délégué a consigné pourquoi rien de moins qu’un document ne suffit.',
  },
};

/** Why a level of proof is needed, in words. */
export function explainProof(reason: ProofReason, language: Language): string {
  return fill(TEXTS[reason], language);
}
