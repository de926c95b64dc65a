import { type Activity, type Holding, isStated } from '@habeas/core/law';
import type { OriginFact } from './subject-report.js';

/**
 * From whom the data came (Art. 15(1)(g); REP-05): from those that the records name. What the controller states of the activity as a
 * whole counts for records that name nobody, so "partners" never stands in place of a name that is known.
 */
export function originFact({ collectedFrom = [] }: Activity, holdings: readonly Holding[]): OriginFact {
  const told = new Map<string, number>();
  for (const { name, records } of holdings.flatMap((holding) => holding.collectedFrom.names)) {
    told.set(name, (told.get(name) ?? 0) + records);
  }
  const untold = holdings.reduce((sum, holding) => sum + untoldIn(holding), 0);
  const isMoreTold = holdings.some((holding) => holding.collectedFrom.more);
  return {
    stated: untold === 0 ? [] : collectedFrom.filter(isStated),
    told: [...told].map(([name, records]) => ({ name, records })),
    untold,
    isMoreTold,
  };
}

/** All of a collection that has no field for it. */
function untoldIn({ collection, records, collectedFrom }: Holding): number {
  return collection.fields.some(({ tells }) => tells === 'source') ? collectedFrom.untold : records;
}
