/** Who is told of an abort, by the signal. */
const LISTENERS = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls back once when the signal aborts, at once where it has; gives what takes that back. However many listen, the signal itself
 * has one listener: Node warns of a leak where many listen to one, and a signal of each listener's own costs more than what it is for.
 */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
  if (signal.aborted) {
    listener();
    return nothing;
  }
  // Each call has a listener of its own, so that the same function given twice is told twice
  const own = (): void => {
    listener();
  };
  const listeners = LISTENERS.get(signal) ?? listenersOf(signal);
  listeners.add(own);
  return () => {
    listeners.delete(own);
  };
}

function listenersOf(signal: AbortSignal): Set<() => void> {
  const listeners = new Set<() => void>();
  LISTENERS.set(signal, listeners);
  const tellAll = (): void => {
    for (const listener of listeners) listener();
    listeners.clear();
  };
  signal.addEventListener('abort', tellAll, { once: true });
  return listeners;
}

function nothing(): void {
  // It was told already.
}
