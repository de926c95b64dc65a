import { type FieldSpec, type JsonValue, recordId, type SourceRecord, type Via } from '@habeas/connector-sdk';
import type { OthersIn } from '../disclosure/copy-plan.js';
import { evidenceFindings } from '../evidence/evidence-findings.js';
import type { EvidenceSegment } from '../evidence/segment.js';
import type { IdentifierAccount } from '../findings/findings.js';
import type { Page, PageQuery } from '../ports/store.js';
import { requireFreshProof } from '../staff/principal.js';
import type { TextSpan } from '../third-party/span.js';
import { wholeSpans } from '../third-party/whole-spans.js';
import type { Desk, Viewer } from './desk.js';
import { type Gathered, gatheredOf } from './gathered.js';
import { offsetOf } from './offset-cursor.js';
import { notFound } from './refused.js';

/** Which findings somebody wants to see. */
export interface FindingsQuery {
  readonly source: string;
  readonly collection: string;
  readonly page: PageQuery;
  /** Also what is of a special category (Art. 9 and 10). */
  readonly unmasked: boolean;
  /** What finds others than the person of these identifiers in a text (TPD-06). Absent: nobody is looked for. */
  readonly othersThan?: (identifiers: readonly IdentifierAccount[]) => OthersIn;
}

/** One record that was found, as a person looks at it. */
export interface Finding {
  readonly recordId: string;
  /** In the order of the collection's fields. */
  readonly values: readonly FoundValue[];
  /** From which match, along which references. */
  readonly via: readonly Via[];
}

/** A field's value. Masked ones are there and not shown. */
export interface FoundValue {
  readonly field: FieldSpec;
  readonly value: JsonValue;
  readonly isMasked: boolean;
  /** Where in a free text somebody else may be named. */
  readonly others: readonly TextSpan[];
}

/**
 * A page of what was found in one collection, in the order of the archive. Each look is in the trail before anything is shown, with
 * counts and names of collections only. Throws `Refused` with `NOT_FOUND`, `WRONG_STATE` where nothing was gathered, and
 * `STEP_UP_REQUIRED` without a fresh proof of the person (security R30, R31); `InvalidCursor`.
 */
export async function lookAtFindings(desk: Desk, viewer: Viewer, id: string, query: FindingsQuery): Promise<Page<Finding>> {
  const request = await desk.store.transact(async ({ requests, now }) => {
    const found = await requests.get(viewer.controller, id);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return found;
  });
  const page = await pageOf(await gatheredOf(desk, request), query);
  const { source, collection, unmasked } = query;
  await desk.store.transact(({ audit }) =>
    audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'finding.read',
      object: { type: 'request', id },
      outcome: 'done',
      details: { source, collection, records: page.items.length, unmasked },
    }),
  );
  return page;
}

async function pageOf(
  { index, segments, read }: Gathered,
  { source, collection, page, unmasked, othersThan }: FindingsQuery,
): Promise<Page<Finding>> {
  const place = index.collections.find((each) => each.source.id === source && each.collection.name === collection);
  if (place === undefined) throw notFound('collection');
  const own = segments.filter((segment) => segment.source === source && segment.collection === collection);
  const total = own.reduce((sum, { records }) => sum + records, 0);
  const from = offsetOf(page.after, total);
  const { later, skipped } = laterThan(own, from);
  const records: SourceRecord[] = [];
  for await (const found of evidenceFindings({ ...index, collections: [place] }, later, read).collections()) {
    for await (const record of taken(found.records(), from - skipped, page.first)) records.push(record);
  }
  const othersIn = othersThan?.(index.account.identifiers);
  const items = records.map((record, position) => ({
    cursor: String(from + position + 1),
    item: findingOf(record, place.collection.fields, { unmasked, othersIn }),
  }));
  return { items, hasNext: from + items.length < total, total };
}

/** The pieces from the one on that has the wanted record, and how many records come before. */
function laterThan(
  segments: readonly EvidenceSegment[],
  offset: number,
): { readonly later: readonly EvidenceSegment[]; readonly skipped: number } {
  let skipped = 0;
  for (const [position, { records }] of segments.entries()) {
    if (skipped + records > offset) return { later: segments.slice(position), skipped };
    skipped += records;
  }
  return { later: [], skipped };
}

async function* taken(
  batches: AsyncIterable<readonly SourceRecord[]>,
  from: number,
  count: number,
): AsyncGenerator<SourceRecord, void, undefined> {
  let position = 0;
  for await (const batch of batches) {
    yield* batch.slice(Math.max(0, from - position), Math.max(0, from + count - position));
    position += batch.length;
    if (position >= from + count) return;
  }
}

interface Sight {
  readonly unmasked: boolean;
  readonly othersIn: OthersIn | undefined;
}

function findingOf({ key, data, via }: SourceRecord, fields: readonly FieldSpec[], { unmasked, othersIn }: Sight): Finding {
  const values = fields.map((field) => {
    const isMasked = field.special === true && !unmasked;
    const value = isMasked ? null : (data[field.name] ?? null);
    return { field, value, isMasked, others: othersOf(field, value, othersIn) };
  });
  return { recordId: recordId(key), values, via };
}

function othersOf({ freeText }: FieldSpec, value: JsonValue, othersIn: OthersIn | undefined): readonly TextSpan[] {
  if (othersIn === undefined || freeText !== true || typeof value !== 'string') return [];
  return wholeSpans(value, othersIn(value));
}
