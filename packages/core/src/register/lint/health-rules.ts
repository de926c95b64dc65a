import type { Register } from '../register.js';
import { ownActivities } from './activity-rules.js';
import type { LintFinding } from './lint.js';

/**
 * HEALTH_TERM_UNSAID: health data are held in France, and nobody has said whether they are due in the days of the health code (DLN-10). Only
 * health professionals and establishments owe them so soon, which no register tells: it is the officer's to say, yes or no.
 */
export function unsaidHealthTerm(register: Register): readonly LintFinding[] {
  if (register.jurisdiction !== 'FR') return [];
  return ownActivities(register)
    .filter(([, { fields = {}, healthFastTrack }]) => {
      const isHeld = Object.values(fields).some(({ special = [] }) => special.includes('health'));
      return isHeld && healthFastTrack === undefined;
    })
    .map(([id]) => ({
      path: ['activities', id, 'healthFastTrack'],
      text: `The activity "${id}" holds health data, and nobody has said whether they are due within the eight days of the health code.`,
      remedy:
        'Say healthFastTrack: true where the controller is a health professional or establishment, and false where it is not.',
    }));
}
