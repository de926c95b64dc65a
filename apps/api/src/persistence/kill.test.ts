import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { describeWithServer } from '@habeas/test-servers/jest';
import Database from 'better-sqlite3';
import { runWithKills } from './testing/kill-run.js';

/** The nightly run has many more (`test/faults`). */
const KILLS = 6;

describe('workers on SQLite that are killed', () => {
  it('have done each step exactly once in the end', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'habeas-kill-'));
    const path = join(folder, 'store.sqlite');
    const { steps, done, wrong, trail } = await runWithKills(`sqlite:${path}`, KILLS);
    expect({ done, wrong, trail }).toEqual({ done: steps, wrong: [], trail: 'holds' });
    const database = new Database(path, { readonly: true });
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    database.close();
    await rm(folder, { recursive: true });
  }, 120_000);
});

describeWithServer('mariadb', 'workers on MariaDB that are killed', (server) => {
  it('have done each step exactly once in the end', async () => {
    const database = await server.createDatabase('kill');
    const { steps, done, wrong, trail } = await runWithKills(database.url, KILLS);
    expect({ done, wrong, trail }).toEqual({ done: steps, wrong: [], trail: 'holds' });
    await database.drop();
  }, 120_000);
});
