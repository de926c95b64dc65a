import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FileKeyring } from '@habeas/vault';
import Database from 'better-sqlite3';
import type { CaseFile } from './checker/case-file.js';
import { checkCase } from './checker/check-case.js';
import { filesBelow } from './checker/folder-files.js';
import { live } from './client/life.js';
import { ServiceProcess } from './house/service-process.js';
import { caseOf, check } from './runs/check.js';
import { diceOf } from './runs/dice.js';
import { killAtPoints, killFirstStarts } from './runs/every-point.js';
import { type OpenedHouse, openHouse } from './runs/opening.js';
import { settle } from './runs/quiet.js';
import { killAtRandom } from './runs/random-kills.js';
import { FaultHouse } from './house/fault-house.js';

/** The nightly run takes all points, and two hundred kills (`npm run test:nightly`). */
const POINTS = ['request.open.after-commit', 'gather.segment.before-commit', 'blob.archive.before-link', 'assemble.after-commit'];
const KILLS = 5;
const SEED = Date.now() % 1_000_000;

let opened: OpenedHouse;
beforeAll(async () => {
  opened = await openHouse({
    backend: 'sqlite',
    isMortal: true,
    world: { people: 6, heavyPurchases: 1_100, seededPurchases: 165 },
  });
}, 120_000);
afterAll(() => opened.house.tearDown());

describe('a service on SQLite', () => {
  it(`is killed at fault points and at random moments, and takes every request to its end (seed ${String(SEED)})`, async () => {
    expect(await killAtPoints(opened, POINTS)).toEqual({ points: POINTS.length, missed: [] });
    await killAtRandom(opened, { kills: KILLS, dice: diceOf(SEED), atOnce: 3 });
    expect(opened.house.fleet.deaths).toBe(POINTS.length + KILLS);
  }, 240_000);

  it('gives its steps back when it is asked to end, within 20 seconds and whoever listens', async () => {
    const { clerk, house, window } = opened;
    const [heavy] = house.world.people;
    const id = await clerk.open(heavy!, 'asked-to-end');
    await clerk.start(id);
    const listening = await clerk.listen(id);
    while ((await window.runningSteps()) === 0 && (await clerk.look(id)).state === 'searching') await pause(5);
    const stopping = house.fleet.stop();
    // Long before the connections are closed
    await pause(4_000);
    expect(await window.runningSteps()).toBe(0);
    expect(await stopping).toBeLessThan(20_000);
    await listening.over;
    await house.start();
    await live({ person: heavy!, key: 'asked-to-end', ending: 'waits' }, opened);
  }, 120_000);

  it('destroys what became overdue while it was down, in the order of its time, each once', async () => {
    const { house, window } = opened;
    const before = await window.shreds();
    const [, light] = house.world.people;
    const ids: string[] = [];
    for (const key of ['overdue-1', 'overdue-2', 'overdue-3'])
      ids.push(await live({ person: light!, key, ending: 'released' }, opened));
    await house.fleet.stop();
    const [first, second, third] = ids as [string, string, string];
    const hours = 3_600_000;
    for (const [id, overdue] of [[first, 30], [second, 72], [third, 1]] as const) await window.letBeOverdue(id, overdue * hours); // prettier-ignore
    const oneByOne = readFileSync(house.configFile, 'utf8').replace('worker: {', 'worker: { concurrency: 1,');
    writeFileSync(house.configFile, oneByOne);
    await house.start();
    while (!(await window.isIdle())) await pause(20);
    expect((await window.shreds()).slice(before.length)).toEqual([second, first, third]);
  }, 120_000);

  it('has lost, doubled and mixed up nothing in the end, and none of a thousand texts lies anywhere in clear (LOG-02)', async () => {
    const { house } = opened;
    const [, light] = house.world.people;
    // Whatever chance had the others come to: one of each end is there
    await live({ person: light!, key: 'the-end-released', ending: 'released' }, opened);
    await live({ person: light!, key: 'the-end-shredded', ending: 'shredded' }, opened);
    const metrics = await (await fetch(`${house.fleet.operationsUrl}/metrics`)).text();
    expect(metrics).toContain('habeas_requests');
    writeFileSync(join(house.processFolders[0]!, 'metrics.txt'), metrics);
    const { breaks, counts } = await settle(opened);
    expect(breaks).toEqual([]);
    expect(counts['canaries']).toBeGreaterThanOrEqual(1_000);
    for (const looked of ['acts', 'archives', 'records', 'shredded', 'releases', 'entries', 'searched bytes', 'blobs']) {
      expect([looked, counts[looked]]).toEqual([looked, expect.any(Number)]);
    }
  }, 120_000);
});

