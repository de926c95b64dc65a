import type { CollectionRun, FaultRun } from './fault-run.js';

/** Everything about a run that is not as it has to be. */
export function complaintsOf(run: FaultRun): readonly string[] {
  return [
    ...run.collections.flatMap((each) => complaintsAbout(each, run).map((what) => `${each.collection}: ${what}`)),
    ...ofAll(run),
  ];
}

function complaintsAbout(part: CollectionRun, run: FaultRun): readonly string[] {
  return [...aboutRecords(part), ...aboutOutcome(part, run), ...aboutProblem(part, run)];
}

function aboutRecords({ held, delivered }: CollectionRun): readonly string[] {
  const came = new Set(delivered);
  const others = [...came].filter((id) => !held.includes(id)).length;
  return [
    ...when(came.size < delivered.length, `${String(delivered.length - came.size)} records came twice`),
    ...when(others > 0, `${String(others)} records are another's`),
  ];
}

/** Only `complete` and `empty` say that this is all there is, and they have to where nothing stood in the way. */
function aboutOutcome({ held, delivered, outcome, problem }: CollectionRun, { lasting }: FaultRun): readonly string[] {
  const came = new Set(delivered);
  const lost = held.filter((id) => !came.has(id)).length;
  if (outcome === 'empty') return when(held.length > 0, `it is empty, and ${String(held.length)} records are held`);
  if (outcome === 'complete')
    return when(lost > 0, `it is complete, and ${String(lost)} of ${String(held.length)} records did not come`);
  return when(lasting === undefined, `it is ${String(outcome)} (${problem?.message ?? ''}), though every fault passed`);
}

function aboutProblem({ problem }: CollectionRun, { lasting }: FaultRun): readonly string[] {
  if (problem === undefined) return [];
  return when(problem.errorClass !== lasting?.errorClass, `its fault is ${problem.errorClass}: ${problem.message}`);
}

function ofAll({ collections, isComplete, lasting }: FaultRun): readonly string[] {
  const isEverything = collections.every(({ held, delivered }) => held.length === delivered.length);
  return [
    ...when(isComplete && !isEverything, 'the search is complete, and records did not come'),
    ...when(!isComplete && lasting === undefined, 'the search is not complete, though every fault passed'),
  ];
}

function when(holds: boolean, what: string): readonly string[] {
  return holds ? [what] : [];
}
