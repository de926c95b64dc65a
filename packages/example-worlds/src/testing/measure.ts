import type { SourceBinding } from '@habeas/core';
import type { PersonOfInterest } from '../world/truth.js';
import { compare, type Difference, search } from './search.js';

/** What searches for many people came to, beside the truth. */
export interface Figures {
  readonly searches: number;
  /** Every difference, as a text; empty when all is right. */
  readonly wrong: readonly string[];
  /** A table for people: by kind of person, what was expected and what came. */
  readonly report: string;
}

interface Sums {
  searches: number;
  expected: number;
  missing: number;
  foreign: number;
  toQueue: number;
  notQueued: number;
  queuedInVain: number;
}

const HEADER = ['', 'searches', 'records', 'recall', 'foreign', 'to queue', 'queued', 'in vain'] as const;

/** Searches for each of these people, one after the other, and adds up what differs from the truth. */
export async function measureAgainstTruth(
  bindings: readonly SourceBinding[],
  people: readonly PersonOfInterest[],
): Promise<Figures> {
  const sums = new Map<string, Sums>();
  const wrong: string[] = [];
  for (const person of people) {
    const difference = compare(await search(bindings, person.given), person);
    wrong.push(...textsOf(person, difference));
    for (const kind of [person.id.replace(/\/.*/u, ''), 'all']) add(sums, kind, person, difference);
  }
  return {
    searches: people.length,
    wrong,
    report: table([...sums].sort(([a], [b]) => Number(a === 'all') - Number(b === 'all'))),
  };
}

function textsOf({ id }: PersonOfInterest, difference: Difference): readonly string[] {
  return Object.entries(difference).flatMap(([kind, texts]: [string, readonly string[]]) =>
    texts.map((text) => `${id}: ${kind} ${text}`),
  );
}

function add(sums: Map<string, Sums>, kind: string, { truth }: PersonOfInterest, difference: Difference): void {
  const sum = sums.get(kind) ?? { searches: 0, expected: 0, missing: 0, foreign: 0, toQueue: 0, notQueued: 0, queuedInVain: 0 };
  sums.set(kind, sum);
  sum.searches += 1;
  sum.expected += truth.included.length;
  sum.missing += difference.missing.length;
  sum.foreign += difference.foreign.length;
  sum.toQueue += truth.queued.length;
  sum.notQueued += difference.notQueued.length;
  sum.queuedInVain += difference.queuedInVain.length;
}

function table(rows: readonly (readonly [string, Sums])[]): string {
  const cells = rows.map(([kind, sum]) => [
    kind,
    sum.searches,
    sum.expected,
    sum.expected === 0 ? '-' : ((sum.expected - sum.missing) / sum.expected).toFixed(4),
    sum.foreign,
    sum.toQueue,
    sum.toQueue - sum.notQueued,
    sum.queuedInVain,
  ]);
  return [HEADER, ...cells]
    .map(([kind, ...figures]) => String(kind).padEnd(32) + figures.map((figure) => String(figure).padStart(10)).join(''))
    .join('\n');
}
