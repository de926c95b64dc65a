import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ConnectorError, type ErrorClass, type JsonObject } from '@habeas/connector-sdk';
import { locate } from '@habeas/connector-sdk/testing';
import { refusal, type Fault } from '../../fake-vendor/fault.js';
import { startScriptedServer } from '../../scripted-server.js';
import { ANN, TWIN } from '../../world/people.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectDiscretion, expectFault, expectFaultIs } from '../expect.js';
import { namesOf, readAll, readEvery, rootsOf, search } from '../observe.js';
import { holdingOf, pagedLists } from '../owned.js';
import type { Scenario } from '../scenario.js';
import { allSought, deliveredOthers } from '../subjects.js';
import { unknownRequests } from './contract-checks.js';

const MEGABYTE = 1024 * 1024;

/** That a connector goes where it may, changes nothing, tells nothing, and survives what it is sent. */
export const securityChecks: readonly RestCheck[] = [
  { id: 'X1a', title: 'a redirect to another host is not followed', run: redirectsStayAtHome },
  {
    id: 'X1b',
    title: 'the address of a next page at another host is not followed',
    idle: withoutAddresses,
    run: nextPagesStayAtHome,
  },
  { id: 'X1c', title: 'private addresses are reached only where that is configured', run: privateAddressesAreRefused },
  { id: 'X2', title: 'nothing is sent but what the manifest asks, by GET, or by POST where it says so', run: nothingElseIsSent },
  { id: 'X3', title: 'no fault tells whom was searched, with what credentials, or what was found', run: faultsAreDiscreet },
  { id: 'X4', title: 'credentials stand where they sign requests, and nowhere else', run: credentialsStayPut },
  { id: 'X5a', title: 'a small reply that unpacks to a large one is refused', run: bombsAreRefused },
  { id: 'X5b', title: 'a text of 50 MB in a reply ends in a record or a fault', run: longTextsEndCleanly },
  { id: 'X5c', title: 'a reply that is nested without end is refused', run: nestingIsRefused },
  { id: 'X6', title: 'members named like parts of JavaScript objects are data', run: specialNamesAreData },
];

function withoutAddresses({ manifest }: Scenario): string | undefined {
  return pagedLists(manifest).some(({ pagination }) => pagination.type === 'next')
    ? undefined
    : 'no reply holds addresses that are followed';
}

async function redirectsStayAtHome(bench: Bench): Promise<void> {
  const elsewhere = await startScriptedServer([{ body: {} }]);
  try {
    for (const status of [301, 302, 303, 307, 308]) {
      bench.vendor.fail(({ route }) =>
        route === 'token' ? undefined : refusal(status, { location: `${elsewhere.origin}/stolen` }),
      );
      const session = await bench.open();
      await expectFault(bench, ['egress'], () => bench.run(() => session.check()));
      await expectFault(bench, ['egress'], () => search(bench, session, allSought(bench, ANN)));
    }
    assert.equal(elsewhere.connections(), 0, 'another host was reached');
  } finally {
    await elsewhere.close();
  }
}

async function nextPagesStayAtHome(bench: Bench): Promise<void> {
  const elsewhere = await startScriptedServer([{ body: {} }]);
  try {
    for (const list of pagedLists(bench.manifest).filter(
      ({ pagination, owner }) => pagination.type === 'next' && owner !== undefined,
    )) {
      bench.vendor.quirks.nextOrigin = undefined;
      const holding = holdingOf(list, 3 * bench.vendor.quirks.pageSize);
      bench.hold([holding]);
      const session = await bench.open();
      const roots = await rootsOf(bench, session, holding.person);
      bench.vendor.quirks.nextOrigin = elsewhere.origin;
      await expectFault(bench, ['egress'], () =>
        readAll(bench, session, { collection: list.collection, roots, want: 'records' }),
      );
    }
    assert.equal(elsewhere.connections(), 0, 'another host was reached');
  } finally {
    await elsewhere.close();
  }
}

async function privateAddressesAreRefused(bench: Bench): Promise<void> {
  const session = await bench.open({ config: { network: { private: [], insecure: true } } });
  await expectFault(bench, ['egress'], () => bench.run(() => session.check()));
  assert.equal(bench.vendor.seen.length, 0);
  await expectFault(bench, ['contract'], async () => {
    const plain = await bench.open({ config: { network: { private: ['127.0.0.0/8'], insecure: false } } });
    await bench.run(() => plain.check());
  });
  assert.equal(bench.vendor.seen.length, 0);
}

/** Everything that a session can do, once. */
async function doEverything(bench: Bench): Promise<void> {
  const session = await bench.open();
  await bench.run(() => session.check());
  const roots = await rootsOf(bench, session, TWIN);
  for await (const { name, fields, records } of readEvery(bench, session, { roots })) {
    assert.ok(records.length > 0);
    if (!fields.some(({ type }) => type === 'file')) continue;
    await readAll(bench, session, { collection: name, roots, want: 'files' });
  }
}

async function nothingElseIsSent(bench: Bench): Promise<void> {
  await doEverything(bench);
  assert.deepEqual(unknownRequests(bench), [], 'requests are sent that stand nowhere in the manifest');
  const changing = bench.vendor.seen.filter(({ method }) => method !== 'GET' && method !== 'POST').map(({ method }) => method);
  assert.deepEqual(changing, []);
}

