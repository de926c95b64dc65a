import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import type { SourceBinding } from '@habeas/core';
import type { OpenRequestMutationVariables } from '../src/client/operations.generated.js';
import { accepted, ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { listen } from '../src/http/serve.js';
import { instead, MEMBER, people, type SmallHouse, smallHouse } from './small-house.js';

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

  it('whose variables are not what the document says is refused before anything runs, defaults included', async () => {
    const page = 'query P($first: Int = 1000) { requests(first: $first) { edges { node { id } } } }';
    await expect(club.query(page)).rejects.toMatchObject({ code: 'TOO_MUCH' });
    expect(await club.query(page, { first: 1 })).toHaveProperty('requests.edges');
    await expect(club.query(page, { first: 'zqneverrepeated' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('an officer', () => {
  it('says why a request is refused, and finds that again until it is shredded', async () => {
    const { id } = await open('to-be-refused');
    await officer.client.run('refuseRequest', { id, reason: 'It repeats another.' });
    const decisions = async (): Promise<unknown> => (await officer.client.run('matches', { id })).request?.decisions;
    expect(await decisions()).toEqual([
      { event: 'refuse', reason: 'It repeats another.', by: expect.stringMatching(/^stf_/u), at: expect.any(String) },
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
