import { accepted } from '../src/client/service-client.js';
import { get } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataRequest, RequestRows } from '@habeas/core';
import type { ServiceClient } from '../src/client/service-client.js';
import type { Service } from '../src/composition/service.js';
import type { Officer } from '../src/demo/officer.js';
import { tokenOf } from './people.js';
import { instead, MEMBER, people, putRequest, type SmallHouse, smallHouse } from './small-house.js';

interface Event {
  readonly state: string;
  readonly version: number;
}

let house: SmallHouse;
let club: ServiceClient;
let hostel: ServiceClient;
let officer: Officer;
let token: string;
const cuts: AbortController[] = [];
beforeAll(async () => {
  house = await smallHouse();
  ({ club, hostel, officer, token } = await people(house));
}, 60_000);
afterEach(() => {
  for (const cut of cuts.splice(0)) cut.abort();
});
afterAll(() => house.stop());

function signal(): AbortSignal {
  const cut = new AbortController();
  cuts.push(cut);
  return cut.signal;
}

const follow = (id: string): AsyncGenerator<Event, void, undefined> => club.events<Event>(id, signal());

async function change(id: string, changes: Partial<DataRequest>): Promise<void> {
  await house.service.store.transact(async ({ requests }) => {
    const row = await requests.lock('club', id);
    if (row !== undefined) await requests.change({ ...row, ...changes, version: row.version + 1 });
  });
}

