import { dateIn } from '../calendar/source-date.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest, GivenAnswer } from '../request/data-request.js';
import { type ComparingDesk, earlierRequest, requireSameAsked } from '../request/earlier-request.js';
import { Refused } from '../request/refused.js';
import { openSubjectFile } from '../request/sealed-files.js';
import type { FeeCause } from './fee.js';

/**
 * Shows that a request asks for one more copy of what an earlier one was answered with, as far as the service can know (Art. 15(3); OUT-06):
 * same person, same rights, same period named; the first copy is complete, was fetched, went to nobody else, and could still be fetched when
 * this request came; and what was made for this one since is as large. Throws `Refused` with `NOT_FOUND`, `INVALID_INPUT` and
 * `WRONG_STATE`: then it is a new request, which is free.
 */
export async function furtherCopy(
  desk: ComparingDesk,
  transaction: Transaction,
  request: DataRequest,
  id: string,
): Promise<FeeCause> {
  const earlier = await earlierRequest(transaction, request, id);
  const { answers = [] } = earlier;
  const [first, last] = [answers[0], answers.at(-1)];
  if (first === undefined || last === undefined) throw free('The earlier request was not answered: there is no first copy.');
  await requireSameAsked(desk, earlier, request);
  await requireFirstCopy(transaction, earlier, last);
  if (request.receivedAt > new Date(last.expiresAt)) {
    throw free('The earlier copy could not be fetched any more when this request came: it asks how things stand now.');
  }
  if ((await periodOf(desk, earlier)) !== (await periodOf(desk, request))) {
    throw free('The two requests name another period.');
  }
  if (request.archive !== undefined && !isAsLarge(request.archive, last.archive)) {
    throw free('What is held has changed since the earlier answer.');
  }
  const { zone } = desk.clocks.settingsOf(request.controller);
  return { for: 'further_copy', earlier: earlier.id, firstCopyOn: dateIn(new Date(first.releasedAt), zone) };
}

/** A copy that lacks something, that went to somebody else or that nobody has fetched is no first one. */
async function requireFirstCopy(
  { audit, deliveries }: Transaction,
  { controller, id, breaches = [] }: DataRequest,
  last: GivenAnswer,
): Promise<void> {
  if (!last.complete) throw free('Something was missing in the earlier answer.');
  if (breaches.some(({ end }) => end?.outcome !== 'not_a_breach')) throw free('The earlier answer reached somebody else.');
  const delivery = await deliveries.get(controller, id);
  if (delivery?.link === undefined) return;
  const object = { type: 'request', id };
  for (const action of ['delivery.complete', 'delivery.read']) {
    if ((await audit.page(controller, { object, action }, { first: 1 })).total > 0) return;
  }
  throw free('Nobody has fetched the earlier copy.');
}

/** Of which time somebody asks, in their own words; nothing where they name none. */
async function periodOf({ vault }: ComparingDesk, request: DataRequest): Promise<string> {
  const { words } = await openSubjectFile(vault, request);
  return words?.['period']?.trim() ?? '';
}

function isAsLarge(one: GivenAnswer['archive'], other: GivenAnswer['archive']): boolean {
  return one.records === other.records && one.files === other.files;
}

function free(because: string): Refused {
  return new Refused('WRONG_STATE', because, 'Answer it: it is no further copy of the same, and is free.');
}
