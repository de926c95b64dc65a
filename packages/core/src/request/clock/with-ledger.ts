import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { dueAtOf } from './clock-of.js';
import { healthOf } from './health-of.js';

/** What was searched, as it stands now; where it tells something else of health information, with the due date that follows (DLN-10). */
export function withLedger(
  { clocks }: Pick<Desk, 'clocks'>,
  request: DataRequest,
  { ledger, now }: Pick<DataRequest, 'ledger'> & { readonly now: Date },
): Pick<DataRequest, 'ledger' | 'dueAt'> {
  const settings = clocks.settingsOf(request.controller);
  const searched = { ...request, ledger };
  const isSame = healthOf(request, settings).health === healthOf(searched, settings).health;
  return { ledger, dueAt: isSame ? request.dueAt : dueAtOf(searched, settings, now) };
}
