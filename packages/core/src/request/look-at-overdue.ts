import { type OverdueRecord, overdueIn, type RetentionTerms, subjectMomentsIn } from '../disclosure/overdue-records.js';
import type { CollectionFindings, Findings } from '../findings/findings.js';
import type { Page, PageQuery } from '../ports/store.js';
import { requireFreshProof } from '../staff/principal.js';
import type { DataRequest } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { findingsOf } from './gathered.js';
import { offsetOf } from './offset-cursor.js';
import { notFound, Refused } from './refused.js';

/**
 * A page of the records of a request that are kept longer than their rule allows (RET-04), in the order of the archive: where each is,
 * since when and by which rule. Reads what was gathered anew for each page, and holds no more than the page. Each look is in the trail
 * before anything is shown. Throws `Refused` as `lookAtFindings` does, and with `WRONG_STATE` where nothing was decided yet;
 * `InvalidCursor`.
 */
export async function lookAtOverdue(
  desk: Desk,
  viewer: Viewer,
  id: string,
  { page: query, termsOf }: { readonly page: PageQuery; readonly termsOf: (finishedAt: Date) => RetentionTerms },
): Promise<Page<OverdueRecord>> {
  const request = await desk.store.transact(async ({ requests, now }) => {
    const found = await requests.get(viewer.controller, id);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return found;
  });
  const findings = await findingsOf(desk, request);
  const page = await pageOf(findings, { request, query, terms: termsOf(findings.account().finishedAt) });
  await desk.store.transact(({ audit }) =>
    audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'overdue.read',
      object: { type: 'request', id },
      outcome: 'done',
      details: { records: page.items.length, of: page.total },
    }),
  );
  return page;
}

interface Wanted {
  readonly request: DataRequest;
  readonly query: PageQuery;
  readonly terms: RetentionTerms;
}

async function pageOf(findings: Findings, { request, query, terms }: Wanted): Promise<Page<OverdueRecord>> {
  const counts = overdueCounts(request);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const from = offsetOf(query.after, total);
  const subject = await subjectMomentsIn(findings, terms);
  const records: OverdueRecord[] = [];
  let before = 0;
  for await (const found of findings.collections()) {
    const count = counts.get(placeOf(found)) ?? 0;
    const skipped = Math.max(0, from - before);
    before += count;
    const wanted = Math.min(query.first - records.length, count - skipped);
    if (wanted > 0) for await (const record of taken(overdueIn(found, subject, terms), skipped, wanted)) records.push(record);
  }
  const items = records.map((item, position) => ({ cursor: String(from + position + 1), item }));
  return { items, hasNext: from + items.length < total, total };
}

/** How many there are in each collection, as it was counted when the archive was made. */
function overdueCounts({ disclosure, state }: DataRequest): ReadonlyMap<string, number> {
  const isDecided = state === 'awaiting_release' || state === 'released';
  if (disclosure === undefined || !isDecided) {
    throw new Refused('WRONG_STATE', 'What is overdue is known when the archive is there, where the controller has a register.');
  }
  return new Map(
    disclosure.retention.map(({ source, collection, counts }) => [JSON.stringify([source, collection]), counts.overdue]),
  );
}

function placeOf({ source, collection }: CollectionFindings): string {
  return JSON.stringify([source.id, collection.name]);
}

async function* taken<Item>(items: AsyncIterable<Item>, skipped: number, count: number): AsyncGenerator<Item, void, undefined> {
  let position = 0;
  for await (const item of items) {
    if (position >= skipped) yield item;
    position += 1;
    if (position >= skipped + count) return;
  }
}
