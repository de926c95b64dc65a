import { openBeside, type Service } from '@habeas/api/testing';
import { MOST_DOWNLOADS, MOST_FAILURES } from '@habeas/core';
import { seconds as secondsOf, series } from '../measure.js';
import type { Figure } from '../report.js';
import { exampleHouse } from '../service/example-house.js';
import { type PlacedLink, placeLink } from '../service/placed-link.js';
import { startService } from '../service/service-process.js';
import { knock } from '../service/subject-client.js';

const ROUNDS = 250;
const WARM_UP = 20;
/** How far a median may be from that of a wrong secret, in percent. */
const MOST_APART = 10;

/** What is shown at the door of a link that is worth nothing, in turn with a good link and a wrong secret: whether the answers, and the time they take, tell them apart. */
export async function linkAnswers(): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const service = await startService(house.configFile);
  const beside = await openBeside(house.configFile);
  try {
    return await askAll(service.url, await casesOf(beside));
  } finally {
    await beside.close();
    await service.stop();
    house.remove();
  }
}

async function askAll(url: string, cases: readonly Case[]): Promise<readonly Figure[]> {
  const answers = new Set<string>();
  const times = new Map(cases.map(([name]) => [name, [] as number[]]));
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    for (const [name, shown] of inTurn(cases, round)) {
      const took = await secondsOf(async () => answers.add(await answerTo(url, shown)));
      if (round >= 0) times.get(name)?.push(took * 1_000);
    }
  }
  return figuresOf(times, answers.size);
}

type Case = readonly [name: string, shown: PlacedLink];
const WRONG_SECRET = 'a wrong secret';

async function casesOf({ desk }: Service): Promise<readonly Case[]> {
  const good = await placeLink(desk);
  return [
    [WRONG_SECRET, { ...good, secret: 'x'.repeat(43) }],
    ['a link that is unknown', { ...good, link: desk.ids.next('lnk') }],
    ['expired', await placeLink(desk, { link: { expiresAt: new Date(Date.now() - 1) } })],
    ['used up', await placeLink(desk, { link: { completed: MOST_DOWNLOADS } })],
    ['revoked', await placeLink(desk, { link: { isRevoked: true } })],
    ['locked', await placeLink(desk, { link: { failures: MOST_FAILURES } })],
  ];
}

/** Each round begins with another case: none always comes after the same one's garbage. */
function inTurn(cases: readonly Case[], round: number): readonly Case[] {
  const first = (round + WARM_UP) % cases.length;
  return [...cases.slice(first), ...cases.slice(0, first)];
}

/** Status, headers and page, without what differs with every answer: its time, and the link's own id. */
async function answerTo(url: string, shown: PlacedLink): Promise<string> {
  const response = await knock(url, shown);
  const headers = [...response.headers].filter(([name]) => name !== 'date');
  const text = JSON.stringify([response.status, headers, await response.text()]);
  return text.replaceAll(shown.link, 'LINK');
}

function figuresOf(times: ReadonlyMap<string, readonly number[]>, answers: number): readonly Figure[] {
  const wrong = series(times.get(WRONG_SECRET) ?? []).median;
  const figures = [...times].map(([name, each]): Figure => ({ what: name, value: series(each), unit: 'ms' }));
  const apart = figures.map(({ value }) => Math.abs(value.median / wrong - 1) * 100);
  return [
    ...figures,
    ...figures.slice(1).map(({ what, value }): Figure => ({
      what: `${what} ÷ ${WRONG_SECRET}`,
      value: series([value.median / wrong]),
      unit: '×',
    })),
    { what: 'farthest apart', value: series([Math.max(...apart)]), unit: '%', target: { atMost: MOST_APART } },
    { what: 'answers that differ, of all', value: series([answers]), unit: '', target: { atMost: 1 } },
  ];
}
