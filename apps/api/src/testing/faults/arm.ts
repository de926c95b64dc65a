import { makeMortal } from './mortal-parts.js';

/** What whoever started this process may say to it: where it shall die, or that it shall live. */
export interface Order {
  readonly dieAt: string | null;
}

/** What this process says: a point that it has come by for the first time, or the order that it goes by from now on. */
export type Report = { readonly cameBy: string } | { readonly obeys: string | null };

/**
 * Makes a service mortal that is started with `--import` of this file: it waits for its first {@link Order}, reports each point that
 * it comes by, and kills itself at the one it was ordered to, as `kill -9` would.
 */
let dieAt: string | null = null;
const seen = new Set<string>();

process.on('message', (order: Order) => {
  dieAt = order.dieAt;
  process.send?.({ obeys: dieAt } satisfies Report);
});
makeMortal((point) => {
  if (!seen.has(point)) {
    seen.add(point);
    process.send?.({ cameBy: point } satisfies Report);
  }
  if (point === dieAt) process.kill(process.pid, 'SIGKILL');
});
await new Promise((resolve) => process.once('message', resolve));
