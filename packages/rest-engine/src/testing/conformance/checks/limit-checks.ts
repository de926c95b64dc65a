import assert from 'node:assert/strict';
import type { Limit } from '../../../pace/limits-schema.js';
import type { SeenRequest } from '../../fake-vendor/fake-vendor.js';
import type { Bench } from '../bench.js';
import { expectWhole } from '../expect.js';
import { readAll } from '../observe.js';
import { sendMany } from './many-requests.js';

/** Requests in one span beyond which a rate is too high to be used up in a test. */
const HIGHEST_RATE = 1500;

/** R6a */
export async function ratesAreKept(bench: Bench): Promise<void> {
  // Jobs that are done at once: while one is waited for, little is sent
  Object.assign(bench.vendor.quirks, { jobPolls: 0, jobWait: 0.001 });
  for (const limit of bench.manifest.limits.filter(({ rate = Infinity }) => rate <= HIGHEST_RATE)) {
    const { rate = 1, per = 1, scope } = limit;
    bench.vendor.forget();
    await sendMany(bench, { scope, enough: Math.ceil(2.2 * rate), source: `rate-${rate}-${per}-${scope ?? ''}` });
    const counted = countedBy(limit, bench.vendor.seen);
    expectNeverMore(counted, rate, per);
    const others = bench.manifest.limits.some((other) => other !== limit && allowedIn(other, per) < rate);
    if (!others) expectUsed(counted, rate, per);
  }
}

/** What another limit lets through in a span, at least. */
function allowedIn({ rate, per = 1 }: Limit, span: number): number {
  return rate === undefined ? Number.POSITIVE_INFINITY : rate * Math.max(1, span / per);
}

interface Counted {
  readonly at: number;
  readonly cost: number;
}

function countedBy({ scope }: Limit, seen: readonly SeenRequest[]): readonly Counted[] {
  return seen.filter((request) => request.route !== 'token' && (scope === undefined || request.scope === scope));
}

function expectNeverMore(counted: readonly Counted[], rate: number, per: number): void {
  let [from, used] = [0, 0];
  for (const { at, cost } of counted) {
    used += cost;
    for (; (counted[from]?.at ?? at) <= at - per; from += 1) used -= counted[from]?.cost ?? 0;
    assert.ok(used <= rate, `${used} requests are sent within ${per} ms, where ${rate} are allowed`);
  }
}

function expectUsed(counted: readonly Counted[], rate: number, per: number): void {
  const [first, last] = [counted[0], counted.at(-1)];
  const elapsed = (last?.at ?? 0) - (first?.at ?? 0);
  const used = counted.reduce((sum, { cost }) => sum + cost, 0);
  const allowed = rate * (elapsed / per);
  assert.ok(elapsed >= per, 'the rate was never reached');
  assert.ok(used >= 0.9 * allowed, `${used} requests are sent where ${Math.floor(allowed)} were allowed`);
}

/** R6b */
export async function concurrencyIsKept(bench: Bench): Promise<void> {
  bench.vendor.quirks.delayMs = 3;
  for (const { concurrency = 1, scope } of bench.manifest.limits.filter((limit) => limit.concurrency !== undefined)) {
    bench.vendor.forget();
    const lanes = concurrency + 3;
    await sendMany(bench, { scope, enough: 8 * lanes, lanes, source: `concurrency-${scope ?? ''}` });
    const most = Math.max(
      ...bench.vendor.seen.filter((each) => scope === undefined || each.scope === scope).map(({ inFlight }) => inFlight),
    );
    if (scope === undefined)
      assert.ok(most <= concurrency, `${most} requests are under way at once, where ${concurrency} are allowed`);
    assert.ok(most > 1 || concurrency === 1, 'nothing is ever under way beside something else');
    assert.ok(bench.vendor.seen.length > 0);
  }
  const session = await bench.open();
  expectWhole(
    (await readAll(bench, session, { collection: session.collections[0]!.name, roots: [], want: 'records' })).done,
    'a read of nobody',
  );
}
