import type { Transaction } from '../ports/store.js';
import { type Change, happen } from './change-request.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { Refused } from './refused.js';
import { addStep } from './workflow.js';

/** Throws `Refused` with `WRONG_STATE` where a request's archive does not wait for its release. */
export function requireWaiting({ state }: Pick<DataRequest, 'state'>): void {
  if (state === 'awaiting_release') return;
  throw new Refused('WRONG_STATE', 'This is decided when the archive is there, and before it is released.');
}

/** Notes a ruling, and has the archive made anew by it. */
export async function makeAnew(
  transaction: Transaction,
  desk: Desk,
  viewer: Viewer,
  { request, fields, details }: Required<Pick<Change, 'fields' | 'details'>> & { readonly request: DataRequest },
): Promise<DataRequest> {
  const next = { fields: { ...fields, rounds: request.rounds + 1 }, details };
  const ruled = await happen(transaction, request, { event: 'rule', viewer, desk }, next);
  await addStep(transaction, desk, ruled, { kind: 'assemble' });
  return ruled;
}
