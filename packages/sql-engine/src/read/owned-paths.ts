import { ConnectorError } from '@habeas/connector-sdk';
import { ownedReferences, type BoundCollection, type BoundMap, type BoundReference } from '../binding/bound-map.js';
import { oncePer, oncePerPair } from '../once.js';

/** A step down: from rows to the rows that belong to them. */
export interface OwnedStep {
  /** One reference; for a step that is repeated, every owned reference of the collection to itself. */
  readonly references: readonly BoundReference[];
  /** Walked once or more, as far as the data go: replies to replies. */
  readonly repeats: boolean;
}

/** How rows of one collection belong to rows of another, from the root down. It has at least one step. */
export interface OwnedPath {
  readonly root: string;
  readonly steps: readonly OwnedStep[];
}

/** Joins that every product can make in one statement. */
const LONGEST = 56;
const MOST = 256;

/**
 * Every owned path that leads down to a collection, shortest first. A reference is walked as often as its `maxDepth`
 * allows; one of a collection to itself makes a repeated step. Throws `contract` where there are too many to be searched.
 */
export const ownedPathsTo = oncePerPair((collection: BoundCollection, map: BoundMap): readonly OwnedPath[] => {
  const found: OwnedPath[] = [];
  let open: readonly OwnedPath[] = [{ root: collection.name, steps: [] }];
  while (open.length > 0) {
    open = open.flatMap((path) => extended(path, map));
    found.push(...open);
    if (found.length > MOST || (open[0]?.steps.length ?? 0) > LONGEST) throw tooMany(collection);
  }
  return found;
});

/** The path by one more step at its top. */
function extended(path: OwnedPath, map: BoundMap): readonly OwnedPath[] {
  const top = map.collections.get(path.root);
  if (top?.state !== 'bound') return [];
  const references = ownedReferences(top);
  const own = references.filter(({ to }) => to === top.name);
  const first = path.steps[0];
  const isRepeated = first?.repeats === true && first.references[0]?.from === top.name;
  const repeated =
    own.length > 0 && !isRepeated ? [{ root: top.name, steps: [{ references: own, repeats: true }, ...path.steps] }] : [];
  const up = references
    .filter((reference) => reference.to !== top.name && mayBeWalked(reference, path))
    .map((reference) => ({ root: reference.to, steps: [{ references: [reference], repeats: false }, ...path.steps] }));
  return [...repeated, ...up];
}

function mayBeWalked(reference: BoundReference, { steps }: OwnedPath): boolean {
  const walked = steps.filter(({ references }) => references[0] === reference).length;
  return walked < (reference.maxDepth ?? Number.POSITIVE_INFINITY);
}

function tooMany({ name }: BoundCollection): ConnectorError {
  return new ConnectorError(
    'contract',
    `More than ${MOST} owned paths, or longer ones than ${LONGEST} steps, lead to "${name}".`,
    {
      collection: name,
      remedy: 'Lower maxDepth in the data map, or leave out owned references that say the same twice.',
    },
  );
}

/** Whether each row is reached from one root at most, so that no row comes twice. */
export function isToOne({ steps }: OwnedPath): boolean {
  return steps.every(({ references, repeats }) => !repeats && references.every(({ toOne }) => toOne));
}

/** The steps as evidence names them, from the root down: `order.customer`, `order_line.order`. A repeated step stands once. */
export const stepNames = oncePer(({ steps }: OwnedPath): readonly string[] =>
  steps.map(({ references }) => references.map(({ from, name }) => `${from}.${name}`).join('+')),
);

/** The path as a person reads it: `customer > order > order_line`. */
export function pathText({ root, steps }: OwnedPath): string {
  return [root, ...steps.map(({ references, repeats }) => `${references[0]?.from ?? ''}${repeats ? ' …' : ''}`)].join(' > ');
}
