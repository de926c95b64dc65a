import type { Dispatcher, DueLedger } from '../ports/dispatcher.js';

/**
 * Tells again of every step that can be claimed, at most once in a period among all processes: whatever a dispatcher has lost is
 * told anew, from the ledger alone (security R9). Resolves with the number of them, or with `undefined` where it was not this
 * process's turn. Rejects where the ledger cannot be read; the next turn comes by itself.
 */
export async function reconcile(ledger: DueLedger, dispatcher: Dispatcher, everyMs: number): Promise<number | undefined> {
  if (!(await ledger.takeTurn('reconcile', everyMs))) return undefined;
  let told = 0;
  for await (const steps of ledger.due()) {
    await dispatcher.tell(steps);
    told += steps.length;
  }
  return told;
}
