import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { Secret } from '@habeas/connector-sdk';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { signaturesOf } from '../src/signing/standard-webhook.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { tokenOf } from './people.js';

const [OLD, NEW, OTHER] = [1, 2, 3].map((fill) => `whsec_${Buffer.alloc(24, fill).toString('base64')}`) as [
  string,
  string,
  string,
];
const ADDRESS = 'canary.signed@example.org';
const SIGNERS = `signers: { club: { website: { secrets: ['${NEW}', '${OLD}'] } }, hostel: { desk: { secrets: ['${OTHER}'] } } }\n`;

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse(SIGNERS);
  officer = await officerOf(house);
}, 60_000);
afterAll(() => house.stop());

let made = 0;
const fresh = (): string => `call-${String((made += 1))}-${String(process.pid)}`;

function bodyOf(clientKey = fresh(), more: object = {}): string {
  return JSON.stringify({ clientKey, identifiers: [{ kind: 'email', value: ADDRESS }], rights: ['access'], ...more });
}

interface Sent {
  readonly body?: string | Buffer;
  readonly key?: string;
  readonly id?: string;
  readonly timestamp?: number;
  readonly controller?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const now = (): number => Math.floor(Date.now() / 1_000);

async function send({
  body = bodyOf(),
  key = NEW,
  id = fresh(),
  timestamp = now(),
  controller = 'club',
  headers = {},
}: Sent = {}) {
  const signature = signaturesOf([new Secret(key)], { id, timestamp, body });
  return post(body, {
    ...{
      'habeas-controller': controller,
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signature,
    },
    ...headers,
  });
}

async function post(body: string | Buffer, headers: Readonly<Record<string, string>>) {
  const response = await fetch(`${house.url}/requests`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
  const text = await response.text();
  return { status: response.status, text, answer: JSON.parse(text) as Taken };
}

interface Taken {
  readonly request: { readonly id: string; readonly reference: string; readonly state: string };
  readonly claimCode: string;
  readonly error: { readonly code: string; readonly message: string };
}

async function count(): Promise<number> {
  return (await officer.client.run('requests', { first: 1 })).requests.totalCount;
}

describe('a signed call', () => {
  it.each([OLD, NEW])('by either key of the controller opens a request, and tells its claim code (%#)', async (key) => {
    const { status, answer } = await send({ key });
    expect(status).toBe(201);
    expect(answer).toMatchObject({ request: { state: 'received' }, claimCode: expect.stringMatching(/^\d{8}$/u) });
    const { auditTrail } = await officer.client.run('auditTrail', { first: 5, request: answer.request.id });
    const opened = auditTrail.edges.map(({ node }) => node).find(({ action }) => action === 'request.open');
    expect(opened).toMatchObject({ actorKind: 'service', actor: 'signer:website' });
  });

  it('with what is proved is searched at once', async () => {
    const identifiers = [{ kind: 'email', value: ADDRESS, provedBy: 'signed in to the website' }];
    const { answer } = await send({ body: bodyOf(fresh(), { identifiers, isSignedIn: true, language: 'fr', format: 'csv' }) });
    expect(answer.request.state).toBe('searching');
    const { request } = await officer.client.run('request', { id: answer.request.id });
    expect(request).toMatchObject({ language: 'fr', format: 'csv', reference: answer.request.reference });
  });

  it('that is repeated under another signature opens nothing again, and one with another content is refused', async () => {
    const [key, before] = [fresh(), await count()];
    const first = await send({ body: bodyOf(key) });
    const again = await send({ body: bodyOf(key), key: OLD });
    expect(again.answer.request.id).toBe(first.answer.request.id);
    expect(await count()).toBe(before + 1);
    const other = await send({ body: bodyOf(key, { language: 'fr' }) });
    expect([other.status, other.answer.error.code]).toEqual([409, 'STALE_KEY']);
  });

  it('that is forged, replayed, late, early, or for another controller is answered in one way, and opens nothing', async () => {
    const [id, body, timestamp] = [fresh(), bodyOf(), now()];
    expect((await send({ id, body, timestamp })).status).toBe(201);
    const before = await count();
    const genuine = { 'webhook-signature': signaturesOf([new Secret(NEW)], { id: 'x', timestamp, body }) };
    const refused = await Promise.all([
      send({ id, body, timestamp }),
      send({ key: OTHER }),
      send({ controller: 'hostel' }),
      send({ controller: 'nobody' }),
      send({ controller: '' }),
      send({ timestamp: now() - 301 }),
      send({ timestamp: now() + 302 }),
      send({ timestamp: 1.5 }),
      send({ id: '' }),
      send({ id: 'x'.repeat(101) }),
      send({ headers: { 'webhook-signature': '' } }),
      send({ headers: { 'webhook-signature': 'v1,AAAA' } }),
      send({ id: 'y', body, timestamp, headers: genuine }),
      send({ id: 'x', body: bodyOf(), timestamp, headers: genuine }),
      send({ id: 'x', body: `${body} `, timestamp, headers: genuine }),
      send({ id: 'x', body, headers: { ...genuine, 'webhook-timestamp': '0' } }),
    ]);
    expect(new Set(refused.map(({ status, text }) => `${String(status)} ${text}`)).size).toBe(1);
    expect(refused[0]).toMatchObject({
      status: 401,
      answer: { error: { code: 'REFUSED', message: 'This call is not signed as it has to be.' } },
    });
    expect(await count()).toBe(before);
  });

  it('that comes twenty times at once is taken once', async () => {
    const [id, body, timestamp, before] = [fresh(), bodyOf(), now(), await count()];
    const answers = await Promise.all(Array.from({ length: 20 }, () => send({ id, body, timestamp })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 401)]);
    expect(await count()).toBe(before + 1);
  });

  it.each<[string, string | Buffer, string]>([
    ['no JSON', '{', 'The body is no JSON in UTF-8.'],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'The body is no JSON in UTF-8.'],
    ['nested without an end', '['.repeat(60_000), 'The body is no JSON in UTF-8.'],
    ['as deep as fits', `${'['.repeat(30_000)}${']'.repeat(30_000)}`, 'This is not what it has to be: the body.'],
    ['without identifiers', bodyOf('a-key-of-mine', { identifiers: [] }), 'This is not what it has to be: identifiers.'],
    ['with more than is asked', bodyOf('a-key-of-mine', { canary: ADDRESS }), 'This is not what it has to be: the body.'],
    [
      'of a kind that is none',
      bodyOf('a-key-of-mine', { identifiers: [{ kind: 'canary', value: ADDRESS }] }),
      'This is not what it has to be: identifiers.0.kind.',
    ],
  ])('whose body is %s is told where, and not what', async (_what, body, message) => {
    const { status, answer, text } = await send({ body });
    expect([status, answer.error]).toMatchObject([400, { code: 'INVALID_INPUT', message }]);
    expect(text).not.toContain('canary');
  });

  it('that is too large, compressed or a form is not read', async () => {
    expect((await send({ body: bodyOf('a-key-of-mine', { language: 'e'.repeat(70_000) }) })).status).toBe(413);
    expect((await send({ headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
    expect((await send({ headers: { 'content-type': 'application/x-www-form-urlencoded' } })).status).toBe(415);
  });

  it('is made with nothing but curl and openssl, as docs/requests.md has it', async () => {
    const docs = readFileSync(new URL('../../../docs/requests.md', import.meta.url), 'utf8');
    const [, script] = /```sh\n(# A signed call[\s\S]*?)```/u.exec(docs) ?? [];
    const env = { ...process.env, HABEAS_URL: house.url, HABEAS_KEY: NEW };
    const args = ['-euo', 'pipefail', '-c', script ?? 'false'];
    const { stdout } = await promisify(execFile)('bash', args, { env, timeout: 30_000 });
    expect(JSON.parse(stdout)).toMatchObject({ request: { state: 'received' }, claimCode: expect.any(String) });
  });
});

describe('a call by a token', () => {
  it('does the same, and with the key of one is done once by both ways', async () => {
    const { token, client } = await tokenOf(officer);
    const clientKey = fresh();
    const { status, answer } = await post(bodyOf(clientKey), { authorization: `Bearer ${token}` });
    expect(status).toBe(201);
    const input = { clientKey, identifiers: [{ kind: 'email' as const, value: ADDRESS }], rights: ['access' as const] };
    const byGraphql = accepted((await client.run('handOverRequest', { input })).handOverRequest);
    expect(byGraphql.request.id).toBe(answer.request.id);
    expect(byGraphql.claimCode).not.toBe(answer.claimCode);
  });

  it('is refused without one, with one that may not, and to a browser', async () => {
    const { token } = await tokenOf(officer, ['request.handOver']);
    expect((await post(bodyOf(), {})).status).toBe(401);
    expect((await post(bodyOf(), { authorization: 'Bearer nothing' })).status).toBe(401);
    const refused = await post(bodyOf(), { authorization: `Bearer ${token}` });
    expect([refused.status, refused.answer.error.code]).toEqual([401, 'REFUSED']);
  });
});
