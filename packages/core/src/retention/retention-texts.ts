import type { Wording } from '../wording/wording.js';
import type { Ending } from './rule.js';

/** The sentences that say how long a record is kept and why (RET-02, RET-03; Art. 15(1)(d) GDPR). */
export const RETENTION_TEXTS = {
  running: {
    en: 'Kept for {period} {anchor} ({on}), that is until {until}.',
    fr: 'Durée de conservation : {period} {anchor} ({on}), soit jusqu’au {until}.',
  },
  at_once: {
    en: 'Kept {anchor} ({on}) and no longer.',
    fr: 'Conservation {anchor} ({on}), sans durée supplémentaire.',
  },
  running_of_several: { en: 'The period runs {anchors}.', fr: 'Cette durée court {anchors}.' },
  at_once_of_several: { en: 'It is kept {anchors}.', fr: 'Les données sont conservées {anchors}.' },
  archived: {
    en: 'Then archived until {until}, as the law demands ({law}).',
    fr: 'Archivage ensuite jusqu’au {until}, comme la loi l’impose ({law}).',
  },
  kept_for_litigation: {
    en: 'A dispute extends this until {until}.',
    fr: 'Un litige prolonge cette durée jusqu’au {until}.',
  },
  kept_by_agreement: {
    en: 'An express agreement extends this until {until}.',
    fr: 'Un accord exprès prolonge cette durée jusqu’au {until}.',
  },
  expires_soon: { en: 'The period ends soon.', fr: 'Cette durée se termine bientôt.' },
  overdue: {
    en: 'The period has ended on {until}: this is disclosed as it is held, and is planned to end now.',
    fr: 'Cette durée a pris fin le {until} : ces données sont communiquées telles qu’elles sont détenues, et il est prévu d’y mettre fin.',
  },
  legal_hold: {
    en: 'Kept because of a dispute, until it has ended.',
    fr: 'Conservation en raison d’un litige, jusqu’à son terme.',
  },
  legal_hold_until: {
    en: 'Kept because of a dispute, until {until}.',
    fr: 'Conservation en raison d’un litige, jusqu’au {until}.',
  },
  relationship: {
    en: 'Kept as long as this lasts: {name}. The period begins when it ends.',
    fr: 'Conservation tant que dure : {name}. La durée commence à son terme.',
  },
  agreement: {
    en: 'Kept by express agreement, as long as it stands.',
    fr: 'Conservation par accord exprès, tant que celui-ci subsiste.',
  },
  rule: {
    en: 'The rule: {period} {anchors}.',
    fr: 'La règle : {period} {anchors}.',
  },
  rule_at_once: {
    en: 'The rule: {anchors} and no longer.',
    fr: 'La règle : {anchors}, sans durée supplémentaire.',
  },
  missing: {
    en: 'The end cannot be told: it is not recorded when this was: {fact}.',
    fr: 'Le terme ne peut être indiqué : la date suivante n’est pas enregistrée : {fact}.',
  },
  not_a_date: {
    en: 'The end cannot be told: what is recorded is no usable date: {fact}.',
    fr: 'Le terme ne peut être indiqué : ce qui est enregistré n’est pas une date exploitable : {fact}.',
  },
  criterion_only: { en: '{criterion}', fr: '{criterion}' },
  period_unstated: {
    en: 'The controller has not stated how long this is kept.',
    fr: 'Le responsable du traitement n’a pas indiqué de durée de conservation.',
  },
} as const satisfies Readonly<Record<string, Wording>>;

/** What happens at the end, as a sentence (RET-01). */
export const ENDING_TEXTS: Readonly<Record<Ending, Wording>> = {
  delete: { en: 'After that it is deleted.', fr: 'Suppression à l’issue de cette durée.' },
  anonymise: { en: 'After that it is made anonymous.', fr: 'Anonymisation à l’issue de cette durée.' },
  archive: { en: 'It is deleted once the archive period has ended.', fr: 'Suppression à l’issue de l’archivage.' },
};
