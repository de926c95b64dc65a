import { standingArchive } from '../request/given-answer.js';
import type { DataRequest } from '../request/data-request.js';
import { keyOf } from '../request/sealed-files.js';
import type { Step, StepKind } from '../work/step.js';
import type { RequestHouse } from './request-house.js';

/** How many records are in what a subject can fetch now. */
export async function fetchableOf({ vault }: RequestHouse, request: DataRequest): Promise<number> {
  const archive = standingArchive(request);
  const key = keyOf(request);
  let text = '';
  for await (const part of vault.read(key, archive!.blob)) text += Buffer.from(part).toString();
  return text.split('\n').filter((line) => line.includes('"data"')).length;
}

/** The steps of one kind, in the order they were added. */
export async function stepsOf({ store }: RequestHouse, request: string, kind: StepKind): Promise<readonly Step[]> {
  const steps = await store.transact((transaction) => transaction.steps.of('club', request));
  return steps.filter((step) => step.kind === kind);
}
