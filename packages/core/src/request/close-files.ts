import { addPeriod, type CalendarPeriod } from '../calendar/period.js';
import { dateIn } from '../calendar/source-date.js';
import type { Transaction } from '../ports/store.js';
import type { DataRequest } from './data-request.js';
import type { Desk } from './desk.js';

/** How long the file of a request is kept once everything personal of it was destroyed, as the register says (LOG-04). */
export interface FilePeriod {
  readonly controller: string;
  readonly period: CalendarPeriod;
  /** As the register writes it. */
  readonly written: string;
}

const PAGE = 100;
const SYSTEM = { kind: 'system', id: 'house' } as const;

/**
 * Removes the files of requests whose period is over (LOG-04): state, dates and counts of a request that was shredded, its steps and its
 * calls of webhooks. The period begins with the last change of the file, or with the due date where that is later; a duty or a breach that is
 * open keeps the file. The trail stays, with the digests of the answers that went out. Says how many there were. It may be killed and begun again.
 */
export async function closeFiles(desk: Pick<Desk, 'store' | 'ids' | 'clocks'>, kept: FilePeriod): Promise<number> {
  let closed = 0;
  for (let after: string | undefined; ;) {
    const cursor = after === undefined ? {} : { after };
    const page = await desk.store.transact(({ requests, now }) =>
      requests.page(kept.controller, { states: ['shredded'], dueBefore: now }, { first: PAGE, ...cursor }),
    );
    for (const { item } of page.items) {
      closed += Number(await desk.store.transact((transaction) => closeFile(transaction, desk, item.id, kept)));
    }
    after = page.items.at(-1)?.cursor;
    if (!page.hasNext) return closed;
  }
}

async function closeFile(
  transaction: Transaction,
  { ids, clocks }: Pick<Desk, 'ids' | 'clocks'>,
  id: string,
  { controller, period, written }: FilePeriod,
): Promise<boolean> {
  const { requests, steps, webhooks, audit, now } = transaction;
  const request = await requests.lock(controller, id);
  const { zone } = clocks.settingsOf(controller);
  if (request === undefined || hasOpenEnds(request)) return false;
  const began = request.updatedAt > request.dueAt ? request.updatedAt : request.dueAt;
  if (dateIn(now, zone) <= addPeriod(dateIn(began, zone), period)) return false;
  await steps.remove(controller, id);
  await webhooks.remove(controller, id);
  await requests.remove(controller, id);
  const { reference, receivedAt, answers = [] } = request;
  const given = answers.map(({ archive, releasedAt }) => ({ sha256: archive.sha256, releasedAt }));
  const details = {
    reference,
    receivedAt: receivedAt.toISOString(),
    endedAt: began.toISOString(),
    period: written,
    answers: given,
  };
  const entry = { controller, actor: SYSTEM, action: 'request.forget', object: { type: 'request', id }, details } as const;
  await audit.add({ id: ids.next('aud'), outcome: 'done', ...entry });
  return true;
}

function hasOpenEnds({ duties = [], breaches = [], clock }: DataRequest): boolean {
  const ends = [...duties, ...breaches].some(({ end }) => end === undefined);
  return ends || clock?.otherRights?.some(({ outcome }) => outcome === undefined) === true;
}
