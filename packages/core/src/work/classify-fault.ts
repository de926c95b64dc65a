import { ConnectorError, type ErrorClass, isRetryable } from '@habeas/connector-sdk';
import type { Random } from '../ports/random.js';
import type { StepEnd, StepKind, StepProblem } from './step.js';

/** How often a step is tried before a person is asked, and the longest pause in between. */
interface Patience {
  readonly attempts: number;
  readonly longestPauseMs: number;
}

const WORK: Patience = { attempts: 8, longestPauseMs: 15 * 60_000 };
/** A mail server may be down for a day, and what it is to be told stays true: it is tried for as long as the request lives. */
const MAIL: Patience = { attempts: Infinity, longestPauseMs: 30 * 60_000 };
/** An endpoint may be down for days: about five of them, at half an hour on average. */
const WEBHOOK: Patience = { attempts: 250, longestPauseMs: 60 * 60_000 };
/** Another controller may be down for a day: the step itself knows when it is enough. */
const TRANSMIT: Patience = { attempts: Infinity, longestPauseMs: 30 * 60_000 };
const PATIENCE: Readonly<Partial<Record<StepKind, Patience>>> = { mail: MAIL, webhook: WEBHOOK, transmit: TRANSMIT };
const FIRST_PAUSE_MS = 1_000;

/** Faults of the store and of the vault that may be gone the next time, by their codes. */
const PASSING: ReadonlySet<string> = new Set(['blob-unavailable', 'blob-full', 'store-unavailable']);

/** A try that came to nothing. */
export interface FailedTry {
  readonly kind: StepKind;
  /** How many there were, this one included. */
  readonly attempts: number;
  readonly now: Date;
  readonly random: Random;
}

/** How a step ends that threw: it is tried again after a random part of a growing pause (full jitter), or a person is asked (security R6). */
export function endAfterFault(thrown: unknown, { kind, attempts, now, random }: FailedTry): Exclude<StepEnd, { state: 'done' }> {
  const problem = problemOf(thrown);
  const patience = PATIENCE[kind] ?? WORK;
  if (!isRetryable(problem.errorClass) || attempts >= patience.attempts) return { state: 'needs_attention', problem };
  const asked = thrown instanceof ConnectorError ? thrown.retryAfterMs : undefined;
  const pause = asked ?? random.next() * Math.min(patience.longestPauseMs, FIRST_PAUSE_MS * 2 ** (attempts - 1));
  return { state: 'pending', dueAt: new Date(now.getTime() + pause), problem, countsAsAttempt: true };
}

/** What may be told of a fault. The text of an error that is not ours may hold personal data, so only its type is named. */
function problemOf(thrown: unknown): StepProblem {
  if (thrown instanceof ConnectorError) {
    const { errorClass, message, remedy } = thrown;
    return { errorClass, message, ...(remedy === undefined ? {} : { remedy }) };
  }
  const code = codeOf(thrown);
  const errorClass: ErrorClass = code !== undefined && PASSING.has(code) ? 'transient' : 'contract';
  const kind = thrown instanceof Error ? thrown.constructor.name : typeof thrown;
  return {
    errorClass,
    message: `The work failed in a way it should not (${code ?? kind}).`,
    remedy: 'See the log of the worker, mend what it names, and try the request again.',
  };
}

function codeOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  return typeof code === 'string' && /^[A-Za-z][\w-]{0,40}$/u.test(code) ? code : undefined;
}
