import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { live } from './client/life.js';
import type { FaultHouse } from './house/fault-house.js';
import { type OpenedHouse, openHouse } from './runs/opening.js';
import { settle } from './runs/quiet.js';

const SIZE = 24 * 1024 * 1024;

/** Mounts a small disk where the data of a house goes. False where this account may not: then there is nothing to test on. */
function mountSmallDisk(folder: string): boolean {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(SIZE)},mode=0700`, 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const canMount = process.getuid?.() === 0 && process.platform === 'linux';
(canMount ? describe : describe.skip)('a service whose disk becomes full', () => {
  let opened: OpenedHouse;
  let data = '';
  beforeAll(async () => {
    opened = await openHouse({ backend: 'sqlite', world: { people: 2, heavyPurchases: 1_100 } }, (house: FaultHouse) => {
      data = join(house.folder, 'service', 'data');
      if (!mountSmallDisk(data)) throw new Error('A small disk cannot be mounted here.');
    });
  }, 120_000);
  afterAll(async () => {
    await opened.house.fleet.abandon();
    execFileSync('umount', [data]);
    await opened.house.tearDown();
  });

  it('says so, loses nothing, and takes every request to its end once there is space', async () => {
    const ballast = join(data, 'ballast');
    fill(ballast);
    const forgiving = { ...opened, forgives: true };
    const [heavy, light] = opened.house.world.people;
    const lives = [
      live({ person: heavy!, ending: 'released', key: 'full-disk-1' }, forgiving),
      live({ person: light!, ending: 'shredded', key: 'full-disk-2' }, forgiving),
    ];
    await pause(3_000);
    const [folder] = opened.house.processFolders;
    expect(readFileSync(join(folder!, 'service.log'), 'utf8')).toMatch(/"code":"(?:store-unavailable|blob-full)"/u);
    rmSync(ballast);
    await Promise.all(lives);
    const { breaks, deaths } = await settle(opened);
    expect([breaks, deaths]).toEqual([[], 0]);
  }, 180_000);
});

/** Writes until nothing more goes in. */
function fill(file: string): void {
  const handle = openSync(file, 'w');
  try {
    for (;;) writeSync(handle, Buffer.alloc(4_096));
  } catch (error) {
    if ((error as { readonly code?: string }).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}
