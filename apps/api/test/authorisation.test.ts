import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { may, type Permission, PERMISSIONS, type Role, TOKEN_SCOPES } from '@habeas/core';
import { type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import { DOCUMENTS } from '../src/client/documents.js';
import { accepted, ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import type { ApiContext } from '../src/platform/api-viewer.js';
import { audiences, guardSchema } from '../src/platform/guard-schema.js';
import type { Audience } from '../src/platform/shown.js';
import { buildSchema } from '../src/report/print-schema.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { ask, invite, type Member, member, type RawAnswer, tokenOf } from './people.js';
import { EXAMPLES, type Ids, missingIds, newRequest, OF_PEOPLE } from './root-fields.js';

const ASKERS = ['dpo', 'handler', 'reviewer', 'connector_admin', 'auditor', 'program', 'program without scopes'] as const;
type AskerName = (typeof ASKERS)[number];

/** The example's request has no matches, no tasks, and no messages. */
const OF_A_PART: ReadonlySet<string> = new Set([
  'deleteReceivedTransmission',
  'reviewMatch',
  'doubtfulMatch',
  'task',
  'endTask',
  'endBreach',
  'endDuty',
  'takeTaskFileBack',
  'recordBounce',
  'sendWebhookAgain',
]);

const schema: GraphQLSchema = guardSchema(await buildSchema());
const SHOWN = audiences(schema);
const ROOT = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.keys(type?.getFields() ?? {}).map((field) => ({
    field: field as keyof typeof DOCUMENTS,
    path: `${type?.name ?? ''}.${field}`,
  })),
);

let house: ServiceHouse;
let officer: Officer;
let foreign: Ids;
const askers = new Map<AskerName, Member>();

beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
  officer = await officerOf(house);
  for (const role of ['dpo', 'handler', 'reviewer', 'connector_admin', 'auditor'] as const) {
    askers.set(role, await member(house, officer, 'club', role));
  }
  askers.set('program', await tokenOf(officer));
  askers.set('program without scopes', await bareToken());
  foreign = await idsOf(officer.for('hostel'), officerSession(), passkeyOf(await officerId()));
}, 120_000);
afterAll(() => house.stop());

/** No token is made without a scope: one whose scopes are all gone is as near as it gets. */
async function bareToken(): Promise<Member> {
  const made = await tokenOf(officer, ['request.read']);
  await house.started.service.store.transact(async ({ tokens }) => {
    const row = await tokens.get(made.id);
    if (row !== undefined) await tokens.change({ ...row, scopes: [] });
  });
  return made;
}

function officerSession(): Promise<string> {
  return officer.client.run('sessions').then(({ sessions }) => sessions[0]?.id ?? '');
}

function officerId(): Promise<string> {
  return officer.client.run('viewer').then(({ viewer }) => viewer.id);
}

/** One of everything, of the controller that the officer acts for. */
async function idsOf(by: Officer, session: Promise<string>, passkey: Promise<string>): Promise<Ids> {
  const request = accepted((await by.client.run('openRequest', { input: newRequest() })).openRequest);
  const { sources } = await by.client.run('sources');
  const staff = await invite(by, 'handler');
  const token = await tokenOf(by);
  return {
    ...{ request: request.id, source: sources[0]?.id ?? '', staff: staff.id, token: token.id },
    ...{ session: await session, passkey: await passkey },
  };
}

/** One more session of somebody. */
async function sessionOf(staff: string): Promise<string> {
  const { session: id } = missingIds();
  await house.started.service.store.transact(async ({ sessions, now }) => {
    await sessions.add({
      id,
      staff,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 60_000),
      steppedUpAt: now,
    });
  });
  return id;
}

/** A passkey of somebody. */
async function passkeyOf(staff: string): Promise<string> {
  const { passkey: id } = missingIds();
  const key = { id, staff, name: 'Key', credential: id, publicKey: 'pQECAyYg', transports: [], counter: 0 };
  await house.started.service.store.transact(({ passkeys, now }) => passkeys.add({ ...key, createdAt: now }));
  return id;
}

