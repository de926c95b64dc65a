import type { Dispatch, HintedWorker } from './dispatch.js';

/** Wakes the worker of this process. Those of other processes find by themselves what is due: they look at the ledger. */
export function embeddedDispatch(): Dispatch {
  let worker: HintedWorker | undefined;
  const counts = { told: 0, lost: 0, taken: 0, idle: 0 };
  return {
    kind: 'embedded',
    counts,
    tell: (steps) => {
      counts.told += steps.length;
      worker?.wake();
      return Promise.resolve();
    },
    // A worker that is woken looks for whatever is due: it is never told of a step by name
    isReaching: () => false,
    deliverTo: (given) => {
      worker = given;
    },
    hold: () => {
      worker = undefined;
    },
    close: () => Promise.resolve(),
  };
}
