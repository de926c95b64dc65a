import { Dice, openBeside, openStore, type Service } from '@habeas/api/testing';
import { Secret } from '@habeas/connector-sdk';
import { type Desk, enterByClaim, MOST_FAILURES, openDownload } from '@habeas/core';
import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';
import { CountingCrypto } from '../service/counting-crypto.js';
import { exampleHouse } from '../service/example-house.js';
import { type PlacedLink, placeLink } from '../service/placed-link.js';

const LINKS = 20;
const AT_ONCE = 200;
const WAVES = 500;
const SEED = 20_251_129;
/** The longest that the clock goes on between two waves: those at one door are ten minutes apart on average, many much less. */
const LONGEST_PAUSE_MS = 30_000;
const IN_A_ROW = 5;
const WAIT_MS = 10 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/**
 * 100,000 guesses of claim codes, 200 at once at a door that is drawn: the downloads of twenty links, and the ways back to their requests. The
 * last of each 200 is the right code, too late. The store is a real one on SQLite, with a clock that goes as fast as it is told to. What is
 * counted are the codes that were really looked at.
 */
export async function claimGuesses(): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const beside = await openBeside(house.configFile);
  const clock = { at: Date.now(), now: (): Date => new Date(clock.at) };
  const store = await openStore({ url: beside.config.store, clock });
  try {
    const crypto = new CountingCrypto(beside.desk.delivery.crypto, clock.now);
    const desk = deskOf(beside, { store, clock, crypto });
    const doors = await doorsOf(desk);
    const dice = new Dice(SEED);
    const outcomes = new Map<string, number>();
    const took = await secondsOf(async () => {
      for (let wave = 0; wave < WAVES; wave += 1) {
        const door = dice.one(doors);
        crypto.looks = door.looks;
        for (const outcome of await tryAll(door, dice)) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        clock.at += Math.floor(dice.next() * LONGEST_PAUSE_MS);
      }
    });
    return figuresOf(doors, outcomes, took);
  } finally {
    await store.close();
    await beside.close();
    house.remove();
  }
}

function deskOf(
  { desk }: Service,
  { store, clock, crypto }: Pick<Desk, 'store'> & { readonly clock: { now(): Date }; readonly crypto: CountingCrypto },
): Desk {
  return { ...desk, store, clock: { ...desk.clock, now: () => clock.now() }, delivery: { ...desk.delivery, crypto } };
}

/** Where codes are shown, what it answers, and when one was looked at there. */
interface Door {
  readonly kind: 'download' | 'follow';
  readonly claimCode: string;
  readonly show: (claimCode: Secret<string>) => Promise<string>;
  readonly looks: Date[];
}

const HOSTEL = { controller: 'hostel' };

async function doorsOf(desk: Desk): Promise<readonly Door[]> {
  const placed: PlacedLink[] = [];
  for (let link = 0; link < LINKS; link += 1) placed.push(await placeLink(desk));
  const downloads = placed.map(({ link, secret, claimCode }): Door => {
    const show = (shown: Secret<string>) => openDownload(desk, { ...HOSTEL, link, secret: new Secret(secret), claimCode: shown });
    return { kind: 'download', claimCode, show: async (shown) => (await show(shown)).outcome, looks: [] };
  });
  const follows = placed.map(({ reference, claimCode }): Door => {
    const show = (shown: Secret<string>) => enterByClaim(desk, { ...HOSTEL, reference, claimCode: shown });
    return { kind: 'follow', claimCode, show: async (shown) => (await show(shown)).outcome, looks: [] };
  });
  return [...downloads, ...follows];
}

function tryAll({ show, claimCode }: Door, dice: Dice): Promise<readonly string[]> {
  const codes = Array.from({ length: AT_ONCE - 1 }, () => otherThan(claimCode, dice));
  return Promise.all([...codes, claimCode].map((code) => show(new Secret(code))));
}

function otherThan(right: string, dice: Dice): string {
  const guess = Math.floor(dice.next() * 1e8)
    .toString()
    .padStart(8, '0');
  return guess === right ? otherThan(right, dice) : guess;
}

/** How many looks at codes are more than a door may give: too early after each five, or after the last that a link has. */
function beyond({ kind, looks }: Door): number {
  const early = looks.filter((at, index) => {
    const before = looks[index - 1];
    if (index % IN_A_ROW !== 0 || before === undefined) return false;
    const wait = kind === 'download' ? WAIT_MS : Math.min(WAIT_MS * 2 ** (index / IN_A_ROW - 1), LONGEST_WAIT_MS);
    return at.getTime() - before.getTime() < wait;
  });
  return early.length + (kind === 'download' ? Math.max(0, looks.length - MOST_FAILURES) : 0);
}

function figuresOf(doors: readonly Door[], outcomes: ReadonlyMap<string, number>, took: number): readonly Figure[] {
  const looksAt = (kind: Door['kind']): readonly number[] =>
    doors.filter((door) => door.kind === kind).map(({ looks }) => looks.length);
  const over = doors.reduce((sum, door) => sum + beyond(door), 0);
  const guesses = [...outcomes.values()].reduce((sum, count) => sum + count, 0);
  return [
    { what: 'guesses, 200 at once', value: series([guesses]), unit: '', target: { atLeast: AT_ONCE * WAVES } },
    { what: 'codes looked at beyond the limits', value: series([over]), unit: '', target: { atMost: 0 } },
    { what: 'doors that opened', value: series([outcomes.get('open') ?? 0]), unit: '', target: { atMost: 0 } },
    { what: 'codes looked at in the life of a link (most: 20)', value: series(looksAt('download')), unit: '' },
    { what: 'codes looked at on the way back to a request', value: series(looksAt('follow')), unit: '' },
    ...[...outcomes].map(([name, count]): Figure => ({ what: `answered "${name}"`, value: series([count]), unit: '' })),
    { what: 'until all were answered', value: series([took]), unit: 's' },
  ];
}
