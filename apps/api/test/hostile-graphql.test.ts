import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import { Officer } from '../src/demo/officer.js';
import { buildSchema } from '../src/report/print-schema.js';
import { Dice } from './dice.js';
import { DocumentMaker } from './document-maker.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { type RawAnswer, tokenOf } from './people.js';
import { newRequest } from './root-fields.js';
import { type ServiceProcess, serviceProcess } from './service-process.js';

/** A text that is sent where it hurts, and must never come back. */
const SENT = 'zqneverrepeated';

let house: ServiceHouse;
let program: ServiceClient;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
  program = (await tokenOf(await officerOf(house))).client;
}, 120_000);
afterAll(() => house.stop());

interface Came {
  readonly status: number;
  readonly text: string;
  readonly codes: readonly unknown[];
}

async function post(body: string | Buffer, headers: Record<string, string> = {}): Promise<Came> {
  const response = await program.send('/graphql', { method: 'POST', body: new Uint8Array(Buffer.from(body)), headers });
  return came(response);
}

async function came(response: Response): Promise<Came> {
  const text = await response.text();
  const { errors, error } = JSON.parse(text) as RawAnswer['body'];
  return {
    status: response.status,
    text,
    codes: (errors ?? [error]).map((each) => each && ('code' in each ? each.code : each.extensions?.code)),
  };
}

function send(query: unknown, more: object = {}): Promise<Came> {
  return post(JSON.stringify({ query, ...more }));
}

/** The code of the refusal among the results. */
function codeIn({ text }: Came): string | undefined {
  const { data } = JSON.parse(text) as { readonly data?: Readonly<Record<string, { readonly code?: string }>> };
  return Object.values(data ?? {})[0]?.code;
}

/** What every answer has to be, whatever was sent. */
function expectSafe({ status, text, codes }: Came): void {
  expect(status).toBeLessThan(500);
  expect(codes).not.toContain('INTERNAL');
  expect(text).not.toContain(SENT);
  expect(text).not.toMatch(/did you mean|stack|node_modules|sqlite/iu);
}

const many = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');
const nested = (depth: number): string => `${'... on Query { '.repeat(depth)} viewer { id } ${'}'.repeat(depth)}`;
const PAGE = 'query P($first: Int!, $after: String) { requests(first: $first, after: $after) { totalCount } }';
const OPEN = 'mutation O($input: OpenRequestInput!) { openRequest(input: $input) { ... on Refusal { code message } } }';
const openInput = (change: object): object => ({ variables: { input: { ...newRequest(), ...change } } });

