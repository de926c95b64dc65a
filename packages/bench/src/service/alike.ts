import { Dice } from '@habeas/api/testing';
import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';

const ROUNDS = 250;
const WARM_UP = 20;
/** How far all of an interval may be from what is wrong, in percent: what a busy machine does by chance lies on both sides of it. */
const MOST_APART = 10;
/** How often rounds are drawn anew, to see how far a ratio could be another one by chance. */
const DRAWS = 500;
const SEED = 20_261_130;

/** What is shown at a door in one round, and what of the answer is no answer but what was shown: ids and references. */
export interface Showing {
  readonly send: () => Promise<Response>;
  readonly own: readonly string[];
}

/** One of the things that nobody may tell apart, by what is shown in a round of its own. */
export type Case = readonly [name: string, show: (round: number) => Showing];

/**
 * Shows all of them in turn, the first as the one that they have to be like: whether the answers, and the time they take, tell them apart. The
 * spread of a ratio is the interval in which 95 of 100 draws of the rounds have it.
 */
export async function figuresOfAlike(door: string, cases: readonly Case[]): Promise<readonly Figure[]> {
  const answers = new Set<string>();
  const times = new Map(cases.map(([name]) => [name, [] as number[]]));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [name, show] of inTurn(cases, round)) {
      const showing = show(round);
      const took = await secondsOf(async () => answers.add(await answerTo(showing)));
      if (round >= WARM_UP) times.get(name)?.push(took * 1_000);
    }
  }
  return figuresOf(door, times, answers.size);
}

/** Each round begins with another case: none always comes after the same one's garbage. */
function inTurn(cases: readonly Case[], round: number): readonly Case[] {
  const first = round % cases.length;
  return [...cases.slice(first), ...cases.slice(0, first)];
}

/** What differs with every answer, or follows from the page. */
const UNTOLD: ReadonlySet<string> = new Set(['date', 'etag', 'content-length']);

/** Status, headers and page, without what was shown. */
async function answerTo({ send, own }: Showing): Promise<string> {
  const response = await send();
  const headers = [...response.headers].filter(([name]) => !UNTOLD.has(name));
  const text = JSON.stringify([response.status, headers, await response.text()]);
  return own.reduce((left, each) => left.replaceAll(each, 'OWN'), text);
}

function figuresOf(door: string, times: ReadonlyMap<string, readonly number[]>, answers: number): readonly Figure[] {
  const [[like, likes] = ['', []], ...others] = times;
  const ratios = others.map(([name, each]): Figure => {
    return { what: `${door}: ${name} ÷ ${like}`, value: ratioOf(each, likes), unit: '×' };
  });
  const apart = ratios.map(({ value: { min, max } }) => Math.max(0, min - 1, 1 - max) * 100);
  return [
    ...[...times].map(([name, each]): Figure => ({ what: `${door}: ${name}`, value: series(each), unit: 'ms' })),
    ...ratios,
    { what: `${door}: surely apart, at least`, value: series([Math.max(...apart)]), unit: '%', target: { atMost: MOST_APART } },
    { what: `${door}: answers that differ, of all`, value: series([answers]), unit: '', target: { atMost: 1 } },
  ];
}

/** The ratio of the medians, and where it lies in 95 of 100 draws of the rounds with replacement: least, middle, most. */
function ratioOf(times: readonly number[], likes: readonly number[]): Figure['value'] {
  const dice = new Dice(SEED);
  const drawn = Array.from({ length: DRAWS }, () => {
    const rounds = times.map(() => Math.floor(dice.next() * times.length));
    const medianOf = (all: readonly number[]): number => series(rounds.map((round) => all[round] ?? Number.NaN)).median;
    return medianOf(times) / medianOf(likes);
  }).sort((a, b) => a - b);
  const at = (share: number): number => drawn[Math.floor(share * (DRAWS - 1))] ?? Number.NaN;
  return { min: at(0.025), median: series(times).median / series(likes).median, max: at(0.975) };
}
