import { randomUUID } from 'node:crypto';
import { openBeside, type Service } from '@habeas/api/testing';
import { askForData, type Desk, MOST_DOWNLOADS, MOST_FAILURES } from '@habeas/core';
import type { Figure } from '../report.js';
import { type Case, figuresOfAlike } from '../service/alike.js';
import { exampleHouse } from '../service/example-house.js';
import { type PlacedLink, placeLink } from '../service/placed-link.js';
import { startService } from '../service/service-process.js';
import { knock } from '../service/subject-client.js';

/** So many codes are looked at before somebody has to wait, and so many rounds a request is good for. */
const LOOKS = 4;
const ROUNDS = 270;
const WRONG_CODE = '00000000';
/** What the page gives as an example, and a request may have. */
const EXAMPLE = '2026-0042';

/**
 * What is shown at the door of a link that is worth nothing, on the way back to a request, and in the place of a code that was sent: whether
 * the answers, and the time they take, tell apart what is unknown, expired, used, revoked and wrong.
 */
export async function linkAnswers(): Promise<readonly Figure[]> {
  const house = await exampleHouse();
  const service = await startService(house.configFile);
  const beside = await openBeside(house.configFile);
  try {
    const doors = {
      link: await linksOf(service.url, beside),
      find: await findsOf(service.url, beside),
      code: await codesOf(service.url, beside),
    };
    const figures: Figure[] = [];
    for (const [door, cases] of Object.entries(doors)) figures.push(...(await figuresOfAlike(door, cases)));
    return figures;
  } finally {
    await beside.close();
    await service.stop();
    house.remove();
  }
}

async function linksOf(url: string, { desk }: Service): Promise<readonly Case[]> {
  const good = await placeLink(desk);
  const shown: readonly (readonly [string, PlacedLink])[] = [
    ['a wrong secret', { ...good, secret: 'x'.repeat(43) }],
    ['a link that is unknown', { ...good, link: desk.ids.next('lnk') }],
    ['expired', await placeLink(desk, { link: { expiresAt: new Date(Date.now() - 1) } })],
    ['used up', await placeLink(desk, { link: { completed: MOST_DOWNLOADS } })],
    ['revoked', await placeLink(desk, { link: { isRevoked: true } })],
    ['locked', await placeLink(desk, { link: { failures: MOST_FAILURES } })],
  ];
  return shown.map(([name, link]): Case => [name, () => ({ send: () => knock(url, link), own: [link.link] })]);
}

/** Nobody learns on the way back to a request whether there is one of a reference. */
async function findsOf(url: string, { desk }: Service): Promise<readonly Case[]> {
  const placed: PlacedLink[] = [];
  while (placed.length * LOOKS < ROUNDS) placed.push(await placeLink(desk));
  const find = (reference: string) => ({
    send: () => post(url, '/follow', { reference, claimCode: WRONG_CODE }),
    own: [reference, EXAMPLE],
  });
  return [
    ['a wrong claim code', (round) => find(placed[Math.floor(round / LOOKS)]?.reference ?? '')],
    ['a reference that is unknown', (round) => find(`2026-9${String(round).padStart(3, '0')}`)],
    ['no reference at all', () => find('not a reference')],
  ];
}

/** Where a code is wanted that was sent: what is wrong is not told, and of what is over nothing else. */
async function codesOf(url: string, { desk }: Service): Promise<readonly Case[]> {
  const good: Asked[] = [];
  while (good.length * LOOKS < ROUNDS) good.push(await asked(desk));
  const [expired, used] = [await asked(desk, { sentAt: new Date(Date.now() - 3_600_000) }), await asked(desk, { failures: 5 })];
  const prove = (who: Asked | undefined) => {
    const { id = '', reference = '', cookie = '' } = who ?? {};
    const headers = { cookie: `__Host-rq=${cookie}` };
    return { send: () => post(url, `/requests/${id}/prove`, { code: WRONG_CODE }, headers), own: [id, reference] };
  };
  return [
    ['a wrong code', (round) => prove(good[Math.floor(round / LOOKS)])],
    ['a code that is expired', () => prove(expired)],
    ['a code that was tried too often', () => prove(used)],
  ];
}

interface Asked {
  readonly id: string;
  readonly reference: string;
  readonly cookie: string;
}

/** A request as it is made on the page, whose code is otherwise than new. */
async function asked(desk: Desk, changes: { readonly sentAt?: Date; readonly failures?: number } = {}): Promise<Asked> {
  const key = randomUUID();
  const identifiers = [{ kind: 'email' as const, value: 'somebody@example.org' }];
  const ask = { identifiers, rights: ['access' as const], format: 'csv' as const, language: 'en' as const, isForOther: false };
  const { request, cookie } = await askForData(desk, 'hostel', ask, { key, fingerprint: key });
  await desk.store.transact(async ({ proofs }) => {
    const proof = await proofs.lock('hostel', request.id);
    if (proof === undefined) throw new Error('No code was sent.');
    await proofs.put({ ...proof, ...changes });
  });
  return { id: request.id, reference: request.reference, cookie: cookie.reveal() };
}

function post(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return fetch(`${url}/ask/hostel${path}`, { method: 'POST', redirect: 'manual', headers, body });
}