const DOCUMENTS: readonly (readonly [attack: string, code: string, query: unknown, more?: object])[] = [
  ['deep nesting', 'TOO_MUCH', `{ ${nested(9)} }`],
  ['nesting as deep as tokens go', 'TOO_MUCH', `{ ${nested(150)} }`],
  [
    'nested fragments',
    'TOO_MUCH',
    `{ ...F0 } ${many(9, (n) => `fragment F${String(n)} on Query { ${n === 8 ? 'viewer { id }' : `...F${String(n + 1)}`} }`)}`,
  ],
  ['many aliases', 'TOO_MUCH', `{ viewer { ${many(11, (n) => `a${String(n)}: id`)} } }`],
  [
    'many aliases in a fragment',
    'TOO_MUCH',
    `{ viewer { ...F } } fragment F on Viewer { ${many(11, (n) => `a${String(n)}: id`)} }`,
  ],
  [
    'aliases in a fragment that is spread often',
    'TOO_MUCH',
    `{ viewer { ...F ...F ...F } } fragment F on Viewer { ${many(4, (n) => `a${String(n)}: id`)} }`,
  ],
  ['the same root field many times', 'TOO_MUCH', `{ ${many(6, () => 'viewer { id }')} }`],
  [
    'root fields in fragments',
    'TOO_MUCH',
    `{ ...F ...F } fragment F on Query { viewer { id } sources { id } ... on Query { sources { title } } }`,
  ],
  [
    'root fields in fragments of fragments',
    'TOO_MUCH',
    '{ ...F ...F } fragment F on Query { ...G ...G } fragment G on Query { viewer { id } sources { id } }',
  ],
  [
    'mutations in a fragment',
    'TOO_MUCH',
    'mutation { ...F } fragment F on Mutation { a: startRequest(id: "1") { __typename } b: startRequest(id: "2") { __typename } c: startRequest(id: "3") { __typename } }',
  ],
  [
    'fragments that double twelve times',
    'TOO_MUCH',
    `{ ...F0 } ${many(12, (n) => `fragment F${String(n)} on Query { ${n === 11 ? 'viewer { id }' : `...F${String(n + 1)} ...F${String(n + 1)}`} }`)}`,
  ],
  [
    'fields that double below a root field',
    'TOO_MUCH',
    `{ request(id: "x") { ...F0 } } ${many(7, (n) => `fragment F${String(n)} on Request { ${n === 6 ? many(40, () => 'id') : many(7, () => `...F${String(n + 1)}`)} }`)}`,
  ],
  ['a fragment that spreads itself', 'GRAPHQL_VALIDATION_FAILED', '{ ...F } fragment F on Query { ...F }'],
  [
    'two fragments that spread each other',
    'GRAPHQL_VALIDATION_FAILED',
    '{ ...F } fragment F on Query { viewer { id } ...G } fragment G on Query { ...F }',
  ],
  ['a fragment that is not there', 'GRAPHQL_VALIDATION_FAILED', `{ ...${SENT} }`],
  ['a huge page', 'TOO_MUCH', PAGE, { variables: { first: 100_000 } }],
  ['a huge page as a default', 'TOO_MUCH', PAGE.replace('Int!', 'Int! = 100000')],
  ['pages within pages', 'TOO_MUCH', `{ requests(first: 100) { edges { node { ${many(30, () => 'id')} } } } }`],
  ['a page that is too large', 'INVALID_INPUT', PAGE, { variables: { first: 101 } }],
  ['a negative page', 'INVALID_INPUT', PAGE, { variables: { first: -1 } }],
  ['an empty page', 'INVALID_INPUT', PAGE, { variables: { first: 0 } }],
  ['a page beyond all integers', 'BAD_USER_INPUT', PAGE, { variables: { first: 2 ** 31 } }],
  [
    'no page where there is a default',
    'BAD_USER_INPUT',
    'query ($first: Int = 5) { requests(first: $first) { totalCount } }',
    { variables: { first: null } },
  ],
  ['a list that is too long', 'TOO_MUCH', OPEN, openInput({ rights: Array.from({ length: 101 }, () => 'access') })],
  ['a cursor that is none', 'INVALID_INPUT', PAGE, { variables: { first: 1, after: SENT } }],
  [
    'a cursor of another shape',
    'INVALID_INPUT',
    PAGE,
    { variables: { first: 1, after: Buffer.from('{"__proto__":[1]}').toString('base64url') } },
  ],
  ['many directives', 'TOO_MUCH', `{ viewer { ${many(21, () => 'id @include(if: true)')} } }`],
  ['too many tokens', 'GRAPHQL_PARSE_FAILED', `{ viewer { ${many(1_001, () => 'id')} } }`],
  ['introspection', 'GRAPHQL_VALIDATION_FAILED', '{ __schema { types { name } } }'],
  ['introspection of one type', 'GRAPHQL_VALIDATION_FAILED', '{ __type(name: "Request") { fields { name } } }'],
  ['a field that is nearly there', 'GRAPHQL_VALIDATION_FAILED', '{ requets { totalCount } }'],
  ['an unknown field', 'GRAPHQL_VALIDATION_FAILED', `{ ${SENT} }`],
  ['an unknown argument', 'GRAPHQL_VALIDATION_FAILED', `{ viewer(${SENT}: 1) { id } }`],
  ['an unknown directive', 'GRAPHQL_VALIDATION_FAILED', `{ viewer @${SENT} { id } }`],
  ['a subscription', 'GRAPHQL_VALIDATION_FAILED', `subscription { ${SENT} }`],
  ['a type definition', 'GRAPHQL_VALIDATION_FAILED', `type ${SENT} { id: ID }`],
  ['a wrong enumeration', 'GRAPHQL_VALIDATION_FAILED', `{ requests(states: [${SENT}]) { totalCount } }`],
  [
    'a wrong enumeration by variable',
    'BAD_USER_INPUT',
    'query ($s: [RequestState!]) { requests(states: $s) { totalCount } }',
    { variables: { s: [SENT] } },
  ],
  ['a wrong type', 'GRAPHQL_VALIDATION_FAILED', `{ requests(first: "${SENT}") { totalCount } }`],
  ['a wrong type by variable', 'BAD_USER_INPUT', PAGE, { variables: { first: SENT } }],
  ['a variable that is not given', 'BAD_USER_INPUT', PAGE],
  ['an unknown key of an input', 'BAD_USER_INPUT', OPEN, openInput({ [SENT]: 1 })],
  [
    'a prototype as a key of an input',
    'BAD_USER_INPUT',
    OPEN,
    openInput(JSON.parse(`{"__proto__":{"clientKey":"${SENT}"}}`) as object),
  ],
  ['a date that is none', 'BAD_USER_INPUT', OPEN, openInput({ receivedAt: SENT })],
  ['a number as a date', 'BAD_USER_INPUT', OPEN, openInput({ receivedAt: 5 })],
  [
    'an operation that is not there',
    'OPERATION_RESOLUTION_FAILURE',
    'query A { viewer { id } } query B { viewer { id } }',
    { operationName: SENT },
  ],
  ['two operations and no name', 'OPERATION_RESOLUTION_FAILURE', 'query A { viewer { id } } query B { viewer { id } }'],
  ['an unfinished document', 'GRAPHQL_PARSE_FAILED', `{ viewer(id: "${SENT}`],
  ['a null byte', 'GRAPHQL_PARSE_FAILED', `{ viewer { id } \u0000 ${SENT} }`],
  ['a lone surrogate', 'GRAPHQL_PARSE_FAILED', '{ viewer { \ud800 } }'],
  ['nothing', 'BAD_REQUEST', ''],
  ['a number', 'BAD_REQUEST', 5],
  ['a parsed document', 'BAD_REQUEST', { kind: 'Document', definitions: [] }],
  ['variables as text', 'BAD_REQUEST', PAGE, { variables: `{"first":"${SENT}"}` }],
  ['variables as a list', 'BAD_REQUEST', PAGE, { variables: [SENT] }],
  ['a number as the name of an operation', 'BAD_REQUEST', PAGE, { operationName: 5 }],
  [
    'a persisted query',
    'PERSISTED_QUERY_NOT_SUPPORTED',
    undefined,
    { extensions: { persistedQuery: { version: 1, sha256Hash: SENT } } },
  ],
];

