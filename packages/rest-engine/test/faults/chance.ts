import { createHash } from 'node:crypto';

/** Chance that repeats: the same seed and the same question have the same answer, whatever was asked before. */
export interface Chance {
  /** From 0 up to and without 1. */
  of(question: string): number;
  happens(question: string, probability: number): boolean;
  /** From `least` to `most`, both included. */
  between(question: string, least: number, most: number): number;
  pick<T>(question: string, from: readonly [T, ...T[]]): T;
}

/** Requests arrive in another order each time, so nothing may hang on how often chance was asked. */
export function chanceOf(seed: number): Chance {
  const of = (question: string): number =>
    createHash('sha256')
      .update(`${String(seed)} ${question}`)
      .digest()
      .readUInt32BE() /
    2 ** 32;
  return {
    of,
    happens: (question, probability) => of(question) < probability,
    between: (question, least, most) => least + Math.floor(of(question) * (most - least + 1)),
    pick: (question, from) => from[Math.floor(of(question) * from.length)] ?? from[0],
  };
}
