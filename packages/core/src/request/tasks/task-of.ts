import type { ManualSource } from '../../manual/manual-source.js';
import type { ManualTask } from '../../manual/manual-task.js';
import type { DataRequest } from '../data-request.js';
import type { Desk } from '../desk.js';
import { notFound, Refused } from '../refused.js';
import { isDecided } from '../transitions.js';

/** A task among all of its request. */
export interface OpenTask {
  readonly task: ManualTask;
  readonly tasks: readonly ManualTask[];
}

/** The task, one that has not ended, of a request that is undecided or was answered without it; throws `Refused` with `NOT_FOUND` or `WRONG_STATE`. */
export function openTaskOf(request: DataRequest, id: string): OpenTask {
  const { tasks = [] } = request;
  const task = tasks.find((each) => each.id === id);
  if (task === undefined) throw notFound('task');
  if (task.end !== undefined) throw new Refused('WRONG_STATE', 'This task has ended.', 'What was stated stands in the trail.');
  if (isDecided(request) && !mayBeAddedTo(request))
    throw new Refused('WRONG_STATE', `A request that is ${request.state} has nothing to be searched.`);
  return { task, tasks };
}

/** An answer that went out although something was missing in it. */
export function mayBeAddedTo({ state, answers }: DataRequest): boolean {
  return state === 'released' && answers?.at(-1)?.complete === false;
}

/** What a task's source declares; throws `Refused` with `NOT_FOUND` where the configuration does not name it any more. */
export function manualSourceOf({ sources }: Pick<Desk, 'sources'>, controller: string, task: ManualTask): ManualSource {
  const binding = sources.bindingsOf(controller).find(({ description }) => description.id === task.source);
  if (binding?.manual === undefined) throw notFound('source');
  return binding.manual;
}
