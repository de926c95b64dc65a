import type { JsonObject } from '@habeas/connector-sdk';
import type { Transaction } from '../ports/store.js';
import { keepChange } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk, Viewer } from '../request/desk.js';
import type { Duty } from './duty.js';

/** Who notes a duty. */
export interface DutyNoting {
  readonly desk: Pick<Desk, 'ids'>;
  readonly viewer: Viewer;
}

/** Keeps a request that the transaction holds with its duties, and says in the trail which are new. As it was, where none is. */
export async function noteDuties(
  transaction: Transaction,
  request: DataRequest,
  duties: readonly Duty[],
  { desk, viewer }: DutyNoting,
): Promise<DataRequest> {
  const added = duties.slice(request.duties?.length ?? 0);
  if (added.length === 0) return request;
  return keepChange(
    transaction,
    { ...request, duties },
    { desk, viewer, action: 'duty.note', details: { duties: added.map(inTrail) } },
  );
}

function inTrail({ id, kind, activity }: Duty): JsonObject {
  return { id, kind, ...(activity === undefined ? {} : { activity }) };
}
