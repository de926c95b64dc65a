import type { Desk } from '../request/desk.js';
import type { DataRequest } from '../request/data-request.js';
import { gatheredOf } from '../request/gathered.js';
import { type ProvableField, provableFields } from './provable-facts.js';

/** What a person can be asked about to prove who they are, without its values; nothing, while no answer waits for its release. */
export async function viewProvableFacts(
  desk: Pick<Desk, 'store' | 'vault'>,
  request: DataRequest,
): Promise<readonly ProvableField[]> {
  return request.state === 'awaiting_release' ? provableFields(await gatheredOf(desk, request)) : [];
}
