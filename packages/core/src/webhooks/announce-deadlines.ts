import type { Transaction } from '../ports/store.js';
import { lockRequest } from '../request/change-request.js';
import type { DataRequest } from '../request/data-request.js';
import type { Desk } from '../request/desk.js';
import { isDecided, UNDECIDED } from '../request/transitions.js';
import { type Announcer, tellOf } from './announcing-store.js';

/** How long before its due date a request is announced as near. */
const NEAR_MS = 7 * 86_400_000;
const PAGE = 100;

/**
 * Tells the endpoints of a controller of each undecided request whose due date is near or over, once for each due date: one that was
 * moved is told of again. Whoever calls it may have been away: what was missed is told then.
 */
export async function announceDeadlines(desk: Pick<Desk, 'store' | 'ids'> & Announcer, controller: string): Promise<void> {
  const wanted = desk.webhooks
    .endpointsOf(controller)
    .some(({ events }) => events.has('deadline.near') || events.has('deadline.overdue'));
  if (!wanted) return;
  for (let after: string | undefined; ;) {
    const cursor = after === undefined ? {} : { after };
    const page = await desk.store.transact(({ requests, now }) =>
      requests.page(controller, { states: UNDECIDED, dueBefore: new Date(now.getTime() + NEAR_MS) }, { first: PAGE, ...cursor }),
    );
    for (const { item } of page.items) await desk.store.transact((transaction) => announceDue(transaction, desk, item));
    after = page.items.at(-1)?.cursor;
    if (!page.hasNext) return;
  }
}

async function announceDue(transaction: Transaction, announcer: Announcer, { controller, id }: DataRequest): Promise<void> {
  const request = await lockRequest(transaction, { controller }, id);
  const leftMs = request.dueAt.getTime() - transaction.now.getTime();
  // It may have been decided, or its date have been moved, since it was listed
  if (isDecided(request) || leftMs > NEAR_MS) return;
  const event = leftMs < 0 ? 'deadline.overdue' : 'deadline.near';
  const dueAt = request.dueAt.toISOString();
  const earlier = await transaction.webhooks.of(controller, id);
  if (earlier.some((call) => call.event === event && call.facts['dueAt'] === dueAt)) return;
  await tellOf(transaction, announcer, request, { event, facts: { state: request.state } });
}
