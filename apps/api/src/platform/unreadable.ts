/** The HTTP status of an error that says that what a client sent cannot be read: too long, or not what it is declared as. */
export function unreadableStatus(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 500;
  return status >= 400 && status < 500 ? status : undefined;
}
