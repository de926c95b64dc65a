import type { RedactionReason } from './redaction-reason.js';

/** The languages in which something is marked as redacted. */
export type MarkLanguage = 'en' | 'fr';

const MARKS: Readonly<Record<MarkLanguage, Readonly<Record<RedactionReason, string>>>> = {
  en: {
    third_party: '[redacted: other person]',
    secrecy_of_correspondence: '[redacted: correspondence of others]',
    trade_secret: '[redacted: trade secret]',
    intellectual_property: '[redacted: intellectual property]',
    staff_identity: '[redacted: member of staff]',
  },
  fr: {
    third_party: '[occulté : autre personne]',
    secrecy_of_correspondence: '[occulté : correspondance d’autrui]',
    trade_secret: '[occulté : secret des affaires]',
    intellectual_property: '[occulté : propriété intellectuelle]',
    staff_identity: '[occulté : membre du personnel]',
  },
};

/** What stands where something was taken out: visible, and with its reason (Art. 12(4) GDPR; TPD-03). */
export function redactionMark(reason: RedactionReason, language: MarkLanguage): string {
  return MARKS[language][reason];
}
