import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { connectToServer } from '@habeas/test-servers';
import { describeWithPrivateServer } from '@habeas/test-servers/jest';
import { Redis } from 'ioredis';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

describeWithPrivateServer('redis', 'a service that tells its workers through Redis', (start) => {
  let server: Awaited<ReturnType<typeof start>>;
  let house: ServiceHouse;
  let watched: Redis;
  let monitor: Redis;
  const seen: string[] = [];

  beforeEach(async () => {
    server = await start();
    watched = new Redis(server.url);
    monitor = await watched.monitor();
    for (const connection of [watched, monitor]) connection.on('error', () => undefined); // the test takes its server away
    monitor.on('monitor', (_time: string, args: readonly string[]) => seen.push(args.join(' ')));
    const settings = `redis: ${server.url}\ndispatch: { reconcileSeconds: 0.5 }\nworker: { idleSeconds: 0.05 }\n`;
    house = await serviceHouse(settings);
  }, 120_000);
  afterEach(async () => {
    monitor.disconnect();
    watched.disconnect();
    await house.stop();
    await server.stop();
  });

  const operations = async (path: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${house.started.operationsUrl}${path}`);
    return { status: response.status, text: await response.text() };
  };
  const metric = async (name: string): Promise<number> => {
    const line = (await operations('/metrics')).text.split('\n').find((each) => each.startsWith(`${name} `));
    return Number(line?.slice(name.length));
  };
  const searched = async (client: ServiceClient, email: string, clientKey: string): Promise<string> => {
    const identifiers = [{ kind: 'email', value: email, provedBy: 'answered a mail' }] as const;
    const input = { clientKey, identifiers, rights: ['access'], format: 'json' } as const;
    const opened = accepted((await client.run('openRequest', { input })).openRequest);
    await client.run('startRequest', { id: opened.id });
    for (let look = 0; look < 600; look += 1) {
      const { request } = await client.run('request', { id: opened.id });
      if (request !== null && ['in_review', 'awaiting_release', 'needs_attention'].includes(request.state)) return request.state;
      await pause(50);
    }
    throw new Error('The request did not get there.');
  };

  it('works on requests, shows Redis nothing of anybody, and goes on when Redis is gone', async () => {
    const { client } = await officerOf(house);
    const people = house.world.association.slice(0, 3);
    const emails = people.flatMap(({ given }) => given.filter(({ kind }) => kind === 'email').slice(0, 1));
    const states = await Promise.all(emails.map(({ value }, index) => searched(client, value, `key-told-${String(index)}`)));
    expect(states).not.toContain('needs_attention');
    let taken = 0; // counted when the step is over; a worker may also find a step by itself before its hint comes
    for (let look = 0; look < 100 && taken < 1; look += 1) {
      await pause(20);
      taken = await metric('habeas_wakes_total{outcome="taken"}');
    }
    expect(taken).toBeGreaterThanOrEqual(1);
    expect(await metric('habeas_redis_up')).toBe(1);
    expect(await operations('/readyz')).toEqual({ status: 200, text: 'ready\nredis: there\n' });

    const redis = connectToServer('redis', server.url);
    const keys = (await redis.run('KEYS', '*')) as readonly string[];
    const held = await Promise.all(keys.map((key) => redis.run('DUMP', key)));
    const everything = [...seen, ...keys, ...held.map(String)].join('\n');
    expect(everything).toMatch(/\bstp_\w+/u);
    const values = house.world.association.concat(house.world.hostel).flatMap(({ given }) => given.map(({ value }) => value));
    expect(values.length).toBeGreaterThan(3);
    expect(values.filter((value) => everything.includes(value))).toEqual([]);
    expect(everything).not.toMatch(/\b(?:req_\w+|club|hostel|search|gather)\b/u);

    await server.kill();
    expect(await searched(client, 'nobody@example.org', 'key-alone-1')).toBe('awaiting_release');
    expect(await operations('/readyz')).toEqual({ status: 200, text: 'ready\nredis: gone, workers look at the ledger\n' });
    expect([await metric('habeas_redis_up'), house.log.filter((line) => line.includes('redis-gone')).length]).toEqual([0, 1]);
    expect(house.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  }, 120_000);
});
