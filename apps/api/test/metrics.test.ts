import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runScene } from '../src/demo/run-scene.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

let house: ServiceHouse;
beforeAll(async () => {
  house = await serviceHouse(
    'worker: { idleSeconds: 0.05 }\ncheckpoints: { directory: ./outside, entries: 1, everySeconds: 0.2 }\n',
  );
  mkdirSync(join(house.folder, 'outside'));
}, 120_000);
afterAll(() => house.stop());

const get = async (path: string): Promise<{ readonly status: number; readonly text: string }> => {
  const response = await fetch(`${house.started.operationsUrl}${path}`);
  return { status: response.status, text: await response.text() };
};
const metric = async (name: string): Promise<number> => {
  const line = (await get('/metrics')).text.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
};
const until = async (holds: () => Promise<boolean>): Promise<void> => {
  for (let look = 0; look < 200 && !(await holds()); look += 1) await new Promise((wake) => setTimeout(wake, 50));
};

describe('/metrics', () => {
  it('tells of requests, steps and the trail, by ids of controllers, states and kinds', async () => {
    const officer = await officerOf(house);
    const [person] = house.world.association;
    await runScene({
      officer,
      person: person!,
      format: 'csv',
      language: 'en',
      folder: join(house.folder, 'out'),
      say: () => undefined,
    });
    expect(await metric('habeas_requests{controller="club",state="released"}')).toBe(1);
    expect(await metric('habeas_requests{controller="hostel",state="needs_attention"}')).toBe(0);
    expect(await metric('habeas_requests_overdue{controller="club"}')).toBe(0);
    expect(await metric('habeas_steps{kind="gather",state="done"}')).toBeGreaterThan(0);
    expect(await metric('habeas_steps{kind="expire",state="pending"}')).toBe(1);
    expect(await metric('habeas_step_duration_seconds_count{kind="assemble",outcome="done"}')).toBe(1);
    expect(await metric('habeas_steps_late')).toBe(0);
    for (const name of ['habeas_trail_waiting_entries', 'habeas_trail_uncovered_entries']) {
      await until(async () => (await metric(name)) === 0);
      expect([name, await metric(name)]).toEqual([name, 0]);
    }
    const behind = /^habeas_checkpoint_behind_entries\{place="directory-[0-9a-f]{16}"\} 0$/mu;
    await until(async () => behind.test((await get('/metrics')).text));
    const { text } = await get('/metrics');
    expect(text).toMatch(behind);
    expect(text).not.toMatch(/version/iu);
    const given = house.world.association.flatMap((each) => each.given.map(({ value }) => value));
    expect([...given, 'req_', 'stf_'].filter((value) => text.includes(value))).toEqual([]);
  }, 60_000);

  it('counts what is overdue, and steps that nobody claims', async () => {
    const { store, worker } = house.started.service;
    worker.stop();
    const past = new Date(Date.now() - 3_600_000);
    await store.transact(async ({ requests, steps }) => {
      const { items } = await requests.page('club', {}, { first: 1 });
      const { item } = items[0]!;
      await requests.change({ ...item, state: 'in_review', dueAt: past, version: item.version + 1 });
      const step = { id: 'stp_late', controller: 'club', request: item.id, key: 'late', workflowVersion: 1 } as const;
      await steps.add({ ...step, kind: 'search', dueAt: past });
      // Of a message nobody is late where there is no mail server
      for (const each of ['1', '2'])
        await steps.add({ ...step, id: `stp_${each}`, key: `mail-${each}`, kind: 'mail', dueAt: past });
    });
    expect(await metric('habeas_requests_overdue{controller="club"}')).toBe(1);
    expect(await metric('habeas_steps_late')).toBe(1);
    expect(await metric('habeas_steps_late_seconds')).toBeGreaterThan(3_000);
    expect(await metric('habeas_steps_unprovided{kind="mail"}')).toBeGreaterThan(1);
  });
});

describe('/readyz', () => {
  it('is not ready without its keyring, and is again when that is back', async () => {
    const keyring = join(house.folder, 'data', 'keyring.json');
    expect(await get('/readyz')).toEqual({ status: 200, text: 'ready\n' });
    renameSync(keyring, `${keyring}.away`);
    expect(await get('/readyz')).toEqual({ status: 503, text: 'the store or the keyring does not answer\n' });
    expect((await get('/healthz')).status).toBe(200);
    renameSync(`${keyring}.away`, keyring);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/')).status).toBe(404);
  });
});
