import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyArchive } from '@habeas/archive';
import type { PersonOfInterest } from '@habeas/example-worlds';
import { demoCommand } from '../src/demo/demo-command.js';
import { runScene } from '../src/demo/run-scene.js';
import { MEMBER, people, smallHouse } from './small-house.js';

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

  it('says of somebody how one system led to another, from a database to a mailing platform', () => {
    const from = said.findIndex((line) => line.includes('Inês Duarte'));
    const told = said.slice(from + 1).filter((line) => / → (?:crm|tickets|mailings)\./u.test(line));
    const steps = new Set(told.map((line) => line.replace(/^.*told by/u, '')));
    expect([...steps].slice(0, 4)).toEqual([
      ' membership.member → crm.Contact',
      ' crm.Contact → tickets.customer, tickets.order',
      ' tickets.customer → crm.Lead',
      ' crm.Lead → mailings.subscriber',
    ]);
  });

  it('shows a request that nobody touches, and one that an officer releases, each downloaded with a link and a claim code', () => {
    const story = said.slice(said.findIndex((line) => line.includes('asks on the website'))).join('\n');
    const [byItself = '', byOfficer = ''] = story.split('━━').slice(1);
    expect(byItself).toContain('Nobody has touched it.');
    expect(byOfficer).toContain('The officer has released it.');
    for (const told of [byItself, byOfficer]) {
      expect(told).toMatch(/the claim code \d{8}\n/u);
      expect(told).toMatch(/\/ask\/hostel\/d\/lnk_\w+#[\w-]{43}\n/u);
      expect(told).toContain('downloaded by link and claim code, verified');
    }
  });

  it('leaves none of its vendors running', async () => {
    const vendors = join(folder, 'world', 'vendors');
    expect(readdirSync(vendors).sort()).toEqual(['crm', 'mailings', 'tickets']);
    for (const vendor of readdirSync(vendors)) {
      const address = readFileSync(join(vendors, vendor, 'address'), 'utf8').trim();
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
      await expect(fetch(address)).rejects.toThrow('fetch failed');
    }
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

  it('keeps its service up while somebody watches, and says where', async () => {
    const told: string[] = [];
    let seen: Response | undefined;
    let press = (): void => undefined;
    const say = (line: string): void => void told.push(line);
    const asked = {
      then: (done: () => void) => {
        const url = /The service stays up at (\S+)\./u.exec(told.join('\n'))?.[1] ?? '';
        press();
        void fetch(url, { redirect: 'manual' }).then((response) => (seen = response)).finally(done);
      },
    } as unknown as Promise<unknown>; // prettier-ignore
    const onEnter = (act: () => void): void => {
      press = act;
    };
    expect(await demoCommand(['--format', 'json'], { say, asked, isWatched: true, onEnter })).toBe(0);
    expect([seen?.status, seen?.headers.get('location')]).toEqual([302, '/console/']);
    expect(told.at(-1)).toMatch(/^\d{6}$/u); // a code for the console
    expect(told.join('\n')).toMatch(/The console: \S+\/console\/ {3}login: officer {3}password: \S+/u);
    const made = /people: (.*)\/world$/u.exec(told[0] ?? '')?.[1] ?? '';
    expect(readdirSync(made)).toContain('archives');
    rmSync(made, { recursive: true });
  }, 120_000);

  it('says so where what is found is not what its world holds', async () => {
    const house = await smallHouse();
    const { officer } = await people(house);
    const person = { name: 'Ann', shows: '', given: [{ kind: 'email', value: MEMBER }], truth: { included: [], queued: [] } };
    const told: string[] = [];
    const say = (line: string): void => void told.push(line);
    const scene = {
      officer,
      person: person as unknown as PersonOfInterest,
      format: 'json',
      language: 'en',
      folder: house.folder,
      say,
    } as const;
    expect(await runScene(scene)).toBe(false);
    expect(told.at(-1)).toBe('NOT AS THE WORLD WAS BUILT: 0 records and 0 doubtful matches were expected.');
    const nobody = {
      ...scene,
      person: { ...scene.person, given: [{ kind: 'email', value: 'none' }] } as unknown as PersonOfInterest,
    };
    await expect(runScene(nobody)).rejects.toThrow('identifiers[1] (email): this is not an e-mail address');
    await house.stop();
  }, 60_000);

  it('says what it could not do, and leaves nothing running, where its folder is no folder', async () => {
    const told: string[] = [];
    const say = (line: string): void => void told.push(line);
    const file = join(folder, 'service.yaml');
    expect(await demoCommand(['--once', '--out', file], { say, asked: Promise.resolve(), isWatched: false })).toBe(1);
    expect(told).toEqual([`The system refused mkdir ${file} (EEXIST). Check the path, its rights and its disk.`]);
  });

  it.each([[['--format', 'xml']], [['--twice']], [['word']]])('with %s is told what it may be asked', async (args) => {
    const told: string[] = [];
    const say = (line: string): void => void told.push(line);
    expect(await demoCommand(args, { say, asked: Promise.resolve(), isWatched: false })).toBe(2);
    expect(told).toEqual(['command line: this is not understood (npm run demo -- [--out FOLDER] [--once] [--format csv|json])']);
  });
});
