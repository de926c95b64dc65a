import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyArchive } from '@habeas/archive';
import { demoCommand } from '../src/demo/demo-command.js';

describe('the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-demo-test-'));
  const said: string[] = [];
  let code: number;
  beforeAll(async () => {
    const say = (line: string): void => void said.push(line);
    code = await demoCommand(['--once', '--out', folder], { say, asked: Promise.resolve(), isWatched: false });
  }, 180_000);
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const archives = (): readonly string[] => readdirSync(join(folder, 'archives')).filter((name) => name.endsWith('.zip'));

  it('comes to exactly what its world was built to hold', () => {
    expect(code).toBe(0);
    expect(said.filter((line) => line.startsWith('As the world was built'))).toHaveLength(archives().length);
    expect(said.filter((line) => /PROBLEMS|NOT AS/u.test(line))).toEqual([]);
  });

  it('leaves archives that verify', async () => {
    expect(archives().length).toBeGreaterThanOrEqual(3);
    for (const name of archives()) {
      expect(await verifyArchive(join(folder, 'archives', name))).toMatchObject({ ok: true, problems: [] });
    }
  });

  it('names a page that opens', () => {
    const pages = said.filter((line) => line.startsWith('open ')).map((line) => line.slice('open '.length));
    expect(pages).toHaveLength(archives().length);
    for (const page of pages) expect(readFileSync(page, 'utf8')).toMatch(/^<!doctype html>/iu);
  });

  it('leaves a log without a fault', () => {
    expect(readFileSync(join(folder, 'service.log'), 'utf8')).not.toMatch(/"level":(?:40|50)/u);
  });

  it.each([[['--format', 'xml']], [['--twice']], [['word']]])('with %s is told what it may be asked', async (args) => {
    const told: string[] = [];
    const say = (line: string): void => void told.push(line);
    expect(await demoCommand(args, { say, asked: Promise.resolve(), isWatched: false })).toBe(2);
    expect(told).toEqual(['command line: this is not understood (npm run demo -- [--out FOLDER] [--once] [--format csv|json])']);
  });
});
