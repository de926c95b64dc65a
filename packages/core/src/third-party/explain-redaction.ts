import { fill, type Language, type Wording } from '../wording/wording.js';
import type { ProtectedInterest, RedactionReason } from './redaction-reason.js';

const TEXTS: Readonly<Record<RedactionReason, Wording>> = {
  third_party: {
    en: 'It is about another person, whose rights prevail here (Art. 15(4) GDPR).',
    fr: 'Cela concerne une autre personne, dont les droits prévalent ici (art. 15, § 4, du RGPD).',
  },
  secrecy_of_correspondence: {
    en: 'It is correspondence of others, whose secrecy prevails here (Art. 15(4) GDPR).',
    fr: 'C’est une correspondance d’autrui, dont le secret prévaut ici (art. 15, § 4, du RGPD).',
  },
  trade_secret: {
    en: 'It is a trade secret, which prevails here (Art. 15(4) and recital 63 GDPR).',
    fr: 'C’est un secret des affaires, qui prévaut ici (art. 15, § 4, et considérant 63 du RGPD).',
  },
  intellectual_property: {
    en: 'It is protected by intellectual property, which prevails here (Art. 15(4) and recital 63 GDPR).',
    fr: 'Cela est protégé par la propriété intellectuelle, qui prévaut ici (art. 15, § 4, et considérant 63 du RGPD).',
  },
  staff_identity: {
    en: 'It tells which member of staff acted, whose rights prevail here (Art. 15(4) GDPR).',
    fr: 'Cela dit quel membre du personnel a agi, dont les droits prévalent ici (art. 15, § 4, du RGPD).',
  },
};

const WHOSE: Wording = { en: 'Whose it is: {holder}. {why}', fr: 'À qui cela appartient : {holder}. {why}' };

/** Why something was taken out, for the person it was taken from, with whose interest is protected (Art. 12(4) GDPR; TPD-03, TPD-05). */
export function explainRedaction(
  { reason, interest }: { readonly reason: RedactionReason; readonly interest?: ProtectedInterest },
  language: Language,
): string {
  const why = TEXTS[reason][language];
  return interest === undefined ? why : `${why} ${fill(WHOSE, language, { holder: interest.holder, why: interest.why })}`;
}
