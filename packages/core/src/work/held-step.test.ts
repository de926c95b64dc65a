import { afterEach, describe, expect, it } from '@jest/globals';
import { systemClock } from '../ports/clock.js';
import type { Store } from '../ports/store.js';
import { pauseRequest } from '../request/decide-request.js';
import { happen } from '../request/change-request.js';
import { OFFICER } from '../testing/request-house.js';
import { memoryStore } from '../testing/store/memory-store.js';
import { bound, stepsOf, stopWorkers, until, working } from '../testing/working.js';
import { LeaseLost } from './step.js';
import type { StepContext } from './step-context.js';

afterEach(stopWorkers);

describe('the lease of a step', () => {
  it('changes nothing for a request that a person has stopped meanwhile', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let context: StepContext | undefined;
    const setting = await working(async (given) => {
      context = given;
      await held;
      return async (transaction, request) => {
        await happen(transaction, request, { event: 'matches-settled', viewer: OFFICER, desk: given.desk }, {});
      };
    });
    await until(() => context !== undefined);
    await pauseRequest(setting.house.desk, OFFICER, setting.request.id);
    await expect(context?.checkpoint(() => Promise.resolve())).rejects.toThrow(LeaseLost);
    context?.report({ round: 9 });
    await new Promise((wake) => setTimeout(wake, 1_100));
    expect((await stepsOf(setting))[0]).not.toHaveProperty('progress');
    go();
    await until(async () => (await stepsOf(setting))[0]?.state === 'cancelled');
    expect((await setting.house.get(setting.request.id)).state).toBe('paused');
    expect(setting.faults).toEqual([]);
  });

  it('tells nobody of the fault of a step that was cancelled meanwhile', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let isRunning = false;
    const setting = await working(async () => {
      isRunning = true;
      await held;
      throw new Error('x');
    });
    await until(() => isRunning);
    await pauseRequest(setting.house.desk, OFFICER, setting.request.id);
    go();
    setting.worker.stop();
    await setting.running;
    expect([setting.faults, (await stepsOf(setting))[0]?.state]).toEqual([[], 'cancelled']);
  });

  it('loses a lease that it cannot renew, and the step learns of it', async () => {
    const store = memoryStore({ clock: systemClock });
    const deaf: Store = { ...bound(store), renew: () => Promise.reject(new Error('The store is gone.')) };
    let context: StepContext | undefined;
    await working(
      (given) => {
        context ??= given;
        return new Promise((_, reject) => {
          given.signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        });
      },
      { store: deaf, leaseMs: 30 },
    );
    await until(() => context?.signal.aborted === true);
    await expect(context?.checkpoint(() => Promise.resolve())).rejects.toMatchObject({ code: 'LEASE_LOST' });
  });

  it('loses a lease that somebody else has', async () => {
    const store = memoryStore({ clock: systemClock });
    const taken: Store = { ...bound(store), renew: () => Promise.resolve(false) };
    let lost = false;
    await working(
      (given) =>
        new Promise(() => {
          given.signal.addEventListener('abort', () => (lost = true));
        }),
      { store: taken, leaseMs: 30 },
    );
    await until(() => lost);
  });

  it('keeps a lease for as long as it works', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    let renewals = 0;
    const store = memoryStore({ clock: systemClock });
    const counting: Store = {
      ...bound(store),
      renew: (claim, leaseMs) => {
        renewals += 1;
        return store.renew(claim, leaseMs);
      },
    };
    const setting = await working(() => held.then(() => () => Promise.resolve()), { store: counting, leaseMs: 60 });
    await until(() => renewals > 4);
    go();
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
    expect((await stepsOf(setting))[0]?.attempts).toBe(1);
  });

  it('gives back what it is doing when it stops, without counting the try', async () => {
    let isRunning = false;
    const setting = await working(
      ({ signal }) =>
        new Promise((_, reject) => {
          isRunning = true;
          signal.addEventListener('abort', () => {
            reject(new Error('stopped'));
          });
        }),
    );
    await until(() => isRunning);
    setting.worker.stop();
    await setting.running;
    expect(await stepsOf(setting)).toMatchObject([{ state: 'pending', attempts: 0 }]);
    expect(setting.faults).toEqual([]);
  });

  it('writes down how far a step is', async () => {
    let go: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (go = resolve));
    const setting = await working(async (context) => {
      context.report({ round: 2 });
      await held;
      return () => Promise.resolve();
    });
    await until(async () => (await stepsOf(setting))[0]?.progress !== undefined);
    expect((await stepsOf(setting))[0]?.progress).toEqual({ round: 2 });
    go();
    await until(async () => (await stepsOf(setting))[0]?.state === 'done');
  });
});
