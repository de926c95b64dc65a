import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import type { SourceBinding } from '@habeas/core';
import type { OpenRequestMutationVariables } from '../src/client/operations.generated.js';
import { accepted, ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { listen } from '../src/http/serve.js';
import { refuseUnfounded, UNFOUNDED } from './refusing.js';
import { instead, MEMBER, people, putRequest, type SmallHouse, smallHouse } from './small-house.js';

let house: SmallHouse;
let officer: Officer;
let club: ServiceClient;
let token: string;
beforeAll(async () => {
  house = await smallHouse();
  ({ officer, club, token } = await people(house));
}, 60_000);
afterAll(() => house.stop());

type NewRequest = OpenRequestMutationVariables['input'];

async function open(clientKey: string, more: Partial<NewRequest> = {}): Promise<{ readonly id: string }> {
  const identifiers = [{ kind: 'email', value: MEMBER, provedBy: 'answered a mail' }] as const;
  const input: NewRequest = { clientKey, identifiers, rights: ['access'], ...more };
  return accepted((await club.run('openRequest', { input })).openRequest);
}

describe('a program', () => {
  it('with a token for one controller need not name it, and gets nowhere by naming another', async () => {
    const plain = new ServiceClient(house.url, { token });
    expect(await plain.run('viewer')).toMatchObject({ viewer: { kind: 'service', controller: 'club', controllers: ['club'] } });
    await expect(new ServiceClient(house.url, { token, controller: 'hostel' }).run('viewer')).rejects.toThrow();
  });

  it.each(['Basic abc', 'Bearer', 'Bearer a b', 'bearer abc'])('that says %s has not proved anything', async (authorization) => {
    const response = await new ServiceClient(house.url).send('/graphql', {
      method: 'POST',
      body: '{}',
      headers: { authorization },
    });
    expect(response.status).toBe(401);
  });

  it('asks in the documents of its own, and is told by code what is wrong with them', async () => {
    expect(await club.query('{ viewer { kind } }')).toEqual({ viewer: { kind: 'service' } });
    await expect(club.query('{ viewer { kin } }')).rejects.toMatchObject({
      name: 'ServiceError',
      code: 'GRAPHQL_VALIDATION_FAILED',
    });
  });

  it('opens a request that was received before, in the words of its form', async () => {
    const receivedAt = new Date(Date.now() - 86_400_000).toISOString();
    const { id } = await open('opened-before-now', { receivedAt, language: 'fr', format: 'csv' });
    const { request } = await club.run('request', { id });
    expect(request).toMatchObject({ receivedAt, language: 'fr', format: 'csv', identifierKinds: ['email'] });
  });

  it('is told by when it has to be answered, and how each date came about (DLN-01, DLN-03)', async () => {
    const { id } = await open('opened-in-march', { receivedAt: '2026-03-05T23:30:00Z', language: 'fr' });
    const { request } = await club.run('requestDeadlines', { id });
    // Half past midnight of 6 March in Paris; 6 April 2026 is Easter Monday
    expect(request?.deadlines).toMatchObject({ received: '2026-03-06', workBy: '2026-04-06', limit: '2026-04-07' });
    expect(request?.deadlines).toMatchObject({ lateFrom: '2026-04-07T22:00:00.000Z' });
    expect(request?.deadlines.calendar).toMatch(/^FR \(.+\)$/u);
    const legal = request?.deadlines.dates.find(({ name }) => name === 'dueLegal');
    expect(legal).toMatchObject({ date: '2026-04-07', isVerified: true });
    expect(legal?.sentences.join(' ')).toContain('Lundi de Pâques');
    const english = await club.run('requestDeadlines', { id, language: 'en' });
    expect(english.request?.deadlines.dates[0]?.sentences.join(' ')).toContain('6 April 2026');
    expect((await club.run('request', { id })).request?.dueAt).toBe('2026-04-06T22:00:00.000Z');
  });

  it('of a time before there was such a right, or after now, is not taken for one', async () => {
    for (const receivedAt of ['2018-05-24T23:59:59Z', '2999-01-01T00:00:00Z']) {
      await expect(open('opened-at-no-time', { receivedAt })).rejects.toThrow('cannot have been received');
    }
  });

  it('whose variables are not what the document says is refused before anything runs, defaults included', async () => {
    const page = 'query P($first: Int = 1000) { requests(first: $first) { edges { node { id } } } }';
    await expect(club.query(page)).rejects.toMatchObject({ code: 'TOO_MUCH' });
    expect(await club.query(page, { first: 1 })).toHaveProperty('requests.edges');
    await expect(club.query(page, { first: 'zqneverrepeated' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a list of requests', () => {
  it('is of some states only, or of what is due before a time, where that is asked for', async () => {
    const { id } = await open('to-be-listed');
    const listed = async (given: string): Promise<readonly string[]> =>
      (
        await club.query<{ requests: { edges: readonly { node: { id: string } }[] } }>(
          `{ requests(first: 50${given}) { edges { node { id } } } }`,
        )
      ).requests.edges.map(({ node }) => node.id);
    expect(await listed(', states: [ready]')).toContain(id);
    expect(await listed(', states: [searching, paused]')).not.toContain(id);
    expect(await listed(', dueBefore: "2000-01-01T00:00:00Z"')).toEqual([]);
    expect(await listed(', states: null, dueBefore: null')).toContain(id);
  });

  it('says of each what went wrong, and what can be done', async () => {
    const problem = { errorClass: 'auth', message: 'The credentials were refused.', remedy: 'Renew them.' } as const;
    await putRequest(house, {
      id: 'troubled',
      reference: '2026-troubled',
      state: 'needs_attention',
      problem,
      resumesIn: 'searching',
    });
    const { request } = await club.run('request', { id: 'troubled' });
    expect(request).toMatchObject({
      state: 'needs_attention',
      problem,
      archive: null,
      possibleEvents: expect.arrayContaining(['retry', 'cancel']),
    });
  });
});

describe('the work on a request', () => {
  it('is listed step by step, with what was read and what stopped it', async () => {
    const { id } = await open('to-be-worked-on');
    await club.run('startRequest', { id });
    for await (const { state } of club.events<{ state: string }>(id, new AbortController().signal)) if (state === 'awaiting_release') break;
    const { request } = await club.run('requestWork', { id });
    expect(request?.steps.map(({ kind, state }) => [kind, state])).toEqual([['search', 'done'], ['gather', 'done'], ['assemble', 'done']]);
  }, 30_000); // prettier-ignore
});

describe('one of several operations', () => {
  const DOCUMENT = 'query Who { viewer { kind } } query Where { viewer { controller } }';
  const run = async (more: object): Promise<unknown> =>
    (await club.send('/graphql', { method: 'POST', body: JSON.stringify({ query: DOCUMENT, ...more }) })).json();

  it('is run where it is named, and none where not', async () => {
    expect(await run({ operationName: 'Where' })).toEqual({ data: { viewer: { controller: 'club' } } });
    expect(await run({})).toMatchObject({ errors: [{ extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } }] });
  });
});

describe('an officer', () => {
  it('says why a request is refused, and finds that again until it is shredded', async () => {
    const { id } = await open('to-be-refused');
    await refuseUnfounded(officer, id);
    const decisions = async (): Promise<unknown> => (await officer.client.run('matches', { id })).request?.decisions;
    expect(await decisions()).toMatchObject([
      {
        event: 'refuse',
        reason: UNFOUNDED.reason,
        ground: UNFOUNDED.ground,
        by: expect.stringMatching(/^stf_/u),
        at: expect.any(String),
      },
    ]);
    await officer.stepUp();
    const { shredRequest } = await officer.client.run('shredRequest', { id });
    expect(shredRequest).toMatchObject({ __typename: 'Request' });
    for (let look = 0; look < 200 && (await stateOf(id)) !== 'shredded'; look += 1)
      await new Promise((wake) => setTimeout(wake, 20));
    expect([await stateOf(id), await decisions()]).toEqual(['shredded', []]);
  });

  it('reads in the trail what happened to one request, and that it was read', async () => {
    const { id } = await open('to-be-read-about');
    const query = { first: 10, request: id };
    const read = async (): Promise<readonly string[]> =>
      (await officer.client.run('auditTrail', query)).auditTrail.edges.map(({ node }) => node.action);
    expect(await read()).toEqual(['request.open']);
    expect(await read()).toEqual(['audit.read', 'request.open']);
    await officer.client.run('auditTrail', { first: 1, request: 'zqneverrepeated' });
    const { auditTrail } = await officer.client.run('auditTrail', {
      first: 2,
    });
    // An id that nothing has may be anything: the trail does not repeat it
    expect(auditTrail.edges[0]?.node).toMatchObject({ action: 'audit.read', object: '-' });
  });

  it('is told why a source cannot be looked at, and that is in the trail', async () => {
    const [binding] = house.service.desk.sources.bindingsOf('club') as readonly [SourceBinding];
    const check = async (): Promise<unknown> => (await officer.client.run('checkSource', { id: 'members' })).checkSource;
    const down = instead(binding, 'open', () =>
      Promise.reject(new ConnectorError('auth', 'The credentials were refused.', { remedy: 'Renew them.' })),
    );
    expect(await check()).toMatchObject({
      sound: false,
      collections: [],
      problem: { errorClass: 'auth', message: 'The credentials were refused.', remedy: 'Renew them.' },
    });
    down();
    expect(await check()).toMatchObject({ sound: true, problem: null, collections: [{ collection: 'member', status: 'ok' }] });
    const broken = instead(binding, 'open', () => Promise.reject(new TypeError('a bug')));
    await expect(check()).rejects.toMatchObject({ code: 'INTERNAL' });
    broken();
  });
});

describe('a client', () => {
  let other: Server;
  let answerWith: (status: number, body: string) => void;
  let url: string;
  beforeAll(async () => {
    let next = { status: 200, body: '{}' };
    answerWith = (status, body) => {
      next = { status, body };
    };
    other = createServer((_request, response) => response.writeHead(next.status).end(next.body));
    url = await listen(other, { host: '127.0.0.1', port: 0 });
  });
  afterAll(() => new Promise((resolve) => other.close(resolve)));

  it.each([
    ['an error without a code', 200, '{"errors":[{"message":"x"}]}', { status: 200, code: 'UNKNOWN', message: 'x' }],
    ['nothing', 500, '{}', { status: 500, code: 'UNKNOWN', message: 'The answer holds nothing.' }],
  ])('that gets %s says so', async (_what, status, body, error) => {
    answerWith(status, body);
    await expect(new ServiceClient(url).run('viewer')).rejects.toMatchObject(error);
  });

  it('reads events however the network cuts them, and leaves out what keeps the line open', async () => {
    const events = ': still here\n\nevent: request\nid: 1\ndata: {"state":"é"}\n\nid: 2\ndata: {"state":"b"}\n\ndata: {"unfin';
    const bytes = Buffer.from(events);
    other.removeAllListeners('request').on('request', (_request, response) => {
      void (async () => {
        for (const byte of bytes) {
          response.write(Buffer.of(byte));
          await new Promise((wake) => setImmediate(wake));
        }
        response.end();
      })();
    });
    const told: unknown[] = [];
    for await (const event of new ServiceClient(url).events('1', new AbortController().signal)) told.push(event);
    expect(told).toEqual([{ state: 'é' }, { state: 'b' }]);
  });
});

async function stateOf(id: string): Promise<string | undefined> {
  return (await officer.client.run('request', { id })).request?.state;
}
