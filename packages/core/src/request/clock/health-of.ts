import type { ClockSettings, RequestClock } from '../../deadline/request-clock.js';
import type { DataRequest, LedgerLine } from '../data-request.js';

/**
 * Whether health information that has a fast track was found for a request, or may be among what a search has not ruled out (DLN-10). Before
 * it, and while a source fails or a match waits for a human, it may be: the earlier date holds.
 */
export function healthOf(
  { ledger }: Pick<DataRequest, 'ledger'>,
  { rules, healthDatasets = [] }: ClockSettings,
): Pick<RequestClock, 'health'> {
  if (rules.healthFastTrack === undefined) return {};
  const lines = healthDatasets.map((dataset) =>
    ledger.find(({ source, collection }) => source === dataset.source && collection === dataset.collection),
  );
  if (lines.some((line) => line !== undefined && line.included + line.records + line.files > 0)) return { health: 'found' };
  return lines.some((line) => line === undefined || !isEmpty(line)) ? { health: 'possible' } : {};
}

function isEmpty({ blocking, queued }: LedgerLine): boolean {
  return !blocking && queued === 0;
}
