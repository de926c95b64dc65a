import assert from 'node:assert/strict';
import type { ConnectorError, ErrorClass } from '@habeas/connector-sdk';
import { HTML_PAGE, refusal, type Fault } from '../../fake-vendor/fault.js';
import { writeAt } from '../../fake-vendor/write-at.js';
import type { ResponseRule } from '../../../call/responses-schema.js';
import type { WaitForm } from '../../../http/waits.js';
import { ANN } from '../../world/people.js';
import type { Bench } from '../bench.js';
import type { RestCheck } from '../check.js';
import { expectFault, expectFaultIs, expectWhole } from '../expect.js';
import { certain, idsOf, locatedOf, readAll, readEvery, readUntilFault, recordIdsOf, rootsOf, search } from '../observe.js';
import { holdingOf, pagedLists, withoutPages } from '../owned.js';
import type { Scenario } from '../scenario.js';
import { unlikeCollections } from '../shapes.js';
import { allSought, searchesOf } from '../subjects.js';
import { lostThingsAreTold, withoutContext } from './context-checks.js';
import { othersAreDelivered } from './closed-checks.js';

/** How long a vendor that is asked too often wants to be left alone, in seconds. */
const PATIENCE_S = 7;
const A_DAY_S = 86_400;

/** That a vendor that fails is waited for, and that what it could not give is told. */
export const faultChecks: readonly RestCheck[] = [
  { id: 'F1', title: 'a vendor that says when to come back is left alone until then', run: throttlesAreWaitedFor },
  { id: 'F2', title: 'what the manifest says of a reply is what it is taken for', run: rulesHold },
  { id: 'F3a', title: 'a token that is no longer good is renewed once', idle: fixedCredentials, run: tokensAreRenewed },
  { id: 'F3b', title: 'credentials that are refused again are a fault', run: refusedCredentialsAreFaults },
  { id: 'F4a', title: 'a fault of the moment costs nothing but time', run: passingFaultsPass },
  { id: 'F4b', title: 'a fault that stays is told, and never taken for nothing there', run: lastingFaultsAreTold },
  {
    id: 'F5',
    title: 'a closed collection is denied, and the others are delivered',
    idle: oneCollection,
    run: othersAreDelivered,
  },
  { id: 'F6', title: 'a budget that is used up stops a read where it can go on', idle: withoutPages, run: budgetsStop },
  { id: 'F7', title: 'errors in a reply of status 200 are faults', idle: noGraphQl, run: errorsInRepliesAreFaults },
  {
    id: 'F9',
    title: 'a shared thing that cannot be looked up makes a read partial, and its records come',
    idle: withoutContext,
    run: lostThingsAreTold,
  },
];

function fixedCredentials({ manifest: { auth } }: Scenario): string | undefined {
  return 'tokenUrl' in auth || auth.type === 'signed-token' ? undefined : 'its credentials are good until somebody changes them';
}

function oneCollection({ manifest: { collections } }: Scenario): string | undefined {
  return Object.keys(collections).length === 1 ? 'there is one collection only' : undefined;
}

function noGraphQl({ manifest: { kind } }: Scenario): string | undefined {
  return kind === 'graphql' ? undefined : 'it is no GraphQL';
}

/** Searches and reads everything of a person: nothing may be missing. */
async function expectAllDelivered(bench: Bench): Promise<void> {
  const session = await bench.open();
  const { located, matches } = await search(bench, session, allSought(bench, ANN));
  for (const { collection, outcome, problem } of located) {
    assert.equal(outcome, 'complete', `the search of ${collection} is ${outcome}: ${problem?.message ?? ''}`);
  }
  const [roots, names] = [certain(matches), unlikeCollections(bench.manifest)];
  for await (const { name, done } of readEvery(bench, session, { roots, names })) expectWhole(done, `the read of ${name}`);
}

