import type { AcceptedOf } from '../api/service.js';

type Known = NonNullable<AcceptedOf<'identifiers'>['request']>;
export type KnownIdentifier = Known['identifiers'][number];

/** A record between two identifiers: found by those on its left, and where those on its right were learnt. */
export interface TracedRecord {
  readonly match: string;
  readonly source: string;
  readonly collection: string;
  readonly recordId: string;
  /** The identifiers that led to it. */
  readonly foundBy: readonly string[];
  /** What was learnt from it: an identifier, and the field in which it stands. */
  readonly taught: readonly { readonly identifier: string; readonly field: string }[];
}

/** How identifiers were found: those that were given, and the records by which one led to another. */
export interface Trace {
  readonly identifiers: readonly KnownIdentifier[];
  /** Those that taught something. */
  readonly records: readonly TracedRecord[];
  /** To how many records each identifier led. */
  readonly reach: ReadonlyMap<string, number>;
}

/** See {@link Trace}. */
export function traceOf({ identifiers, matches }: Known): Trace {
  const reach = new Map<string, number>();
  for (const { evidence } of matches)
    for (const id of new Set(evidence.map(({ identifier }) => identifier))) reach.set(id, (reach.get(id) ?? 0) + 1);
  const records = matches.flatMap(({ id, source, collection, recordId, evidence }) => {
    const taught = identifiers.flatMap(({ id: identifier, learntFrom }) =>
      learntFrom?.match === id ? [{ identifier, field: learntFrom.field }] : [],
    );
    const own = new Set(taught.map(({ identifier }) => identifier));
    const foundBy = [...new Set(evidence.map(({ identifier }) => identifier))].filter((each) => !own.has(each));
    return taught.length === 0 ? [] : [{ match: id, source, collection, recordId, foundBy, taught }];
  });
  return { identifiers, records, reach };
}

/** Where a node of the picture stands. */
export interface Node {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** The picture: identifiers by how many records lie before them, and the records between. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly identifiers: readonly Node[];
  readonly records: readonly Node[];
  readonly lines: readonly { readonly from: Node; readonly to: Node }[];
}

/** Sizes in the units of the picture. */
export const SIZES = { width: 150, height: 44, gap: 56, rowGap: 14, margin: 6 } as const;

/** Columns from left to right: given identifiers, records, what they taught, and so on. */
export function layoutOf({ identifiers, records }: Trace): Layout {
  const columns = columnsOf(identifiers, records);
  const placed = new Map<string, Node>();
  const rows = new Map<number, number>();
  for (const [id, column] of columns) {
    const row = rows.get(column) ?? 0;
    rows.set(column, row + 1);
    const x = SIZES.margin + column * (SIZES.width + SIZES.gap);
    placed.set(id, { id, x, y: SIZES.margin + row * (SIZES.height + SIZES.rowGap) });
  }
  const at = (id: string): Node[] => [placed.get(id)].filter((node) => node !== undefined);
  const lines = records.flatMap(({ match, foundBy, taught }) => [
    ...foundBy.flatMap((id) => at(id).flatMap((from) => at(match).map((to) => ({ from, to })))),
    ...taught.flatMap(({ identifier }) => at(match).flatMap((from) => at(identifier).map((to) => ({ from, to })))),
  ]);
  return {
    width: (Math.max(0, ...columns.values()) + 1) * (SIZES.width + SIZES.gap) - SIZES.gap + 2 * SIZES.margin,
    height: Math.max(1, ...rows.values()) * (SIZES.height + SIZES.rowGap) - SIZES.rowGap + 2 * SIZES.margin,
    identifiers: identifiers.flatMap(({ id }) => at(id)),
    records: records.flatMap(({ match }) => at(match)),
    lines,
  };
}

/** A given identifier stands first; a record one after the first that led to it, and what it taught one after the record. */
function columnsOf(identifiers: readonly KnownIdentifier[], records: readonly TracedRecord[]): ReadonlyMap<string, number> {
  const taughtBy = new Map(records.flatMap((record) => record.taught.map(({ identifier }) => [identifier, record] as const)));
  const columns = new Map<string, number>();
  const columnOf = (id: string, seen: ReadonlySet<string>): number => {
    const known = columns.get(id);
    if (known !== undefined) return known;
    const record = taughtBy.get(id);
    if (record === undefined || seen.has(id)) return 0;
    const before = record.foundBy.map((each) => columnOf(each, new Set([...seen, id])));
    const column = Math.min(...before, seen.size === 0 ? Infinity : 0);
    return (Number.isFinite(column) ? column : 0) + 2;
  };
  for (const { id } of identifiers) columns.set(id, columnOf(id, new Set()));
  for (const { match, taught } of records)
    columns.set(match, Math.min(...taught.map(({ identifier }) => columns.get(identifier) ?? 2)) - 1);
  return columns;
}