/** A copy of what the service has left, for whoever wants to change something in it. */
async function withCopy<T>(use: (given: CaseFile, folder: string) => T | Promise<T>): Promise<T> {
  const { house } = opened;
  const folder = join(house.folder, 'copy');
  mkdirSync(folder);
  try {
    for (const name of readdirSync(house.folder)) {
      if (name !== 'copy') cpSync(join(house.folder, name), join(folder, name), { recursive: true, preserveTimestamps: true });
    }
    const given = JSON.parse(JSON.stringify(caseOf(house)).replaceAll(house.folder, folder)) as CaseFile;
    return await use(given, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a statement in the copy of a store, its guards taken away. */
function change({ store }: CaseFile, sql: string): void {
  const database = new Database((store as { readonly sqlite: string }).sqlite);
  database.exec(`DROP TRIGGER IF EXISTS audit_entry_stands; DROP TRIGGER IF EXISTS audit_entry_stays; ${sql}`);
  database.close();
}

const inStore =
  (sql: string) =>
  (given: CaseFile): void => {
    change(given, sql);
  };
const RELEASED = "(SELECT id FROM request WHERE state = 'released' LIMIT 1)";
const AN_HOUR_AGO = 'unixepoch() * 1000 - 3600000';

/** Each kind of break, planted. */
const PLANTS: readonly (readonly [what: string, invariant: string, plant: (given: CaseFile) => void])[] = [
  ['a request that is gone', 'I1-lawful-state', inStore(`DELETE FROM request WHERE id = ${RELEASED}`)],
  ['a state that no history leads to', 'I1-lawful-state', inStore(`UPDATE request SET state = 'ready' WHERE id = ${RELEASED}`)],
  ['a blob that is gone', 'I1-lawful-state', ({ blobs }) => { archiveBlobs(blobs).forEach((file) => { rmSync(file); }); }], // prettier-ignore
  ['a doubled step', 'I2-once', inStore(
    `DROP INDEX step_request_key; INSERT INTO step SELECT (SELECT MAX(number) FROM step) + 1, id || 'x', controller, request, step_key, kind, workflow_version, state, attempts, due_at, claimable_at, fence, lease_owner, lease_ends_at, problem, progress FROM step LIMIT 1`,
  )], // prettier-ignore
  [
    'a reference that was left out',
    'I2-once',
    inStore("UPDATE request SET reference = '2026-9999' WHERE reference LIKE '%-0001'"),
  ],
  ['a record of another person', 'I3-exact-archive', ({ sources }) => { run(sources.shop, 'DELETE FROM purchase WHERE purchase_id = (SELECT MAX(purchase_id) FROM purchase)'); }], // prettier-ignore
  ['a record that is missing', 'I3-exact-archive', ({ sources }) => { run(sources.letters, "INSERT INTO issue (reader_id, opened_at) VALUES (1, 'now')"); }], // prettier-ignore
  ['a changed archive', 'I3-same-bytes', ({ archives }) => { swap(archives); }], // prettier-ignore
  ['a release that nobody asked for', 'I4-approved', ({ diary }) => { writeFileSync(diary, readFileSync(diary, 'utf8').split('\n').filter((line) => !line.includes('"release"')).join('\n')); }], // prettier-ignore
  ['a key that outlived its request', 'I5-destroyed', inStore("UPDATE request SET data_key = 'x' WHERE state = 'shredded'")],
  ['a cut trail', 'I6-trail', inStore('DELETE FROM audit_entry WHERE sequence = (SELECT MAX(sequence) FROM audit_entry)')],
  ['a changed entry', 'I6-trail', inStore(`UPDATE audit_entry SET actor_id = 'x' WHERE number = 9`)],
  ['a text in a blob', 'I8-nothing-in-clear', ({ blobs, canaries }) => { writeFileSync(join(blobs, 'leak'), `…${canaries.at(9) ?? ''}…`); }], // prettier-ignore
  ['a text in Base64 in the log', 'I8-nothing-in-clear', ({ searched, canaries }) => { writeFileSync(join(searched.at(-1)!, 'leak'), Buffer.from(`x ${canaries.at(40) ?? ''} x`).toString('base64')); }], // prettier-ignore
  [
    'a stuck lease',
    'I10-no-leftovers',
    inStore(`UPDATE step SET state = 'running', lease_owner = 'w', lease_ends_at = ${AN_HOUR_AGO} WHERE number = 1`),
  ],
  [
    'a step that is overdue',
    'I10-no-leftovers',
    inStore(`UPDATE step SET state = 'pending', due_at = ${AN_HOUR_AGO}, claimable_at = ${AN_HOUR_AGO} WHERE number = 1`),
  ],
  ['a temporary file', 'I12-baseline', ({ temporary }) => { writeFileSync(join(temporary[0]!, 'spool'), ''); }], // prettier-ignore
];

function run(file: string, sql: string): void {
  const database = new Database(file);
  database.exec(sql);
  database.close();
}

/** All of them: of one that a crash left behind, nobody misses anything. */
function archiveBlobs(blobs: string): readonly string[] {
  return filesBelow(blobs).filter((file) => file.includes('/archive/'));
}

/** One person's archive under the name of another's. */
function swap(archives: string): void {
  cpSync(join(archives, 'undisturbed-p1.zip'), join(archives, 'undisturbed-p2.zip'));
}

describe('the checker', () => {
  it.each(PLANTS)('sees %s (%s)', async (_, invariant, plant) => {
    const breaks = await withCopy(async (given) => {
      plant(given);
      return (await checkCase(given)).breaks;
    });
    expect(breaks.map((each) => each.invariant)).toContain(invariant);
  });

  it('sees what nobody needs once it is too old', async () => {
    const { breaks } = await withCopy((given) => {
      writeFileSync(join(given.blobs, '.unfinished', 'left'), 'x');
      return checkCase({ ...given, leftoverMs: -1 });
    });
    expect(breaks.map(({ invariant }) => invariant)).toContain('I10-no-leftovers');
  });

  it('ends with a break where it ran as a process of its own', async () => {
    const { check: verdict } = await withCopy((given, folder) => {
      change(given, `UPDATE request SET state = 'ready' WHERE id = ${RELEASED}`);
      return check(given, folder);
    });
    expect(verdict).toBe('broken');
  });
});

describe('a service whose keyring is not that of its store', () => {
  /** Everything that stands in the data folder, but the file beside the store that readers share. */
  const contents = (folder: string): readonly string[] =>
    filesBelow(folder)
      .filter((file) => !/habeas\.db-(?:shm|wal)$/u.test(file))
      .map((file) => `${file} ${readFileSync(file).toString('base64')}`);

  it.each([
    ['is missing', 'it is missing, and this store cannot be read without it', () => Promise.resolve()],
    ['is another one', 'it is not the keyring that this store was sealed with', (file: string) => FileKeyring.create(file)],
  ])(
    'is refused with one message where it %s, and nothing is written',
    async (_, message, replace) => {
      await withCopy(async (_given, folder) => {
        const data = join(folder, 'service', 'data');
        rmSync(join(data, 'keyring.json'));
        await replace(join(data, 'keyring.json'));
        const before = contents(data);
        const process = ServiceProcess.spawn({ configFile: join(folder, 'service', 'service.yaml'), role: 'all', folder });
        expect(await process.up()).toBe(false);
        expect(await process.ended).toEqual({ code: 2, signal: null });
        expect(process.said).toContain(message);
        expect(process.said).not.toContain('    at ');
        expect(contents(data)).toEqual(before);
      });
    },
    60_000,
  );
});

it('a first start that is killed between its steps is followed by one that comes through', async () => {
  const house = await FaultHouse.build({ backend: 'sqlite', isMortal: true, world: { people: 1, heavyPurchases: 1 } });
  try {
    const { points, missed } = await killFirstStarts(house, 12);
    expect([points, missed]).toEqual([expect.any(Number), []]);
    await house.start();
    await house.fleet.stop();
    expect(existsSync(join(house.folder, 'service', 'data', 'keyring.json'))).toBe(true);
  } finally {
    await house.tearDown();
  }
}, 120_000);
