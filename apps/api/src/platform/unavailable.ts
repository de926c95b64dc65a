/**
 * What is said where the store, the blobs or the keyring cannot be used at this moment. Whether an act that met this has happened
 * may be open: the connection may have been lost while it was committed.
 */
export const UNAVAILABLE = {
  code: 'UNAVAILABLE',
  message: 'The service cannot reach what it stands on. Ask again in a moment, with the same clientKey.',
} as const;

const CODES: ReadonlySet<unknown> = new Set(['store-unavailable', 'blob-unavailable', 'blob-full', 'keyring-busy', 'keyring-io']);

/** Whether an error says that the same may be possible later. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.has(error.code);
}
