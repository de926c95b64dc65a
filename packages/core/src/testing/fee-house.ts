import { addDays, type LocalDate } from '../calendar/local-date.js';
import { dateIn } from '../calendar/source-date.js';
import type { AnnouncedFee } from '../fee/announce-fee.js';
import type { DeliveryHouseSetting } from './delivery-house.js';

/** What an officer writes to show that a fee can be asked for. */
export const EVIDENCE = 'Ann writes that she wants the files of May again, on paper.';

/** The day it is in a house. */
export function todayIn({ clock }: DeliveryHouseSetting): LocalDate {
  return dateIn(clock.now(), 'Europe/Paris');
}

/** A fee for a request that is manifestly unfounded, where nothing else is said. */
export function feeFor(house: DeliveryHouseSetting, changes: Partial<AnnouncedFee> = {}): AnnouncedFee {
  return {
    cause: { for: 'manifestly_unfounded', evidence: ` ${EVIDENCE} ` },
    costs: [
      { cost: 'printing', cents: 150 },
      { cost: 'postage', cents: 420 },
    ],
    currency: 'EUR',
    answerBy: addDays(todayIn(house), 14),
    ...changes,
  };
}
