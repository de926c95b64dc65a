import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { sampleRequest } from '@habeas/core/testing';
import { connectToServer, type RedisServer } from '@habeas/test-servers';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { hintJob, QUEUE_NAME } from './hint.js';
import { notedAfter, type ToldOptions, type ToldWorker, toldWorker } from './testing/told-worker.js';

describeWithPrivateServer('redis', 'work that is told through Redis', (start) => {
  let folder: string;
  let url: string;
  let redis: RedisServer;
  let server: Awaited<ReturnType<typeof start>>;
  const stops: (() => Promise<unknown>)[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'habeas-told-'));
    server = await start();
    url = server.url;
    redis = connectToServer('redis', url);
  });
  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const worker = async (name: string, more: Partial<ToldOptions> = {}): Promise<ToldWorker> => {
    const storeUrl = `sqlite:${join(folder, 'store.sqlite')}`;
    const started = await toldWorker({ name, storeUrl, redisUrl: url, ...more });
    stops.push(() => started.stop());
    return started;
  };
  /** Somebody else who uses the same queue. */
  const stranger = (): { readonly queue: Queue; readonly connection: Redis } => {
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    connection.on('error', () => undefined);
    stops.push(() => {
      connection.disconnect();
      return Promise.resolve();
    });
    return { connection, queue: new Queue(QUEUE_NAME, { connection, prefix: 'habeas' }) };
  };
  const until = async (holds: () => Promise<boolean> | boolean, what: string): Promise<void> => {
    for (let look = 0; look < 1_000; look += 1) {
      if (await holds()) return;
      await pause(20);
    }
    throw new Error(`It did not come to this in 20 seconds: ${what}.`);
  };
  const ids = (count: number, name = 'step'): string[] => Array.from({ length: count }, (_, index) => `${name}-${index}`);
  const allDone = (one: ToldWorker, count: number): Promise<void> =>
    until(async () => (await one.effects()).size >= count, `${count} steps are done`);
  const once = async (one: ToldWorker, expected: readonly string[]): Promise<void> => {
    expect(Object.fromEntries(await one.effects())).toEqual(Object.fromEntries(expected.map((id) => [id, 1])));
  };

  it('is shared by two workers, and each step is done once', async () => {
    const first = await worker('first', { handler: notedAfter(30) });
    const second = await worker('second', { handler: notedAfter(30) });
    await first.add(...ids(30));
    await allDone(first, 30);
    await once(first, ids(30));
    expect(first.dispatch.counts.taken).toBeGreaterThan(3);
    expect(second.dispatch.counts.taken).toBeGreaterThan(3);
    expect([first.faults, second.faults]).toEqual([[], []]);
  });

  it('puts ids of steps into Redis, and nothing else', async () => {
    const watched = new Redis(url);
    const monitor = await watched.monitor();
    const seen: string[] = [];
    monitor.on('monitor', (_time: string, args: readonly string[]) => seen.push(args.join(' ')));
    stops.push(() => {
      monitor.disconnect();
      watched.disconnect();
      return Promise.resolve();
    });
    const busy = await worker('busy', { handler: notedAfter(5_000), concurrency: 1 });
    await busy.add(...ids(3));
    await until(() => busy.dispatch.counts.told === 3, 'all are told');
    const keys = (await redis.run('KEYS', '*')) as readonly string[];
    expect(keys.every((key) => key.startsWith('habeas:steps:'))).toBe(true);
    const jobs = keys.filter((key) => /:step-\d\.\d$/u.test(key));
    expect(jobs.length).toBeGreaterThanOrEqual(3);
    for (const key of jobs) {
      const stepId = /(step-\d)\.\d$/u.exec(key)?.[1];
      expect(JSON.parse(String(await redis.run('HGET', key, 'data')))).toEqual({ stepId, v: 1 });
      expect(await redis.run('HGET', key, 'name')).toBe('step');
    }
    const { id, controller, reference } = sampleRequest();
    const everything = [...seen, ...(await dumped(redis, keys))].join('\n');
    expect(everything).toContain('step-2');
    for (const word of [id, reference, 'search', 'busy']) expect(everything).not.toContain(word);
    expect(everything).not.toMatch(new RegExp(`\\b${controller}\\b`, 'u'));
  });

  it('goes on after everything in Redis is lost, because the reconciler tells again', async () => {
    const one = await worker('one', { handler: notedAfter(40), reconcileMs: 500 });
    const two = await worker('two', { handler: notedAfter(40), reconcileMs: 500 });
    await one.add(...ids(40));
    await until(async () => (await one.effects()).size > 3, 'work has begun');
    await redis.run('FLUSHALL');
    await allDone(one, 40);
    await once(one, ids(40));
    expect([one.log, two.log, one.faults, two.faults]).toEqual([[], [], [], []]);
  });

  it('goes on while Redis is gone, is told again when it is back, and says so once', async () => {
    const one = await worker('one', { handler: notedAfter(20), reconcileMs: 500 });
    await one.add(...ids(10));
    await server.kill();
    await one.add(...ids(10, 'alone'));
    await allDone(one, 20);
    await until(() => !one.dispatch.isReaching(), 'Redis is gone');
    // A hint is given up after its own time, and the work may be done before that
    await until(() => one.dispatch.counts.lost > 0, 'a hint that nobody took is counted');
    await pause(1_500);
    expect(one.log).toEqual(['redis-gone']);
    server = await start({ like: url });
    await until(() => one.dispatch.isReaching(), 'Redis is back');
    const { taken } = one.dispatch.counts;
    await one.add(...ids(10, 'again'));
    await allDone(one, 30);
    await once(one, [...ids(10), ...ids(10, 'alone'), ...ids(10, 'again')]);
    expect(one.dispatch.counts.taken).toBeGreaterThan(taken);
    expect([one.log, one.faults]).toEqual([['redis-gone', 'redis-back'], []]);
  });

  it('does nothing twice after an older snapshot comes back', async () => {
    const one = await worker('one', { handler: notedAfter(20), concurrency: 1, reconcileMs: 500 });
    await one.add(...ids(12));
    await redis.run('SAVE');
    const [, home] = (await redis.run('CONFIG', 'GET', 'dir')) as readonly string[];
    const snapshot = readFileSync(join(home ?? '', 'dump.rdb'));
    await until(async () => (await one.effects()).size > 6, 'half of it is done');
    await server.kill();
    server = await start({ like: url, files: { 'dump.rdb': snapshot } });
    await one.add(...ids(5, 'new'));
    await until(() => one.dispatch.isReaching(), 'Redis is back');
    await allDone(one, 17);
    await until(async () => (await redis.run('LLEN', 'habeas:steps:wait')) === 0, 'the old hints are used up');
    await once(one, [...ids(12), ...ids(5, 'new')]);
    expect(one.dispatch.counts.idle).toBeGreaterThan(0);
  });

  it('begins without Redis, and is told once it is there', async () => {
    await server.kill();
    const one = await worker('one');
    expect([one.dispatch.isReaching(), one.log]).toEqual([false, ['redis-gone']]);
    await one.add('a');
    await allDone(one, 1);
    server = await start({ like: url });
    await until(() => one.dispatch.isReaching(), 'Redis is there');
    await one.add('b');
    await allDone(one, 2);
    await until(() => one.dispatch.counts.taken === 1, 'the hint was counted');
  });

  it('does a step once that is told twice, and takes no notice of what is no hint', async () => {
    const one = await worker('one', { handler: notedAfter(100) });
    const { queue } = stranger();
    await one.add('a');
    await queue.add('step', { stepId: 'a', v: 1 }, { jobId: 'another', removeOnComplete: true });
    await queue.add('step', { stepId: 'a', v: 2, more: true }, { removeOnComplete: true });
    await queue.add('step', { stepId: 'unknown', v: 1 }, { removeOnComplete: true });
    await until(() => one.dispatch.counts.idle === 3, 'three hints came to nothing');
    await allDone(one, 1);
    await once(one, ['a']);
  });

  it('goes to another worker where the one that had the hint was killed', async () => {
    const { queue, connection } = stranger();
    let isTaken = false;
    const killed = new Worker(QUEUE_NAME, () => new Promise(() => (isTaken = true)), {
      ...{ connection, prefix: 'habeas', lockDuration: 300, stalledInterval: 300 },
    });
    await queue.addBulk([hintJob({ id: 'a', fence: 0 })]);
    await until(() => isTaken, 'it was taken');
    await killed.close(true);
    const one = await worker('one');
    await until(() => one.dispatch.counts.idle === 1, 'it was given to somebody else, who found no step yet');
    await one.add('a');
    await allDone(one, 1);
  });

  it('is given back when its worker stops, and another one has it at once', async () => {
    const leaving = await worker('leaving', { handler: notedAfter(60_000) });
    await leaving.add('a', 'b');
    await until(() => leaving.dispatch.counts.told === 2, 'both are told');
    await until(async () => (await redis.run('LLEN', 'habeas:steps:active')) === 2, 'both are taken');
    const staying = await worker('staying');
    const begin = performance.now();
    await leaving.stop();
    expect(performance.now() - begin).toBeLessThan(5_000);
    await allDone(staying, 2);
    await once(staying, ['a', 'b']);
    expect(staying.dispatch.counts.taken).toBe(2);
    await until(async () => (await redis.run('LLEN', 'habeas:steps:active')) === 0, 'nothing is left');
    expect(await staying.store.nextDueAt()).toBeUndefined();
  });

  it('keeps nobody waiting for a server that does not answer, and goes on without it', async () => {
    const one = await worker('one');
    await one.add('a');
    await until(() => one.dispatch.counts.taken === 1, 'it was told');
    await redis.run('CLIENT', 'PAUSE', '8000', 'ALL');
    const begin = performance.now();
    await one.add('b');
    expect(performance.now() - begin).toBeLessThan(500);
    await allDone(one, 2);
    expect(performance.now() - begin).toBeLessThan(7_000);
    expect([one.dispatch.counts.lost, one.log]).toEqual([1, ['redis-gone']]);
    await until(() => one.dispatch.isReaching(), 'it answers again');
    await one.add('c');
    await allDone(one, 3);
    await once(one, ['a', 'b', 'c']);
  });

  it('goes on while Redis takes nothing because its memory is full, and says so once', async () => {
    const one = await worker('one');
    await redis.run('CONFIG', 'SET', 'maxmemory', '1');
    for (const id of ['a', 'b', 'c']) await one.add(id);
    await allDone(one, 3);
    expect([one.dispatch.isReaching(), one.dispatch.counts.lost, one.log]).toEqual([false, 3, ['redis-refuses']]);
    await redis.run('CONFIG', 'SET', 'maxmemory', '0');
    await one.add('d');
    await until(() => one.dispatch.isReaching(), 'it takes something again');
    await one.add('e');
    await allDone(one, 5);
    expect(one.log).toEqual(['redis-refuses', 'redis-back']);
  });

  it('stops in time while Redis is gone', async () => {
    const one = await worker('one');
    await one.add('a');
    await allDone(one, 1);
    await server.kill();
    await until(() => !one.dispatch.isReaching(), 'Redis is gone');
    const begin = performance.now();
    await one.stop();
    expect(performance.now() - begin).toBeLessThan(6_000);
  });
});

/** Everything that a few keys hold, as Redis would write it to disk. */
async function dumped(redis: RedisServer, keys: readonly string[]): Promise<readonly string[]> {
  const values = await Promise.all(keys.map((key) => redis.run('DUMP', key)));
  return [...keys, ...values.map(String)];
}