async function faultsAreDiscreet(bench: Bench): Promise<void> {
  const faults: readonly Fault[] = [
    ...[400, 401, 403, 404, 409, 422, 500].map((status): Fault => ({
      kind: 'reply',
      status,
      body: JSON.stringify({ error: `ann@example.org is refused, ${Object.values(bench.scenario.secrets).join()}` }),
    })),
    { kind: 'truncated' },
    { kind: 'reply', status: 200, body: '{"ann@example.org":"ann@example.org"}' },
    { kind: 'reply', status: 200, body: '["ann@example.org"]' },
  ];
  let told = 0;
  for (const fault of faults) {
    bench.vendor.fail(({ route }) => (route === 'token' ? undefined : fault));
    const session = await bench.open({ source: `fault-${told}` });
    for (const work of [() => session.check(), () => locate(session, allSought(bench, ANN))]) {
      const ended = await bench.run<unknown>(work).catch((error: unknown) => error);
      if (ended instanceof Error) expectFaultIs(bench, ALL_CLASSES, ended);
      told += 1;
      problemsIn(ended).forEach((problem) => {
        expectDiscretion(bench, problem);
      });
    }
  }
}

const ALL_CLASSES: readonly ErrorClass[] = ['auth', 'permission', 'not-found', 'throttle', 'quota', 'transient', 'contract'];

type Told = { readonly message: string; readonly remedy?: string };

function problemsIn(ended: unknown): readonly Told[] {
  if (typeof ended !== 'object' || ended === null) return [];
  const located = 'located' in ended ? (ended.located as readonly { readonly problem?: Told }[]) : [];
  const collections = 'collections' in ended ? (ended.collections as readonly { readonly problems: readonly Told[] }[]) : [];
  return [...located.flatMap(({ problem }) => problem ?? []), ...collections.flatMap(({ problems }) => problems)];
}

async function credentialsStayPut(bench: Bench): Promise<void> {
  await doEverything(bench);
  const session = await bench.open();
  const parsed = bench.connector.config.parse(bench.config);
  const shown = `${inspect(session, { depth: 8 })}${inspect(parsed, { depth: 8 })}${JSON.stringify(parsed)}`;
  const isInQuery = bench.vendor.door.parameter !== undefined;
  for (const secret of Object.values(bench.scenario.secrets)) {
    assert.ok(!shown.includes(secret), 'a credential is shown');
    for (const { target, body, route } of bench.vendor.seen) {
      if (route !== 'token') assert.ok(!body.includes(secret), 'a credential stands in the body of a request');
      if (!isInQuery) assert.ok(!decodeURIComponent(target).includes(secret), 'a credential stands in an address');
    }
  }
}

/** Has every reply of a search and of a check be this one; each has to end, and soon. */
async function expectRefused(bench: Bench, fault: Fault, classes: readonly ErrorClass[]): Promise<void> {
  const session = await bench.open();
  bench.vendor.fail(({ route }) => (route === 'token' ? undefined : fault));
  await expectFault(bench, classes, () => bench.run(() => session.check()));
}

async function bombsAreRefused(bench: Bench): Promise<void> {
  const member = gzipSync(Buffer.alloc(MEGABYTE, 0x20));
  const body = Buffer.concat(Array.from({ length: 120 }, () => member));
  const headers = { 'content-encoding': 'gzip' };
  await expectRefused(bench, { kind: 'reply', status: 200, headers, body }, ['contract']);
}

async function longTextsEndCleanly(bench: Bench): Promise<void> {
  const session = await bench.open();
  const roots = await rootsOf(bench, session, ANN);
  const text = 'x'.repeat(50 * MEGABYTE);
  const [root] = roots;
  assert.ok(root !== undefined);
  bench.vendor.fail(({ purpose }) =>
    purpose?.kind === 'read' || purpose?.kind === 'fetch'
      ? { kind: 'reply', status: 200, body: `{"long":"${text}"}` }
      : undefined,
  );
  const read = await bench
    .run(() => readAll(bench, session, { collection: root.collection, roots: [root], want: 'records' }))
    .catch((error: unknown) => error);
  if (read instanceof ConnectorError) expectFaultIs(bench, ['contract', 'transient'], read);
  else assert.ok(!(read instanceof Error), String(read));
}

async function nestingIsRefused(bench: Bench): Promise<void> {
  const depth = 200_000;
  const body = `${'['.repeat(depth)}${']'.repeat(depth)}`;
  await expectRefused(bench, { kind: 'reply', status: 200, body }, ['contract']);
}

async function specialNamesAreData(bench: Bench): Promise<void> {
  bench.vendor.quirks.strangeMembers = true;
  const session = await bench.open();
  const roots = await rootsOf(bench, session, ANN);
  assert.ok(namesOf(roots).length > 0);
  for (const { name } of session.collections) {
    const { records } = await readAll(bench, session, { collection: name, roots, want: 'records' });
    for (const { data } of records) {
      const others = deliveredOthers(data);
      assert.equal(Object.getPrototypeOf(others), Object.prototype, 'a member named __proto__ changes its record');
      assert.ok(
        Object.hasOwn(others, '__proto__') && Object.hasOwn(others, 'constructor'),
        'members with special names do not come',
      );
    }
  }
  assert.equal(({} as JsonObject)['admin'], undefined, 'a member named __proto__ changes every object');
}
