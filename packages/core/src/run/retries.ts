import { type ConnectorError, isRetryable } from '@habeas/connector-sdk';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import { abortedError, toConnectorError } from './fault.js';
import { type Ending, signalOf } from './stop.js';

/** How often, and after what pauses, a call is tried again. */
export interface RetryLimits {
  /** Tries in a row that bring nothing new, the first included. */
  readonly attempts: number;
  /** The longest first pause; it doubles with every try. The real pause is a random part of it (full jitter). */
  readonly baseDelayMs: number;
  /** The longest pause. A source that asks for a longer one is given up, and may be tried on another day. */
  readonly maxDelayMs: number;
}

/** What retrying depends on. */
export interface RetryContext {
  readonly clock: Clock;
  readonly random: Random;
  readonly signal: Ending;
  readonly limits: RetryLimits;
  /** Called before each pause. */
  readonly onRetry: (error: ConnectorError, delayMs: number) => void;
}

/** The tries of one call. Decides on the class of an error, never on its text. */
export class Retries {
  #attempts = 0;
  #inVain = 0;

  constructor(private readonly context: RetryContext) {}

  /** How often the call was begun. */
  get attempts(): number {
    return this.#attempts;
  }

  /** A try begins. */
  begin(): void {
    this.#attempts += 1;
    this.#inVain += 1;
  }

  /** This try brought something new, so the source is alive: the next failure is the first again. */
  progressed(): void {
    this.#inVain = 1;
  }

  /** Waits for the next try, or throws the error (as `ConnectorError`) when there is to be none. */
  async waitAfter(thrown: unknown): Promise<void> {
    const { clock, random, signal, limits, onRetry } = this.context;
    const error = toConnectorError(thrown, signal);
    const delayMs =
      error.retryAfterMs ?? random.next() * Math.min(limits.maxDelayMs, limits.baseDelayMs * 2 ** (this.#inVain - 1));
    if (!isRetryable(error.errorClass) || this.#inVain >= limits.attempts || delayMs > limits.maxDelayMs) throw error;
    onRetry(error, delayMs);
    await clock.sleep(delayMs, signalOf(signal));
    if (signal.aborted) throw abortedError();
  }
}

/** The call's result after as many tries as its faults allow; throws a `ConnectorError`. */
export async function withRetries<T>(retries: Retries, call: () => Promise<T>): Promise<T> {
  for (;;) {
    retries.begin();
    try {
      return await call();
    } catch (error) {
      await retries.waitAfter(error);
    }
  }
}
