import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '@habeas/api/testing';

/** How operations are sent. */
export interface OpenLoop {
  /** Operations per second, on average. */
  readonly rate: number;
  readonly seconds: number;
  readonly dice: Dice;
  /** Does one operation, and gives its name. Rejects where it failed. */
  readonly send: () => Promise<string>;
}

/** How long each operation took from the moment it was due, in milliseconds, by name; and what failed, by message. */
export interface LoopResult {
  readonly latencies: ReadonlyMap<string, readonly number[]>;
  readonly errors: ReadonlyMap<string, number>;
  /** The longest that this process was late in sending: its own share of the latencies. */
  readonly latestSendMs: number;
}

/**
 * Sends operations as strangers do: each at its own moment of a fixed random schedule, whether earlier ones were answered or not,
 * and timed from that moment. A loop that waits for answers would send less the slower they come, and hide every stall.
 */
export async function sendOpenLoop({ rate, seconds, dice, send }: OpenLoop): Promise<LoopResult> {
  const latencies = new Map<string, number[]>();
  const errors = new Map<string, number>();
  const open = new Set<Promise<void>>();
  const begin = performance.now();
  let latestSendMs = 0;
  for (let due = begin; due < begin + seconds * 1_000; due += untilNext(dice, rate)) {
    const wait = due - performance.now();
    if (wait > 1) await pause(wait);
    latestSendMs = Math.max(latestSendMs, performance.now() - due);
    const sent = timed(send, due, { latencies, errors }).finally(() => open.delete(sent));
    open.add(sent);
  }
  await Promise.all(open);
  return { latencies, errors, latestSendMs };
}

interface Tallies {
  readonly latencies: Map<string, number[]>;
  readonly errors: Map<string, number>;
}

async function timed(send: () => Promise<string>, due: number, { latencies, errors }: Tallies): Promise<void> {
  try {
    const name = await send();
    const list = latencies.get(name) ?? [];
    list.push(performance.now() - due);
    latencies.set(name, list);
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not an error';
    errors.set(message, (errors.get(message) ?? 0) + 1);
  }
}

/** Milliseconds between two arrivals of many that do not know of each other (exponential). */
function untilNext(dice: Dice, rate: number): number {
  return (-Math.log(1 - dice.next()) / rate) * 1_000;
}