describe('the events of a request', () => {
  it('tell of a whole life, each state once, and end with it', async () => {
    const identifiers = [{ kind: 'email', value: MEMBER, provedBy: 'answered a mail' }] as const;
    const input = { clientKey: 'events-of-a-life', identifiers, rights: ['access'] } as const;
    const openRequest = accepted((await club.run('openRequest', { input })).openRequest);
    const events = follow(openRequest.id);
    const states: string[] = [];
    for await (const { state } of events) {
      if (states.at(-1) !== state) states.push(state);
      if (state === 'ready') await club.run('startRequest', { id: openRequest.id });
      if (state === 'awaiting_release') await club.run('cancelRequest', { id: openRequest.id, reason: 'Withdrawn.' });
      if (state === 'cancelled') await change(openRequest.id, { state: 'shredded' });
    }
    expect(states[0]).toBe('ready');
    expect(states.slice(-3)).toEqual(['awaiting_release', 'cancelled', 'shredded']);
  }, 30_000);

  it('say at once where it stands, also to who comes again', async () => {
    await putRequest(house, { id: 'again', reference: '2026-again' });
    const before = await follow('again').next();
    await change('again', { state: 'ready' });
    const response = await club.send('/requests/again/events', { headers: { 'last-event-id': '1' }, signal: signal() });
    const reader = response.body?.getReader();
    const first = Buffer.from((await reader?.read())?.value ?? []).toString();
    expect(before.value).toMatchObject({ state: 'received', version: 1 });
    expect(first).toMatch(/^event: request\nid: 2\ndata: \{"state":"ready","version":2,.*\}\n\n$/u);
  });

  it('are a stream that no proxy keeps or stores', async () => {
    await putRequest(house, { id: 'stream', reference: '2026-stream' });
    const { status, headers } = await club.send('/requests/stream/events', { signal: signal() });
    expect([status, headers.get('content-type'), headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
      'no-store',
      'no',
    ]);
  });

  it('hold no personal data', async () => {
    const opened = await club.run('openRequest', {
      input: {
        clientKey: 'events-without-data',
        identifiers: [{ kind: 'email', value: MEMBER, provedBy: 'answered a mail' }],
        rights: ['access'],
      },
    });
    const openRequest = accepted(opened.openRequest);
    await club.run('startRequest', { id: openRequest.id });
    const told: string[] = [];
    for await (const event of follow(openRequest.id)) {
      told.push(JSON.stringify(event));
      if (event.state === 'awaiting_release') break;
    }
    expect(told.join('\n')).not.toContain(MEMBER);
  }, 30_000);

  it('of another controller are those of a request that is not there', async () => {
    await putRequest(house, { id: 'foreign', reference: '2026-foreign' });
    const [foreign, missing] = [await hostel.send('/requests/foreign/events'), await club.send('/requests/none/events')];
    expect([foreign.status, missing.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await missing.text());
  });

  it('are not told to who may not read requests', async () => {
    await putRequest(house, { id: 'unread', reference: '2026-unread' });
    const { service } = house;
    const { id, client } = await tokenOf(officer, ['request.read']);
    await service.store.transact(async ({ tokens }) => {
      const row = await tokens.get(id);
      if (row !== undefined) await tokens.change({ ...row, scopes: ['request.open'] });
    });
    expect((await client.send('/requests/unread/events')).status).toBe(404);
    await expect(client.events('unread', signal()).next()).rejects.toMatchObject({ name: 'ServiceError', status: 404 });
  });

  it('are looked for no longer once the client has gone, however early it goes', async () => {
    await putRequest(house, { id: 'left', reference: '2026-left' });
    const looks = countLooks(house.service);
    await follow('left').next();
    for (const cut of cuts.splice(0)) cut.abort();
    await leaveEarly('/requests/left/events');
    await pause(600); // longer than from one look to the next: whoever is still followed is looked for
    looks.count = 0;
    await pause(1_200);
    expect(looks.count).toBe(0);
    looks.stop();
  });

  it('break off, without a word of why, where the store fails', async () => {
    await putRequest(house, { id: 'broken', reference: '2026-broken' });
    const events = follow('broken');
    await events.next();
    const mend = instead(house.service.store, 'transact', () => Promise.reject(new Error('a text of the database')));
    await expect(events.next()).rejects.toThrow();
    mend();
    expect(house.log.filter((line) => line.includes('"event":"http"'))).toHaveLength(1);
    expect(house.log.join('\n')).not.toContain('a text of the database');
  });
});

describe('the end of a service', () => {
  it('does not wait for those who follow a request', async () => {
    const other = await smallHouse();
    const { club: program } = await people(other);
    await putRequest(other, { id: 'followed', reference: '2026-1' });
    const events = program.events<Event>('followed', signal());
    await events.next();
    const begin = performance.now();
    const ended = events.next();
    await other.stop();
    expect(await ended).toEqual({ done: true, value: undefined });
    expect(performance.now() - begin).toBeLessThan(4_000);
  }, 60_000);
});

/** Has a client ask, and hang up before anything is looked for. */
async function leaveEarly(path: string): Promise<void> {
  const { store } = house.service;
  const transact = store.transact.bind(store);
  let letIn = (): void => undefined;
  const left = new Promise<void>((resolve) => (letIn = resolve));
  const mend = instead(store, 'transact', async (work) => {
    await left;
    return transact(work);
  });
  const request = get(`${house.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  request.on('error', () => undefined);
  await new Promise((sent) => request.once('finish', sent));
  await pause(100);
  request.destroy();
  await pause(100);
  mend();
  letIn();
}

/** How often a request is looked for. */
function countLooks({ store }: Service): { count: number; stop(): void } {
  const transact = store.transact.bind(store);
  const counting = (requests: RequestRows): RequestRows =>
    replacing(requests, 'get', (...args: Parameters<RequestRows['get']>) => {
      looks.count += 1;
      return requests.get(...args);
    });
  const stop = instead(store, 'transact', (work) =>
    transact((transaction) => work({ ...transaction, requests: counting(transaction.requests) })),
  );
  const looks = { count: 0, stop };
  return looks;
}

function replacing<T extends object, Name extends keyof T>(object: T, name: Name, value: T[Name]): T {
  return Object.create(object, { [name]: { value } }) as T;
}

const pause = (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms));
