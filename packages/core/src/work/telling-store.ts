import type { Dispatcher, DueStep } from '../ports/dispatcher.js';
import type { StepRows, Store, Transaction } from '../ports/store.js';

/**
 * A store that tells a dispatcher of each step that a transaction has made ready for a worker, once it is committed. Nobody waits
 * for that, and nothing fails with it.
 */
export function tellingStore(store: Store, dispatcher: Dispatcher): Store {
  return {
    transact: async (work) => {
      let made: DueStep[] = [];
      const result = await store.transact((transaction) => {
        made = []; // the database may have undone an earlier run
        return work({ ...transaction, steps: noting(transaction, made) });
      });
      if (made.length > 0) void dispatcher.tell(made);
      return result;
    },
    claim: (options) => store.claim(options),
    renew: (claim, leaseMs) => store.renew(claim, leaseMs),
    nextDueAt: () => store.nextDueAt(),
    close: () => store.close(),
  };
}

/** The ledger, and a note of every step that waits afterwards. */
function noting({ steps, now }: Transaction, made: DueStep[]): StepRows {
  const note = (id: string, fence: number, dueAt: Date): void => {
    made.push({ id, fence, inMs: Math.max(0, dueAt.getTime() - now.getTime()) });
  };
  return {
    add: async (step) => {
      await steps.add(step);
      note(step.id, 0, step.dueAt);
    },
    end: async (claim, end) => {
      await steps.end(claim, end);
      if (end.state === 'pending') note(claim.step.id, claim.fence, end.dueAt);
    },
    hold: (claim) => steps.hold(claim),
    progress: (claim, progress) => steps.progress(claim, progress),
    cancelOf: (controller, request, except) => steps.cancelOf(controller, request, except),
    of: (controller, request) => steps.of(controller, request),
    remove: (controller, request) => steps.remove(controller, request),
  };
}
