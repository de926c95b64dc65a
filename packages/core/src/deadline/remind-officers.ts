import { tellOfficer } from '../identity/object.js';
import type { Transaction } from '../ports/store.js';
import { lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { isReopened } from '../request/given-answer.js';
import { isDecided, UNDECIDED } from '../request/transitions.js';

const DAY_MS = 86_400_000;
const PAGE = 100;
const ACTION = 'deadline.remind';

/**
 * Writes to those who decide about each request of a controller that is not decided and whose safe date is near: once for each of the days that
 * its rules name, and anew where that date was moved (DLN-04). Whoever calls it may have been away: of what was missed the last is told then.
 */
export async function remindOfficers(desk: Desk, controller: string): Promise<void> {
  const { officerDays } = desk.clocks.settingsOf(controller).rules;
  const most = Math.max(...officerDays);
  if (!Number.isFinite(most)) return;
  for (let after: string | undefined; ;) {
    const cursor = after === undefined ? {} : { after };
    const page = await desk.store.transact(({ requests, now }) =>
      requests.page(
        controller,
        { states: UNDECIDED, dueBefore: new Date(now.getTime() + most * DAY_MS) },
        { first: PAGE, ...cursor },
      ),
    );
    for (const { item } of page.items) {
      if (await desk.store.transact((transaction) => remind(transaction, desk, { request: item, officerDays }))) desk.wake();
    }
    after = page.items.at(-1)?.cursor;
    if (!page.hasNext) return;
  }
}

/** True where something was told now. */
async function remind(
  transaction: Transaction,
  desk: Desk,
  { request: listed, officerDays }: { readonly request: DataRequest; readonly officerDays: readonly number[] },
): Promise<boolean> {
  const { audit, now } = transaction;
  const { controller, id } = listed;
  const request = await lockRequest(transaction, { controller }, id);
  const days = Math.min(...officerDays.filter((each) => request.dueAt.getTime() - now.getTime() <= each * DAY_MS));
  // It may have been decided, or its date have been moved, since it was listed; an answer that went out was in time or not
  if (isDecided(request) || isReopened(request) || !Number.isFinite(days)) return false;
  const dueAt = request.dueAt.toISOString();
  const object = { type: 'request', id };
  const earlier = await audit.page(controller, { object, action: ACTION }, { first: PAGE });
  if (earlier.items.some(({ item: { details } }) => details['dueAt'] === dueAt && Number(details['days']) <= days)) return false;
  const viewer = { actor: { kind: 'system', id: 'house' }, controller } as const;
  const entry = { id: desk.ids.next('aud'), controller, actor: viewer.actor, action: ACTION, object, outcome: 'done' } as const;
  await audit.add({ ...entry, details: { days, dueAt } });
  await tellOfficer(transaction, request, { desk, viewer }, 'due_soon');
  return true;
}
