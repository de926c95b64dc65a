/** Faults of the network and of a server that is starting: they pass by themselves. */
const PASSING = /^(?:E[A-Z]+|EAI_AGAIN|LOADING|MASTERDOWN|CLOSED|TIMEOUT|MAXCLIENTS)$/u;
/** What looks like them and does not pass. */
const LASTING = /^(?:EPROTO|ERR)$/u;

/** Whether waiting may help. */
export function canPass(error: unknown): boolean {
  const code = faultCode(error);
  return PASSING.test(code) && !LASTING.test(code);
}

/** Whether it is what the server has answered, and not what became of the connection. */
export function isAnswer(error: unknown): boolean {
  return error instanceof Error && error.name === 'ReplyError';
}

/** What may be told of a fault: its code, or the word that Redis begins its answers with. Never the text: it may quote the account. */
export function faultCode(error: unknown): string {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  if (typeof code === 'string' && /^[A-Z_]{2,60}$/u.test(code)) return code;
  const text = typeof message === 'string' ? message : '';
  if (text.startsWith('Connection is closed')) return 'CLOSED';
  if (text.includes('timed out')) return 'TIMEOUT';
  return /^([A-Z]{2,20})\b/u.exec(text)?.[1] ?? 'UNKNOWN';
}
