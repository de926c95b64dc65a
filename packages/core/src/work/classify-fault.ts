import { ConnectorError, type ErrorClass, isRetryable } from '@habeas/connector-sdk';
import type { Random } from '../ports/random.js';
import type { StepEnd, StepProblem } from './step.js';

/** How often a step is tried before a person is asked. */
const MOST_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/** Faults of the store and of the vault that may be gone the next time, by their codes. */
const PASSING: ReadonlySet<string> = new Set(['blob-unavailable', 'blob-full', 'store-unavailable']);

/** How a step ends that threw: it is tried again after a random part of a growing pause (full jitter), or a person is asked (security R6). */
export function endAfterFault(
  thrown: unknown,
  { attempts, now, random }: { readonly attempts: number; readonly now: Date; readonly random: Random },
): Exclude<StepEnd, { state: 'done' }> {
  const problem = problemOf(thrown);
  if (!isRetryable(problem.errorClass) || attempts >= MOST_ATTEMPTS) return { state: 'needs_attention', problem };
  const asked = thrown instanceof ConnectorError ? thrown.retryAfterMs : undefined;
  const pause = asked ?? random.next() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempts - 1));
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
