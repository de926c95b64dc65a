import type { ConnectorError } from '@habeas/connector-sdk';
import type { Reviews } from '../matching/reviews.js';
import type { Clock } from '../ports/clock.js';
import type { Random } from '../ports/random.js';
import { Retries } from '../run/retries.js';
import type { Ending } from '../run/stop.js';
import type { DiscoveryLimits } from './limits.js';
import type { ProgressListener } from './progress.js';

/** What every part of one discovery shares. */
export interface RunContext {
  readonly clock: Clock;
  readonly random: Random;
  /** Ends everything when it aborts. */
  readonly signal: AbortSignal;
  readonly limits: DiscoveryLimits;
  readonly report: ProgressListener;
  /** What humans have said about matches of earlier searches. */
  readonly reviews: Reviews;
}

/** The tries of one call to a source, told to the listener; they end with the run, or with a part of it. */
export function retriesOf(context: RunContext, source: string, collection?: string, signal: Ending = context.signal): Retries {
  const { clock, random, limits } = context;
  return new Retries({
    clock,
    random,
    limits,
    signal,
    onRetry: ({ errorClass }: ConnectorError, delayMs) => {
      context.report({ type: 'retrying', source, errorClass, delayMs, ...(collection === undefined ? {} : { collection }) });
    },
  });
}
