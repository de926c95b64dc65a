import type { CarriageNote, Done, Problem, ReadRequest } from '@habeas/connector-sdk';
import { ownedReferences, type BoundCollection, type BoundMap } from '../binding/bound-map.js';
import type { Engine } from '../engine.js';
import { oncePer, oncePerPair } from '../once.js';

/** What a read counted. */
export class ReadAccount {
  count = 0;
  /** Rows whose key is null. */
  leftOut = 0;
}

/** What was read, and how. */
interface ReadEnd {
  readonly engine: Engine;
  readonly collection: BoundCollection;
  readonly request: ReadRequest;
  readonly notes: readonly CarriageNote[];
}

/** How a read ended: `partial` where it is known that something could not be read. */
export function doneAfter({ count, leftOut }: ReadAccount, { engine, collection, request, notes }: ReadEnd): Done {
  const roots = new Set(request.roots.map((root) => root.collection));
  const problems = [...keyless(collection, leftOut), ...lostContext(collection), ...lostOwners(collection, roots, engine.map)];
  const [first] = problems;
  if (first !== undefined) {
    const message = problems.map((problem) => problem.message).join(' ');
    return { type: 'done', outcome: 'partial', count, notes, problem: { ...first, message } };
  }
  const isEmpty = count === 0 && request.resume === undefined;
  return { type: 'done', outcome: isEmpty ? 'empty' : 'complete', count, notes };
}

function keyless({ name, key }: BoundCollection, leftOut: number): readonly Problem[] {
  if (leftOut === 0) return [];
  const columns = key.map(({ column }) => column.name).join(', ');
  const message = `${leftOut} rows of "${name}" have no value in ${columns} and were left out: they cannot be told apart.`;
  return [{ errorClass: 'contract', message, remedy: 'Name columns in key: that every row fills.' }];
}

const lostContext = oncePer(({ name, spec, context }: BoundCollection): readonly Problem[] => {
  const shown = new Set(context.map((field) => field.name));
  const lost = Object.entries(spec.references).filter(([reference, { as, show }]) =>
    as === 'context' ? show.some((field) => !shown.has(`${reference}.${field}`)) : false,
  );
  return lost.map(([reference, { to }]) => ({
    errorClass: 'contract' as const,
    message: `What "${name}" shows of "${to}" by its reference "${reference}" is missing: a collection on the way cannot be used.`,
    remedy: `Run the check of this source, and mend "${to}" in the data map.`,
  }));
});

/** Rows that belong to the roots through a collection that cannot be used are not found. */
function lostOwners(collection: BoundCollection, roots: ReadonlySet<string>, map: BoundMap): readonly Problem[] {
  const lost = brokenAbove(collection, map).filter(({ to }) => leadsTo(to, roots, map));
  return lost.map(({ from, to }) => ({
    errorClass: classOf(to, map),
    message: `Rows of "${collection.name}" that belong to the person through "${to}" (from "${from}") are missing: "${to}" cannot be used.`,
    remedy: `Run the check of this source, and mend "${to}" in the data map.`,
  }));
}

/** The owned references that cannot be used, of a collection and of those that own its rows. */
const brokenAbove = oncePerPair((collection: BoundCollection, map: BoundMap): readonly { from: string; to: string }[] =>
  [...ownersOf(collection, map)].flatMap(({ name, broken }) =>
    broken.filter(({ as }) => as === 'owned').map(({ to }) => ({ from: name, to })),
  ),
);

function classOf(name: string, { collections }: BoundMap): Problem['errorClass'] {
  const collection = collections.get(name);
  return (collection?.state === 'broken' ? collection.problems[0]?.errorClass : undefined) ?? 'contract';
}

/** A collection and those that own its rows, directly or by steps, as far as they can be used. */
function ownersOf(collection: BoundCollection, map: BoundMap): ReadonlySet<BoundCollection> {
  const reached = new Set([collection]);
  for (const each of reached) {
    for (const { to } of ownedReferences(each)) {
      const owner = map.collections.get(to);
      if (owner?.state === 'bound') reached.add(owner);
    }
  }
  return reached;
}

/** Whether the data map has an owned path up from a collection, itself included, to one of the roots. */
function leadsTo(name: string, roots: ReadonlySet<string>, { collections }: BoundMap): boolean {
  const reached = new Set([name]);
  for (const each of reached) {
    const references = Object.values(collections.get(each)?.spec.references ?? {});
    for (const { as, to } of references) if (as === 'owned') reached.add(to);
  }
  return [...reached].some((each) => roots.has(each));
}
