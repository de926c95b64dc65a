import type { SourceBinding } from '../../discovery/source.js';
import { manualSession } from '../../manual/manual-session.js';
import type { RequestVault } from '../../ports/request-vault.js';
import { mayBeSearched, type Subject } from '../../subject/subject.js';
import type { DataRequest } from '../data-request.js';
import { openFindings } from './findings-by-hand.js';

/** The sources of a request: each manual one with its task, and with what came of it. */
export function bindTasks(
  vault: RequestVault,
  request: DataRequest,
  subject: Subject,
  bindings: readonly SourceBinding[],
): readonly SourceBinding[] {
  const identifiers = subject.identifiers.filter(mayBeSearched).map(({ identifier }) => identifier);
  return bindings.map((binding) => {
    const { manual, description } = binding;
    const task = request.tasks?.find(({ source }) => source === description.id);
    if (manual === undefined || task === undefined) return binding;
    const open: SourceBinding['open'] =
      task.end === undefined
        ? binding.open
        : async () => manualSession(manual, { identifiers, ...(await openFindings(vault, request, task)) });
    return { ...binding, task, open };
  });
}
