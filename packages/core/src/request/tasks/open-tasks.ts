import type { SourceBinding } from '../../discovery/source.js';
import type { ManualTask } from '../../manual/manual-task.js';
import type { DataRequest } from '../data-request.js';

const DAY_MS = 86_400_000;

/** The tasks of a request whose search begins: those that it has, and a new one for each manual source that has none (SCP-07). */
export function withOpenTasks(
  { tasks = [] }: Pick<DataRequest, 'tasks'>,
  bindings: readonly SourceBinding[],
  now: Date,
): Pick<DataRequest, 'tasks'> {
  const missing = bindings.flatMap(({ description: { id }, manual }) =>
    manual === undefined || tasks.some(({ source }) => source === id) ? [] : [{ id, manual }],
  );
  const opened = missing.map(({ id, manual }, index): ManualTask => ({
    id: `t${String(tasks.length + index + 1)}`,
    source: id,
    openedAt: now.toISOString(),
    dueAt: new Date(now.getTime() + manual.dueInDays * DAY_MS).toISOString(),
  }));
  const all = [...tasks, ...opened];
  return all.length === 0 ? {} : { tasks: all };
}