function asker(name: AskerName): Member {
  const found = askers.get(name);
  if (found === undefined) throw new Error('There is no such asker.');
  return found;
}

/** What the rules of core say, not what the service says of itself. */
function isAllowed(name: AskerName, audience: Audience): boolean {
  if (audience === 'everybody') return true;
  const roles: readonly Role[] = name.startsWith('program') ? ['service'] : [name as Role];
  return may({ roles, scopes: name === 'program' ? TOKEN_SCOPES : [] }, audience);
}

function audienceOf(path: string): Audience {
  const found = SHOWN.get(path);
  if (found === undefined) throw new Error(`${path} has no audience.`);
  return found;
}

function example(field: keyof typeof DOCUMENTS, ids: Ids): object {
  const make = EXAMPLES[field];
  if (make === undefined) throw new Error(`${field} has no example: add one to root-fields.ts.`);
  return make(ids);
}

function namesAnId(field: keyof typeof DOCUMENTS): boolean {
  const marked = { request: '<id>', source: '<id>', staff: '<id>', token: '<id>', session: '<id>', passkey: '<id>' };
  return JSON.stringify(example(field, marked)).includes('<id>');
}

/** The code of what came, whether it is an error, a refusal among results, or a refusal of the whole call. */
function codeOf({ body }: RawAnswer, field: string): string | undefined {
  const result = body.data?.[field] as { readonly __typename?: string; readonly code?: string } | null | undefined;
  return body.errors?.[0]?.extensions?.code ?? body.error?.code ?? (result?.__typename === 'Refusal' ? result.code : undefined);
}

describe('the matrix', () => {
  it('has a document and an example for every root field', () => {
    expect(ROOT.length).toBeGreaterThan(25);
    expect(ROOT.filter(({ field }) => !(field in DOCUMENTS) || !(field in EXAMPLES)).map(({ path }) => path)).toEqual([]);
  });

  it('knows every role', () => {
    const roles = new Set<string>(Object.values(PERMISSIONS).flat());
    expect([...roles].filter((role) => role !== 'service' && !(ASKERS as readonly string[]).includes(role))).toEqual([]);
  });
});

describe.each(ASKERS)('%s', (name) => {
  it('may ask for its own exactly what the schema says', async () => {
    const { client, id } = asker(name);
    const own = await idsOf(officer, sessionOf(id), passkeyOf(id));
    for (const { field, path } of ROOT) {
      const answer = await ask(client, field, example(field, own));
      const code = codeOf(answer, field);
      const isOfPeople = OF_PEOPLE.has(field) && name.startsWith('program');
      if (!isAllowed(name, audienceOf(path)))
        expect({ path, code, data: answer.body.data?.[field] ?? null }).toEqual({ path, code: 'FORBIDDEN', data: null });
      else if (isOfPeople) expect({ path, code }).toEqual({ path, code: 'REFUSED' });
      else {
        expect({ path, errors: answer.body.errors }).toEqual({ path, errors: undefined });
        expect([undefined, 'WRONG_STATE', ...(OF_A_PART.has(field) ? ['NOT_FOUND'] : [])]).toContain(code);
      }
    }
  });

  it('learns nothing of another controller: its ids answer as those that nothing has (LOG-06)', async () => {
    const { client } = asker(name);
    const missing = missingIds();
    const asked = ROOT.filter(({ field }) => namesAnId(field));
    expect(asked.length).toBeGreaterThan(15);
    for (const { field, path } of asked) {
      const theirs = await ask(client, field, example(field, foreign));
      expect({ path, answer: theirs }).toEqual({ path, answer: await ask(client, field, example(field, missing)) });
      if (!isAllowed(name, audienceOf(path))) expect({ path, code: codeOf(theirs, field) }).toEqual({ path, code: 'FORBIDDEN' });
      else expect({ path, seen: seen(theirs, field) }).toEqual({ path, seen: 'nothing' });
    }
  });

  it('cannot act for another controller, and is told what it is told of one that there is none of', async () => {
    const { client } = asker(name);
    const own = missingIds();
    for (const { field, path } of ROOT) {
      const theirs = await ask(client.for('hostel'), field, example(field, own));
      expect({ path, status: theirs.status, code: codeOf(theirs, field) }).toEqual({ path, status: 404, code: 'NOT_FOUND' });
      expect(await ask(client.for('nowhere'), field, example(field, own))).toEqual(theirs);
    }
  });

  it('fetches archives and events of another controller no more than those that are not there', async () => {
    const { client } = asker(name);
    const missing = missingIds();
    for (const path of ['/archives/ID', '/requests/ID/events']) {
      const [theirs, none] = await Promise.all(
        [foreign.request, missing.request].map((id) => raw(client, path.replace('ID', id))),
      );
      expect(theirs?.status).toBe(404);
      expect(theirs).toEqual(none);
    }
  });

  it('is minded by every field of every type, before it is resolved', () => {
    const allowed = new Set((Object.keys(PERMISSIONS) as Permission[]).filter((permission) => isAllowed(name, permission)));
    const fields = allFields();
    expect(fields.length).toBe(SHOWN.size);
    for (const { path, field } of fields) {
      let code = 'resolved';
      try {
        field.resolve?.({}, {}, contextOf(allowed), {} as GraphQLResolveInfo);
      } catch (error) {
        // Resolvers were built without a service: what is not forbidden fails in them, or gives nothing
        code = (error as { extensions?: { code?: string } }).extensions?.code ?? 'resolved';
      }
      expect({ path, code }).toEqual({ path, code: isAllowed(name, audienceOf(path)) ? 'resolved' : 'FORBIDDEN' });
    }
  });
});