async function throttlesAreWaitedFor(bench: Bench): Promise<void> {
  for (const header of [undefined, ...waitHeaders(bench)]) {
    bench.vendor.forget();
    bench.vendor.failNext([refusal(429, header === undefined ? {} : { [header.name]: header.until(bench.clock.now()) })]);
    const session = await bench.open({ source: JSON.stringify(header ?? {}) });
    await bench.run(() => session.check());
    const [first, second] = bench.vendor.seen.filter(({ route }) => route === 'check').map(({ at }) => at);
    assert.ok(first !== undefined && second !== undefined, 'a request that was refused for now is not sent again');
    const waited = second - first;
    const due = header === undefined ? 100 : PATIENCE_S * 1000 - 1000;
    assert.ok(waited >= due, `${header?.name ?? 'no header'}: it is asked again after ${waited} ms`);
    assert.ok(waited <= 60_000, `${header?.name ?? 'no header'}: it is asked again after ${waited} ms only`);
  }
}

interface WaitHeader {
  readonly name: string;
  /** What it says, from a moment on, of the end of the vendor's patience. */
  readonly until: (now: number) => string;
}

/** Every way in which the vendor may say when to come back. */
function waitHeaders({ manifest }: Bench): readonly WaitHeader[] {
  const own = manifest.responses.wait.map(({ header, holds }) => ({ name: header, until: WAITS[holds] }));
  return [{ name: 'retry-after', until: WAITS.seconds }, { name: 'retry-after', until: WAITS.date }, ...own];
}

const inTime = (now: number): number => Math.ceil((now + PATIENCE_S * 1000) / 1000) * 1000;
const WAITS: Readonly<Record<WaitForm, (now: number) => string>> = {
  seconds: () => String(PATIENCE_S),
  milliseconds: () => String(PATIENCE_S * 1000),
  'epoch-seconds': (now) => String(inTime(now) / 1000),
  'epoch-milliseconds': (now) => String(inTime(now)),
  date: (now) => new Date(inTime(now)).toUTCString(),
};

async function rulesHold(bench: Bench): Promise<void> {
  const [first] = searchesOf(bench.manifest);
  assert.ok(first !== undefined);
  await expectPlainDenial(bench, first.collection);
  for (const rule of bench.manifest.responses.rules) {
    for (const status of rule.status) await expectMeaning(bench, rule, status);
  }
}

/** A 403 that no rule speaks of is a right that is missing. */
async function expectPlainDenial(bench: Bench, collection: string): Promise<void> {
  bench.vendor.quirks.denied = new Set([collection]);
  const session = await bench.open({ source: 'denied' });
  bench.vendor.forget();
  const { located } = await search(bench, session, allSought(bench, ANN));
  assert.equal(locatedOf(located, collection).outcome, 'denied');
  bench.vendor.quirks.denied = new Set();
}

async function expectMeaning(bench: Bench, rule: ResponseRule, status: number): Promise<void> {
  const fault = replyOf(rule, status);
  const session = await bench.open({ source: `rule-${status}-${JSON.stringify(rule.is ?? [])}` });
  let isAnswered = false;
  bench.vendor.fail(({ purpose }) => {
    if (purpose?.kind !== 'check' || isAnswered) return undefined;
    isAnswered = true;
    return fault;
  });
  const { means } = rule;
  const check = (): Promise<unknown> => bench.run(() => session.check());
  if (means === 'throttle' || means === 'transient' || means === 'empty') await check();
  else if (means === 'auth' && bench.vendor.door.isRenewable) await check();
  else await expectFault(bench, [means], check);
  assert.ok(isAnswered);
}

function replyOf({ at, is, exists, json }: ResponseRule, status: number): Fault {
  if (json === false) return { ...HTML_PAGE, status } as Fault;
  const said = at === undefined || exists === false ? {} : writeAt({}, at, is?.[0] ?? 'something');
  return { kind: 'reply', status, body: JSON.stringify(said) };
}

async function tokensAreRenewed(bench: Bench): Promise<void> {
  const session = await bench.open();
  await rootsOf(bench, session, ANN);
  bench.vendor.forget();
  bench.vendor.door.revoke();
  bench.vendor.failNext(bench.vendor.door.tokenPath === undefined ? [refusal(401)] : []);
  const roots = await rootsOf(bench, session, ANN);
  for await (const { name, done } of readEvery(bench, session, { roots })) expectWhole(done, `the read of ${name}`);
  const asked = bench.vendor.seen.filter(({ route }) => route === 'token').length;
  assert.ok(asked <= 1, `${asked} tokens are asked for where one would do`);
}