describe('a document', () => {
  it.each(DOCUMENTS.map(([attack, code, query, more = {}]) => [attack, code, query, more] as const))('with %s is refused as %s', async (_attack, code, query, more) => {
    const answer = await send(query, more);
    expectSafe(answer);
    expect([...new Set(answer.codes)]).toEqual([code]);
  });

  it('that only names strange things finds nothing', async () => {
    const ids = ['__proto__', 'constructor', '\u0000', '\ud800', "' OR 1=1 --", '../../x', '%2e%2e', SENT];
    for (const id of ids) {
      const request = await send('query ($id: ID!) { request(id: $id) { id } }', { variables: { id } });
      expect(JSON.parse(request.text)).toEqual({ data: { request: null } });
      const started = await send('mutation ($id: ID!) { startRequest(id: $id) { ... on Refusal { code } } }', {
        variables: { id },
      });
      expect(JSON.parse(started.text)).toEqual({ data: { startRequest: { code: 'NOT_FOUND' } } });
      expectSafe(await send('query ($id: ID!) { plan(request: $id) { source } }', { variables: { id } }));
    }
  });

  it('for a controller of a strange name is for none', async () => {
    for (const controller of ['__proto__', 'constructor', '*', '', 'club,hostel']) {
      expect((await program.for(controller).send('/graphql', { method: 'POST', body: '{}' })).status).toBe(404);
    }
  });

  it('is not changed by prototypes among its variables', async () => {
    const text = `{"query":"{ viewer { kind } }","variables":{"__proto__":{"polluted":"${SENT}"},"constructor":{"prototype":{"polluted":1}}}}`;
    expect(JSON.parse((await post(text)).text)).toEqual({ data: { viewer: { kind: 'service' } } });
    expectSafe(await post(`{"__proto__":{"query":"{ viewer { kind } }"}}`));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('is refused for what it opens a request with, and never told what that was', async () => {
    const identifiers = (...list: readonly object[]): object => openInput({ identifiers: list });
    const bad = [
      identifiers(),
      identifiers({ kind: 'email', value: SENT }),
      identifiers({ kind: 'phone', value: SENT }),
      identifiers({ kind: 'birthDate', value: SENT }),
      identifiers({ kind: 'id', value: SENT, namespace: '' }),
      identifiers({ kind: 'name', value: '\u0000' }),
      openInput({ rights: [] }),
      openInput({ receivedAt: '9999-12-31T23:59:59Z' }),
      openInput({ clientKey: '' }),
      openInput({ clientKey: SENT.repeat(10) }),
    ];
    for (const more of bad) {
      const answer = await send(OPEN, more);
      expectSafe(answer);
      expect({ more, data: JSON.parse(answer.text) }).toMatchObject({
        data: { data: { openRequest: { code: 'INVALID_INPUT' } } },
      });
    }
  });
});

describe('a body', () => {
  const viewer = '{"query":"{ viewer { kind } }"}';

  it.each([
    ['a batch', `[${viewer},${viewer}]`, 400],
    ['an empty batch', '[]', 400],
    ['a number', '5', 400],
    ['null', 'null', 400],
    ['no JSON', '{"query":', 400],
    ['nothing', '', 400],
    ['nesting without an end', '['.repeat(90_000), 400],
    [
      'an object as deep as fits',
      `{"query":"{ viewer { kind } }","variables":${'{"a":'.repeat(15_000)}1${'}'.repeat(15_000)}}`,
      200,
    ],
    ['more than fits', JSON.stringify({ query: SENT.repeat(10_000) }), 413],
    ['a byte order mark', `\ufeff${viewer}`, 200],
  ])('that is %s is answered without a fault', async (_name, body, status) => {
    const answer = await post(body);
    expectSafe(answer);
    expect(answer.status).toBe(status);
  });

  it('that is not UTF-8 finds nothing and breaks nothing', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"query":"{ request(id: \\"'),
      Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80]),
      Buffer.from('\\") { id } }"}'),
    ]);
    const answer = await post(bytes);
    expectSafe(answer);
    expect(JSON.parse(answer.text)).toEqual({ data: { request: null } });
    expectSafe(await post(Buffer.from(viewer, 'utf16le')));
  });

  it('that grows when it is unpacked is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    expect(bomb.length).toBeLessThan(100_000);
    const answer = await post(bomb, { 'content-encoding': 'gzip' });
    expectSafe(answer);
    expect(answer.status).toBe(413);
    expect((await post(viewer, { 'content-encoding': 'gzip' })).status).toBe(400);
    expect((await post(viewer, { 'content-encoding': 'zq' })).status).toBe(415);
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/graphql',
    'application/json; charset=utf-16',
    'application/json, text/plain',
    'application/jsonp',
    '',
  ])('of the type %j is refused unread', async (type) => {
    const answer = await post(viewer, { 'content-type': type });
    expectSafe(answer);
    expect(answer.status).toBe(415);
  });

  it.each(['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])('by %s is refused', async (method) => {
    const answer = await came(await program.send('/graphql?query={viewer{kind}}', { method }));
    expectSafe(answer);
    expect(answer.status).toBe(405);
  });

  it('with two proofs of who sends it is refused', async () => {
    expect((await post(viewer, { cookie: '__Host-sid=x' })).status).toBe(401);
  });
});

