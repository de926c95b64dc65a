import { type DisclosureSummary, explainGate, type GatePlace, type Language } from '@habeas/core/law';

/**
 * What a data protection officer has to look at before an answer goes out, with the places and what to do (OUT-08), and where records
 * are kept beyond their period (RET-04). Nothing of any record.
 */
export function gateLines({ gate, retention }: DisclosureSummary, language: Language): readonly string[] {
  const overdue = retention.filter(({ counts }) => counts.overdue > 0);
  return [
    '',
    ...(gate.release === 'automatic'
      ? ['Nothing keeps the answer from going out.']
      : ['Before it goes out, an officer has to look at:']),
    ...(gate.release === 'automatic' ? [] : gate.reasons).flatMap((reason) => {
      const { what, remedy } = explainGate(reason, language);
      return [`  · ${what}`, `    ${remedy}`, ...reason.places.map((place) => `      ${placeOf(place)}`)];
    }),
    ...overdue.map(
      ({ source, collection, counts, earliestExpiry = '' }) =>
        `Kept beyond its period: ${String(counts.overdue)} of ${source}.${collection}, since ${earliestExpiry} at the earliest.`,
    ),
  ];
}

function placeOf({ source, collection, field, count }: GatePlace): string {
  return `${source}.${collection}${field === undefined ? '' : `.${field}`}: ${String(count)}`;
}
