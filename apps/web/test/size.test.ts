import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const WEB = fileURLToPath(new URL('..', import.meta.url));
const MOST_KB = 250;
const MOST_KB_OF_ALL = 300;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-size-'));
  const args = [
    join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js'),
    'build',
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: WEB,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '' },
  });
  expect([status, stderr]).toEqual([0, '']);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const built = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' });

const kilobytesOf = (scripts: readonly string[]): number =>
  scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0) / 1_000;

describe('the built console', () => {
  it('has at most 250 kB of script at first load, gzipped', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const first = [...page.matchAll(/"\/console\/([^"]+\.js)"/gu)].map(([, name = '']) => name);
    expect(first).not.toEqual([]);
    expect(kilobytesOf(first)).toBeLessThan(MOST_KB);
  });

  it('loads what is not the inbox or a request once somebody goes there, and all of it is small', () => {
    const scripts = built().filter((name) => name.endsWith('.js'));
    expect(scripts.some((name) => name.includes('records-page'))).toBe(true);
    expect(kilobytesOf(scripts)).toBeLessThan(MOST_KB_OF_ALL);
  });

  it('loads each room when somebody goes there, in at most 20 kB gzipped', () => {
    const rooms = built().filter((name) =>
      /(?:overview|sources?|audit|people|tokens|settings|register|received|first-steps|config)-page-[^/]+\.js$/u.test(name),
    );
    expect(rooms.length).toBe(11);
    expect(rooms.map((room) => [room, kilobytesOf([room]) < 20])).toEqual(rooms.map((room) => [room, true]));
  });

  it('loads what reads and writes YAML when somebody edits a data map or a configuration, in at most 40 kB gzipped', () => {
    const editors = built().filter((name) => /(?:map-editor-page|yaml-side)-[^/]+\.js$/u.test(name));
    expect(editors.length).toBe(2);
    expect(kilobytesOf(editors)).toBeLessThan(40);
  });

  it('has nothing inline, and asks nobody else for anything', () => {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const addresses = [...page.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !/^\/console\/assets\/[\w-]+\.(?:js|css)$/u.test(address))).toEqual([]);
    expect(page).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\sstyle=|\son\w+=/u);
  });
});