describe('documents from the grammar of the schema', () => {
  const DOCUMENTS_SENT = 6_000;
  const WARM_UP = 1_500;
  const SEED = 20_240_601;
  let service: ServiceProcess;
  afterAll(() => service.kill());

  it(`are answered without a fault, without a value that was sent, and without growth (seed ${String(SEED)})`, async () => {
    const configFile = join(house.folder, 'other.yaml');
    writeFileSync(configFile, `${readFileSync(house.configFile, 'utf8')}data: ./other\n`);
    service = await serviceProcess(configFile);
    const officer = await Officer.first({ ...service, controller: 'club' });
    const { client } = await tokenOf(officer);
    const request = accepted((await client.run('openRequest', { input: newRequest() })).openRequest);
    const maker = new DocumentMaker(await buildSchema(), new Dice(SEED), [request.id, 'membership', 'none']);
    const codes = new Map<string, number>();
    let begun = 0;
    for (let sent = 0; sent < DOCUMENTS_SENT; sent += 1) {
      const { sent: texts, ...document } = maker.make();
      const response = await client.send('/graphql', { method: 'POST', body: JSON.stringify(document) });
      const text = await response.text();
      const { errors } = JSON.parse(text) as RawAnswer['body'];
      const code = errors?.[0]?.extensions?.code ?? 'none';
      const told = texts.filter((each) => text.includes(each));
      const internal = (errors ?? []).filter((error) => error.extensions?.code === 'INTERNAL');
      if (response.status >= 500 || told.length > 0 || internal.length > 0) {
        expect({ sent, document, status: response.status, text, told, said: service.said.slice(-1) }).toBe('answered safely');
      }
      codes.set(code, (codes.get(code) ?? 0) + 1);
      if (sent === WARM_UP) begun = service.residentMiB();
    }
    const grown = service.residentMiB() - begun;
    // The generator reaches what it has to: some documents are right, some are wrong in every way there is
    expect([...codes.keys()]).toEqual(
      expect.arrayContaining([
        'none',
        'FORBIDDEN',
        'TOO_MUCH',
        'GRAPHQL_PARSE_FAILED',
        'GRAPHQL_VALIDATION_FAILED',
        'BAD_USER_INPUT',
      ]),
    );
    expect(codes.get('none')).toBeGreaterThan(200);
    expect(grown).toBeLessThan(50);
    expect(service.said.filter((line) => line.includes('"level":50'))).toEqual([]);
  }, 600_000);
});
