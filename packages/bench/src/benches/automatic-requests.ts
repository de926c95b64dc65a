import { setTimeout as pause } from 'node:timers/promises';
import type { OpenRequestInput, RequestState } from '@habeas/api/testing';
import { type DemoWorld, type PersonOfInterest, startMailCatcher } from '@habeas/example-worlds';
import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';
import { exampleHouse, requestInput } from '../service/example-house.js';
import { type GateCheck, checkGate } from '../service/gate-check.js';
import { handedOver, type OutsideController, outsideControllers, untilIn } from '../service/hand-overs.js';
import { countOf } from '../service/progress.js';
import { startService } from '../service/service-process.js';

const ALONE = 30;
const AT_ONCE = 500;
const MOST_SECONDS = 5;
const LOOK_EVERY_MS = 250;
const PATIENCE_MS = 300_000;
const ENDED = ['released', 'awaiting_release', 'in_review'] as const satisfies readonly RequestState[];

/**
 * What a controller's website hands over by one call: one after the other, guests of the hostel about whom nothing is doubtful, until each
 * is released with nobody touching it; then 500 at once, of everybody in the world of the demo, until each has ended, with its gate
 * compared with what became of it from outside, by GraphQL.
 */
export async function automaticRequests(): Promise<readonly Figure[]> {
  const catcher = await startMailCatcher();
  const house = await exampleHouse(`mail: { smtp: '${catcher.url}', from: privacy@example.org }\n`);
  const service = await startService(house.configFile);
  try {
    const outside = await outsideControllers(service, ['club', 'hostel']);
    const alone = await oneByOne(outside.hostel, house.world);
    const burst = await manyAtOnce(outside, house.world);
    const faults: Figure = {
      what: 'faults in the log',
      value: series([service.faults().length]),
      unit: '',
      target: { atMost: 0 },
    };
    return [...alone, ...burst, faults, { what: 'mails caught', value: series([catcher.mails.length]), unit: '' }];
  } finally {
    await service.stop();
    house.remove();
    await catcher.close();
  }
}

/** Guests who never stayed at the hostel. */
function undoubted({ guests }: DemoWorld): readonly PersonOfInterest[] {
  return guests.filter(({ truth }) => truth.included.every(({ collection }) => collection !== 'reservation'));
}

async function oneByOne(hostel: OutsideController, world: DemoWorld): Promise<readonly Figure[]> {
  const guests = undoubted(world);
  const times: number[] = [];
  for (let number = 0; number < ALONE; number += 1) {
    const input = inputOf(guests, number, 'alone');
    const took = await secondsOf(async () => untilIn(hostel, await handedOver(hostel, input), new Set(['released'])));
    times.push(took);
  }
  return [
    {
      what: `handed over → released, alone (${String(times.length)})`,
      value: series(times),
      unit: 's',
      target: { atMost: MOST_SECONDS },
    },
  ];
}

function inputOf(people: readonly PersonOfInterest[], number: number, name: string): OpenRequestInput {
  const person = people[number % people.length];
  if (person === undefined) throw new Error('Nobody is there to search for.');
  return requestInput(person, `${name}-request-${String(number)}`);
}

type Outside = Readonly<Record<'club' | 'hostel', OutsideController>>;

/** A request that was handed over, and whom it is about. */
interface Filed {
  readonly id: string;
  readonly at: OutsideController;
  readonly person: PersonOfInterest;
}

async function manyAtOnce(outside: Outside, world: DemoWorld): Promise<readonly Figure[]> {
  const before = await endedIn(outside);
  const everybody = [
    ...[...world.association, ...world.crowd].map((person) => ({ person, at: outside.club })),
    ...[...world.hostel, ...world.guests].map((person) => ({ person, at: outside.hostel })),
  ];
  const begin = performance.now();
  const filed = await Promise.all(
    Array.from({ length: AT_ONCE }, async (_, number): Promise<Filed> => {
      const who = everybody[number % everybody.length];
      if (who === undefined) throw new Error('Nobody is there to search for.');
      const id = await handedOver(who.at, requestInput(who.person, `burst-request-${String(number)}`));
      return { ...who, id };
    }),
  );
  const filing = (performance.now() - begin) / 1_000;
  await untilAllEnded(outside, before + AT_ONCE);
  const ending = (performance.now() - begin) / 1_000;
  const checks: GateCheck[] = [];
  for (const { at, id, person } of filed) checks.push(await checkGate(at.officer, id, person));
  return burstFigures(checks, { filing, ending });
}

async function endedIn({ club, hostel }: Outside): Promise<number> {
  return (await countOf(club.officer, ENDED)) + (await countOf(hostel.officer, ENDED));
}

/** The steps of all come in turn, so that the first end late. Rejects where none ends for five minutes. */
async function untilAllEnded(outside: Outside, wanted: number): Promise<void> {
  let [last, since] = [-1, performance.now()];
  for (;;) {
    const ended = await endedIn(outside);
    if (ended >= wanted) return;
    if (ended > last) [last, since] = [ended, performance.now()];
    if (performance.now() - since > PATIENCE_MS) throw new Error(`Only ${String(ended)} of ${String(wanted)} requests ended.`);
    await pause(LOOK_EVERY_MS);
  }
}

function burstFigures(
  checks: readonly GateCheck[],
  { filing, ending }: { readonly filing: number; readonly ending: number },
): readonly Figure[] {
  const count = (isMeant: (check: GateCheck) => boolean): ReturnType<typeof series> => series([checks.filter(isMeant).length]);
  const ended = count(({ state }) => ENDED.some((each) => each === state));
  return [
    { what: `ended, of ${String(AT_ONCE)} at once`, value: ended, unit: '', target: { atLeast: AT_ONCE } },
    ...ENDED.map((state): Figure => ({ what: `… ${state}`, value: count((check) => check.state === state), unit: '' })),
    { what: 'released against their gate', value: count(({ isAgainstGate }) => isAgainstGate), unit: '', target: { atMost: 0 } },
    { what: 'held back with an open gate', value: count(({ isHeldBack }) => isHeldBack), unit: '', target: { atMost: 0 } },
    { what: 'until all were filed', value: series([filing]), unit: 's' },
    { what: 'until all had ended', value: series([ending]), unit: 's' },
  ];
}
