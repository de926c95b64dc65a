import { describe, expect, it } from '@jest/globals';
import type { ConnectorError } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { systemClock } from '../clock.js';
import { virtualClock, type VirtualClock } from '../testing/index.js';
import type { Limit } from './limits-schema.js';
import { openPace, type Pace, type PaceRequest } from './open-pace.js';

/** A request that went through, in milliseconds of the clock. */
interface Sent extends PaceRequest {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

interface Asked extends PaceRequest {
  /** When it is asked for, and how long it takes. */
  readonly at: number;
  readonly takes: number;
}

const never = new AbortController().signal;

async function run(pace: Pace, clock: VirtualClock, asked: readonly Asked[]): Promise<readonly Sent[]> {
  const start = clock.now();
  const sent: Sent[] = [];
  const one = async ({ at, takes, scope, cost }: Asked, id: number): Promise<void> => {
    await clock.wait(at, never);
    const leave = await pace.enter({ scope, cost }, never);
    const from = clock.now() - start;
    await clock.wait(takes, never);
    leave();
    leave();
    sent.push({ id, scope, cost, from, to: clock.now() - start });
  };
  await clock.runUntil(Promise.all(asked.map(one)));
  return sent.sort((a, b) => a.from - b.from || a.id - b.id);
}

const sum = (sent: readonly Sent[]): number => sent.reduce((total, { cost = 1 }) => total + cost, 0);
const countedBy = ({ scope }: Limit, sent: readonly Sent[]): readonly Sent[] =>
  sent.filter((one) => scope === undefined || one.scope === scope);

/** The most that any span of `per` holds: a fullest one begins with a request. */
function mostWithin(per: number, sent: readonly Sent[]): number {
  return Math.max(0, ...sent.map(({ from }) => sum(sent.filter((other) => other.from >= from && other.from <= from + per))));
}

function mostAtOnce(sent: readonly Sent[]): number {
  return Math.max(0, ...sent.map(({ from }) => sent.filter((other) => other.from <= from && other.to > from).length));
}

const scope = fc.constantFrom(undefined, 'search', 'files');
const limit: fc.Arbitrary<Limit> = fc.oneof(
  fc.record({ rate: fc.integer({ min: 5, max: 20 }), per: fc.integer({ min: 10, max: 5000 }), scope }),
  fc.record({ concurrency: fc.integer({ min: 1, max: 4 }), scope }),
  fc.record({
    rate: fc.integer({ min: 5, max: 20 }),
    per: fc.integer({ min: 10, max: 5000 }),
    concurrency: fc.integer({ min: 1, max: 4 }),
    scope,
  }),
);
const asked: fc.Arbitrary<Asked> = fc.record({
  at: fc.integer({ min: 0, max: 3000 }),
  takes: fc.integer({ min: 0, max: 400 }),
  cost: fc.integer({ min: 1, max: 5 }),
  scope,
});

describe('pace', () => {
  it('never lets more than the rate into any span, nor more than are allowed at once, and lets everybody through', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(limit, { maxLength: 4 }), fc.array(asked, { maxLength: 40 }), async (limits, requests) => {
        const clock = virtualClock();
        const sent = await run(openPace(limits, clock), clock, requests);
        expect(sent).toHaveLength(requests.length);
        for (const one of limits) {
          const counted = countedBy(one, sent);
          if (one.rate !== undefined) expect(mostWithin(one.per!, counted)).toBeLessThanOrEqual(one.rate);
          if (one.concurrency !== undefined) expect(mostAtOnce(counted)).toBeLessThanOrEqual(one.concurrency);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('uses at least nine tenths of what is allowed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 20, max: 60_000 }), async (rate, per) => {
        const clock = virtualClock();
        const requests = Array.from({ length: rate * 12 }, () => ({ at: 0, takes: 0 }));
        const sent = await run(openPace([{ rate, per }], clock), clock, requests);
        const spans = sent.at(-1)!.from / per;
        expect(sum(sent) - rate).toBeGreaterThanOrEqual(0.9 * rate * spans);
      }),
      { numRuns: 30 },
    );
  });

  it('sends requests of one scope in the order of asking, the costly ones too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }), async (costs) => {
        const clock = virtualClock();
        const requests = costs.map((cost) => ({ at: 0, takes: 10, cost }));
        const order: number[] = [];
        const pace = openPace([{ rate: 5, per: 100, concurrency: 3 }], clock);
        const enter = async ({ cost }: { readonly cost: number }, id: number): Promise<void> => {
          const leave = await pace.enter({ cost }, never);
          order.push(id);
          await clock.wait(10, never);
          leave();
        };
        await clock.runUntil(Promise.all(requests.map(enter)));
        expect(order).toEqual(requests.map((_request, id) => id));
      }),
      { numRuns: 30 },
    );
  });

  it('lets a request pass others that wait for a limit it does not count toward', async () => {
    const clock = virtualClock();
    const pace = openPace(
      [
        { rate: 10, per: 1000 },
        { rate: 1, per: 60_000, scope: 'search' },
      ],
      clock,
    );
    const sent = await run(pace, clock, [
      { at: 0, takes: 0, scope: 'search' },
      { at: 0, takes: 0, scope: 'search' },
      { at: 1, takes: 0 },
    ]);
    expect(sent.map(({ id, from }) => [id, from])).toEqual([
      [0, 0],
      [2, 1],
      [1, 61_000],
    ]);
  });

  it('lets nobody of a scope begin in a pause', async () => {
    const clock = virtualClock();
    const pace = openPace([], clock);
    pace.pause('search', 5000);
    pace.pause('search', 1000);
    const sent = await run(pace, clock, [
      { at: 0, takes: 0, scope: 'search' },
      { at: 0, takes: 0 },
    ]);
    expect(sent.map(({ id, from }) => [id, from])).toEqual([
      [1, 0],
      [0, 5000],
    ]);
  });

  it('waits for days where that is what is allowed', async () => {
    const clock = virtualClock();
    const per = 40 * 86_400_000;
    const sent = await run(openPace([{ rate: 1, per }], clock), clock, [
      { at: 0, takes: 0 },
      { at: 0, takes: 0 },
    ]);
    expect(sent[1]!.from).toBe(per + 1000);
  });

  it('refuses a cost that no limit ever allows', async () => {
    const refused = openPace([{ rate: 10, per: 1000 }], virtualClock()).enter({ cost: 11 }, never);
    await expect(refused).rejects.toMatchObject({ errorClass: 'contract' } satisfies Partial<ConnectorError>);
  });

  it('lets those behind go on where one is cancelled', async () => {
    const clock = virtualClock();
    const pace = openPace([{ concurrency: 1 }], clock);
    const leave = await pace.enter({}, never);
    const abort = new AbortController();
    const cancelled = pace.enter({}, abort.signal);
    const behind = pace.enter({}, never);
    abort.abort();
    await expect(cancelled).rejects.toMatchObject({ errorClass: 'aborted' });
    await expect(pace.enter({}, abort.signal)).rejects.toMatchObject({ errorClass: 'aborted' });
    leave();
    (await behind)();
  });

  it('lets those behind go on at once where what one waited for was more than they need', async () => {
    const clock = virtualClock();
    const pace = openPace([{ rate: 5, per: 1000 }], clock);
    await pace.enter({ cost: 3 }, never);
    const abort = new AbortController();
    const cancelled = pace.enter({ cost: 5 }, abort.signal);
    const behind = pace.enter({ cost: 2 }, never);
    abort.abort();
    await expect(cancelled).rejects.toMatchObject({ errorClass: 'aborted' });
    await behind;
  });

  it('keeps time on the machine’s clock', async () => {
    const pace = openPace([{ rate: 1, per: 50 }], systemClock);
    const since = Date.now();
    for (let sent = 0; sent < 3; sent += 1) (await pace.enter({}, never))();
    expect(Date.now() - since).toBeGreaterThanOrEqual(100);
  });
});
