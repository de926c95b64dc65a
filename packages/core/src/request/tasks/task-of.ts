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

/** The task of an undecided request that has not ended; throws `Refused` with `NOT_FOUND` or `WRONG_STATE`. */
export function openTaskOf(request: DataRequest, id: string): OpenTask {
  const { tasks = [] } = request;
  const task = tasks.find((each) => each.id === id);
  if (task === undefined) throw notFound('task');
  if (task.end !== undefined) throw new Refused('WRONG_STATE', 'This task has ended.', 'What was stated stands in the trail.');
  if (isDecided(request)) throw new Refused('WRONG_STATE', `A request that is ${request.state} has nothing to be searched.`);
  return { task, tasks };
}

/** What a task's source declares; throws `Refused` with `NOT_FOUND` where the configuration does not name it any more. */
export function manualSourceOf({ sources }: Pick<Desk, 'sources'>, controller: string, task: ManualTask): ManualSource {
  const binding = sources.bindingsOf(controller).find(({ description }) => description.id === task.source);
  if (binding?.manual === undefined) throw notFound('source');
  return binding.manual;
}
