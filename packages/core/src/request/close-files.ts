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
  const { zone } = desk.clocks.settingsOf(kept.controller);
  const terms = { ...kept, zone };
  let closed = 0;
  for (let after: string | undefined; ;) {
    const cursor = after === undefined ? {} : { after };
    const { page, now } = await desk.store.transact(async ({ requests, now: at }) => ({
      page: await requests.page(kept.controller, { states: ['shredded'], dueBefore: at }, { first: PAGE, ...cursor }),
      now: at,
    }));
    for (const { item } of page.items.filter((each) => isOver(each.item, terms, now))) {
      closed += Number(await desk.store.transact((transaction) => closeFile(transaction, desk, item.id, terms)));
    }
    after = page.items.at(-1)?.cursor;
    if (!page.hasNext) return closed;
  }
}

interface FileTerms extends FilePeriod {
  readonly zone: string;
}

async function closeFile(transaction: Transaction, { ids }: Pick<Desk, 'ids'>, id: string, terms: FileTerms): Promise<boolean> {
  const { requests, steps, webhooks, audit, now } = transaction;
  const { controller, written } = terms;
  const request = await requests.lock(controller, id);
  // Somebody may have closed it, or noted something of it, since it was listed
  if (request === undefined || !isOver(request, terms, now)) return false;
  await steps.remove(controller, id);
  await webhooks.remove(controller, id);
  await requests.remove(controller, id);
  const { reference, receivedAt, answers = [] } = request;
  const given = answers.map(({ archive, releasedAt }) => ({ sha256: archive.sha256, releasedAt }));
  const details = {
    reference,
    receivedAt: receivedAt.toISOString(),
    endedAt: lastMoved(request).toISOString(),
    period: written,
    answers: given,
  };
  const entry = { controller, actor: SYSTEM, action: 'request.forget', object: { type: 'request', id }, details } as const;
  await audit.add({ id: ids.next('aud'), outcome: 'done', ...entry });
  return true;
}

function isOver(request: DataRequest, { period, zone }: FileTerms, now: Date): boolean {
  return !hasOpenEnds(request) && dateIn(now, zone) > addPeriod(dateIn(lastMoved(request), zone), period);
}

/** When its period begins. */
function lastMoved({ updatedAt, dueAt }: DataRequest): Date {
  return updatedAt > dueAt ? updatedAt : dueAt;
}

function hasOpenEnds({ duties = [], breaches = [], clock }: DataRequest): boolean {
  const ends = [...duties, ...breaches].some(({ end }) => end === undefined);
  return ends || clock?.otherRights?.some(({ outcome }) => outcome === undefined) === true;
}