async function refusedCredentialsAreFaults(bench: Bench): Promise<void> {
  bench.vendor.fail(({ route }) => (route === 'token' ? undefined : refusal(401)));
  const session = await bench.open();
  await expectFault(bench, ['auth'], () => bench.run(() => session.check()));
  const asked = bench.vendor.seen.filter(({ route }) => route !== 'token').length;
  assert.ok(asked <= 2, `${asked} requests are sent with credentials that are refused`);
}

const PASSING: readonly Fault[] = [
  refusal(500),
  refusal(503, { 'retry-after': '2' }),
  { kind: 'reset' },
  { kind: 'truncated' },
  HTML_PAGE,
];

async function passingFaultsPass(bench: Bench): Promise<void> {
  for (const fault of PASSING) {
    const failed = new Set<string>();
    // Every request fails when it is first sent
    bench.vendor.fail(({ route, method, target, body }) => {
      const request = `${method} ${target} ${body}`;
      const isFirst = route !== 'token' && !failed.has(request);
      failed.add(request);
      return isFirst ? fault : undefined;
    });
    await expectAllDelivered(bench);
  }
}

async function lastingFaultsAreTold(bench: Bench): Promise<void> {
  const classes: readonly ErrorClass[] = ['transient', 'contract'];
  for (const fault of PASSING) {
    bench.vendor.fail(() => undefined);
    const session = await bench.open({ source: `lasting-${JSON.stringify(fault)}` });
    const roots = await rootsOf(bench, session, ANN);
    bench.vendor.fail(({ route }) => (route === 'token' ? undefined : fault));
    await expectFault(bench, classes, async () => {
      const { located } = await search(bench, session, allSought(bench, ANN));
      for (const { collection, outcome, problem } of located) {
        assert.equal(outcome, 'failed', `the search of ${collection} is ${outcome}, where the vendor is down`);
        throw problemFault(problem);
      }
    });
    for (const name of unlikeCollections(bench.manifest)) {
      await expectFault(bench, classes, () => readAll(bench, session, { collection: name, roots, want: 'records' }));
    }
  }
}

function problemFault(problem: { readonly errorClass: ErrorClass; readonly message: string } | undefined): Error {
  return new Error(problem?.message ?? 'a search failed and does not say why');
}

async function budgetsStop(bench: Bench): Promise<void> {
  const list = pagedLists(bench.manifest).find(({ owner }) => owner !== undefined);
  if (list === undefined) return;
  const holding = holdingOf(list, 3 * bench.vendor.quirks.pageSize);
  bench.hold([holding]);
  const session = await bench.open();
  const roots = await rootsOf(bench, session, holding.person);
  const whole = await readAll(bench, session, { collection: list.collection, roots, want: 'records' });
  const budget = { isSpent: false };
  bench.vendor.fail(({ route }) =>
    budget.isSpent && route !== 'token' ? refusal(429, { 'retry-after': String(A_DAY_S) }) : undefined,
  );
  const request = { collection: list.collection, roots, want: 'records' } as const;
  const stopped = await bench.run(() =>
    readUntilFault(session, request, ({ type }) => {
      budget.isSpent ||= type === 'checkpoint';
    }),
  );
  const fault: ConnectorError = expectFaultIs(bench, ['throttle', 'quota'], stopped.fault);
  assert.ok((fault.retryAfterMs ?? 0) >= A_DAY_S * 1000, 'the fault does not tell when the budget is renewed');
  const cursor = stopped.items.flatMap((item) => (item.type === 'checkpoint' ? [item.cursor] : [])).at(-1);
  assert.ok(cursor !== undefined, 'a read that was stopped by the budget left no checkpoint');
  bench.vendor.fail(() => undefined);
  const rest = await readAll(bench, await bench.open({ source: 'the day after' }), { ...request, resume: cursor });
  assert.deepEqual([...recordIdsOf(stopped.items), ...idsOf(rest.records)], idsOf(whole.records));
}

async function errorsInRepliesAreFaults(bench: Bench): Promise<void> {
  bench.vendor.fail(({ purpose }) =>
    purpose?.kind === 'find'
      ? { kind: 'reply', status: 200, body: '{"data":null,"errors":[{"message":"Internal error"}]}' }
      : undefined,
  );
  const { located } = await search(bench, await bench.open(), allSought(bench, ANN));
  for (const { collection, outcome } of located) {
    assert.equal(outcome, 'failed', `the search of ${collection} is ${outcome}, where the reply holds errors`);
  }
}