describe('nobody', () => {
  it('is answered 401, whatever is asked, in the same words', async () => {
    const answers = await Promise.all(
      ROOT.flatMap(({ field }) =>
        [
          new ServiceClient(house.url),
          new ServiceClient(house.url, { token: 'hbs_tok_none' }),
          new ServiceClient(house.url, { controller: 'hostel' }),
        ].map((client) => ask(client, field, example(field, foreign))),
      ),
    );
    expect([...new Set(answers.map(({ status }) => status))]).toEqual([401]);
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(2);
  });

  it('has no session by its id, by a one-time code, or once it was revoked', async () => {
    const { code } = await invite(officer, 'auditor');
    for (const secret of [await officerSession(), code]) {
      const response = await new ServiceClient(house.url).send('/graphql', {
        method: 'POST',
        body: JSON.stringify({ query: DOCUMENTS.viewer }),
        headers: { cookie: `__Host-sid=${secret}` },
      });
      expect(response.status).toBe(401);
    }
    const leaver = await member(house, officer, 'club', 'auditor');
    const { sessions } = await leaver.client.run('sessions');
    expect(sessions).toMatchObject([{ isThis: true }]);
    expect((await ask(leaver.client, 'revokeSession', { id: sessions[0]?.id })).body).toMatchObject({
      data: { revokeSession: { id: sessions[0]?.id } },
    });
    expect((await ask(leaver.client, 'viewer', {})).status).toBe(401);
  });
});

/** Whether an answer shows that there is something by this id. */
function seen(answer: RawAnswer, field: string): string {
  if (codeOf(answer, field) === 'NOT_FOUND' || (OF_PEOPLE.has(field) && codeOf(answer, field) === 'REFUSED')) return 'nothing';
  const result = answer.body.data?.[field] as { readonly totalCount?: number } | null | undefined;
  return result === null || result?.totalCount === 0 ? 'nothing' : JSON.stringify(answer.body);
}

async function raw(client: ServiceClient, path: string): Promise<{ readonly status: number; readonly body: string }> {
  const response = await client.send(path);
  return { status: response.status, body: await response.text() };
}

function allFields(): readonly { readonly path: string; readonly field: GraphQLField<unknown, ApiContext> }[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !type.name.startsWith('__'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field })));
}

function contextOf(permissions: ReadonlySet<Permission>): ApiContext {
  return { viewer: { permissions } as ApiContext['viewer'], signal: new AbortController().signal };
}
