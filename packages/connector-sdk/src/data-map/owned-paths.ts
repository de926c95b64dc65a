import type { DataMap } from './data-map.js';

/** One owned reference: a row of `from` belongs to a row of `to`. */
export interface OwnedStep {
  readonly from: string;
  readonly reference: string;
  readonly to: string;
  readonly bounded: boolean;
}

/** The owned references between collections that exist. */
export function ownedSteps(map: DataMap): readonly OwnedStep[] {
  return Object.entries(map.collections).flatMap(([from, { references }]) =>
    Object.entries(references)
      .filter(([, { as, to }]) => as === 'owned' && map.collections[to] !== undefined)
      .map(([reference, { to, maxDepth }]) => ({ from, reference, to, bounded: maxDepth !== undefined })),
  );
}

/**
 * The cycles over several collections that no `maxDepth` ends, each as its steps in order: breaking every one of them
 * leaves none. A reference of a collection to itself is no cycle here: a recursive query over it ends by itself.
 */
export function endlessCycles(steps: readonly OwnedStep[]): readonly (readonly OwnedStep[])[] {
  const cycles: (readonly OwnedStep[])[] = [];
  let remaining = steps.filter(({ from, to, bounded }) => from !== to && !bounded);
  for (let cycle = firstCycle(remaining); cycle !== undefined; cycle = firstCycle(remaining)) {
    const found = cycle;
    cycles.push(found);
    remaining = remaining.filter((step) => step !== found[0]);
  }
  return cycles;
}

function firstCycle(steps: readonly OwnedStep[]): readonly OwnedStep[] | undefined {
  for (const step of steps) {
    const back = shortestPath(steps, step.to, step.from);
    if (back !== undefined) return [step, ...back];
  }
  return undefined;
}

function shortestPath(steps: readonly OwnedStep[], from: string, to: string): readonly OwnedStep[] | undefined {
  const seen = new Set<string>();
  let ends: readonly { at: string; path: readonly OwnedStep[] }[] = [{ at: from, path: [] }];
  while (ends.length > 0) {
    const arrived = ends.find(({ at }) => at === to);
    if (arrived !== undefined) return arrived.path;
    ends = ends.flatMap(({ at, path }) => {
      if (seen.has(at)) return [];
      seen.add(at);
      return steps.filter((step) => step.from === at).map((step) => ({ at: step.to, path: [...path, step] }));
    });
  }
  return undefined;
}

/** The collections that a search can come to from the given ones, down the owned references, themselves included. */
export function reachable(steps: readonly OwnedStep[], roots: Iterable<string>): ReadonlySet<string> {
  const reached = new Set(roots);
  for (const owner of reached) steps.filter(({ to }) => to === owner).forEach(({ from }) => reached.add(from));
  return reached;
}
