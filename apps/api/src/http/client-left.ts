/** What streams say of a client that has left in the middle. */
const LEFT: ReadonlySet<unknown> = new Set(['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED', 'ECONNRESET', 'EPIPE']);

/** Whether a response could not be sent because nobody is there any more: no fault of ours, and nothing to tell anybody. */
export function hasLeft(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && LEFT.has(error.code);
}
