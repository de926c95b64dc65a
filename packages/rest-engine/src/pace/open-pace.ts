import { ConnectorError, onAbort } from '@habeas/connector-sdk';
import type { Clock } from '../clock.js';
import { PauseGate, RateGate, SeatGate, type Gate } from './gates.js';
import type { Limit } from './limits-schema.js';

/** What a request counts as. */
export interface PaceRequest {
  /** Whose limits it counts toward, beside those of all requests. */
  readonly scope?: string | undefined;
  /** What it takes of each rate; 1 where nothing is said. */
  readonly cost?: number | undefined;
}

/** Keeps requests to what a vendor allows. */
export interface Pace {
  /**
   * Waits until a request may be sent, in the order of asking among those that the same limit keeps waiting. Gives what has to be
   * called when the request has ended, answer and all. Fails with `aborted`, and with `contract` for a cost that no limit ever allows.
   */
  enter(request: PaceRequest, signal: AbortSignal): Promise<() => void>;
  /** Lets no further request of this scope begin for so many milliseconds. */
  pause(scope: string | undefined, milliseconds: number): void;
}

interface Waiting {
  readonly gates: readonly Gate[];
  readonly cost: number;
  readonly begin: () => void;
}

/** Node's timers end at once where they are longer than 24 days. */
const LONGEST_WAIT = 86_400_000;

/** A pace by these limits, on this clock; it counts what goes through it, so a source has one. */
export function openPace(limits: readonly Limit[], clock: Clock): Pace {
  const scoped = limits.map((limit) => ({ scope: limit.scope, gates: gatesOf(limit) }));
  const pauses = new Map<string | undefined, PauseGate>();
  const line = new Line(clock);

  const pauseOf = (scope: string | undefined): PauseGate => {
    const pause = pauses.get(scope) ?? new PauseGate();
    pauses.set(scope, pause);
    return pause;
  };
  const gatesFor = (scope: string | undefined): readonly Gate[] => [
    pauseOf(scope),
    ...scoped.filter((limit) => limit.scope === undefined || limit.scope === scope).flatMap(({ gates }) => gates),
  ];

  return {
    enter: async ({ scope, cost = 1 }, signal) => {
      const gates = gatesFor(scope);
      requireAffordable(gates, cost);
      await line.stand({ gates, cost }, signal);
      return once(() => {
        line.leave(gates);
      });
    },
    pause: (scope, milliseconds) => {
      pauseOf(scope).pauseUntil(clock.now() + milliseconds);
    },
  };
}

function gatesOf({ rate, per, concurrency }: Limit): readonly Gate[] {
  return [
    ...(rate === undefined || per === undefined ? [] : [new RateGate(rate, per)]),
    ...(concurrency === undefined ? [] : [new SeatGate(concurrency)]),
  ];
}

function requireAffordable(gates: readonly Gate[], cost: number): void {
  const tooLow = gates.find((gate) => gate instanceof RateGate && gate.rate < cost);
  if (tooLow === undefined) return;
  throw new ConnectorError('contract', `A request costs ${cost}, which is more than a limit of the connector ever allows.`, {
    remedy: 'Mend the cost or the limit in the manifest.',
  });
}

/** Why a timer ends early: a later look at the line replaced it. One for all, since it is made with every request. */
const REPLACED = new Error('another timer took its place');

/** Who waits, in the order of asking. */
class Line {
  readonly #clock: Clock;
  #waiting: readonly Waiting[] = [];
  #timer: AbortController | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  async stand({ gates, cost }: Pick<Waiting, 'gates' | 'cost'>, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      let unlink = (): void => undefined;
      const waiting: Waiting = {
        gates,
        cost,
        begin: () => {
          unlink();
          resolve();
        },
      };
      this.#waiting = [...this.#waiting, waiting];
      unlink = onAbort(signal, () => {
        this.#waiting = this.#waiting.filter((other) => other !== waiting);
        reject(new ConnectorError('aborted', 'The search was cancelled.'));
        this.#admit();
      });
      this.#admit();
    });
  }

  leave(gates: readonly Gate[]): void {
    for (const gate of gates) gate.leave();
    this.#admit();
  }

  /** Lets everybody through who may pass now, but nobody past another who waits for the same gate; then waits for the next moment. */
  #admit(): void {
    const now = this.#clock.now();
    const closed = new Set<Gate>();
    let next = Number.POSITIVE_INFINITY;
    this.#waiting = this.#waiting.filter(({ gates, cost, begin }) => {
      for (const gate of gates.filter((one) => !closed.has(one))) {
        const readyAt = gate.readyAt(cost, now);
        if (readyAt <= now) continue;
        closed.add(gate);
        next = Math.min(next, readyAt);
      }
      if (gates.some((gate) => closed.has(gate))) return true;
      for (const gate of gates) gate.pass(cost, now);
      begin();
      return false;
    });
    this.#wakeAt(next, now);
  }

  #wakeAt(moment: number, now: number): void {
    this.#timer?.abort(REPLACED);
    this.#timer = undefined;
    if (moment === Number.POSITIVE_INFINITY) return;
    const timer = new AbortController();
    this.#timer = timer;
    this.#clock.wait(Math.min(moment - now, LONGEST_WAIT), timer.signal).then(
      () => {
        this.#admit();
      },
      (error: unknown) => {
        if (error !== REPLACED) throw error;
      },
    );
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}
