import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { builtConsole } from '../../src/http/console.routes.js';
import { isTrustedDocument } from '../../src/platform/trusted-documents.js';
import { startService, type StartedService } from '../../src/start.js';
import { serviceLog } from '../house.js';
import { firstOfficer, type SmallFolder, smallFolder } from '../small-house.js';

let folder: string;
let small: SmallFolder;
let started: StartedService;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-console-files-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(join(folder, 'assets', 'index-a1b2c3.js'), 'export {};');
  small = smallFolder();
  started = await startService({ config: small.configFile, role: 'all' }, serviceLog([]), { consoleFolder: folder });
  url = started.url ?? '';
});
afterAll(async () => {
  await started.stop();
  small.remove();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}${path}`, { headers, redirect: 'manual' });
const own = (more: Record<string, string> = {}): Record<string, string> => ({ 'sec-fetch-site': 'same-origin', ...more });

describe('the console, as the service hands it out', () => {
  it.each(['/console', '/console/', '/console/club/requests/req_1?show=all'])(
    'is one page at %s, asked for anew each time',
    async (path) => {
      const response = await get(path);
      expect([response.status, response.headers.get('cache-control'), await response.text()]).toEqual([
        200,
        'no-cache',
        '<!doctype html><title>Console</title>',
      ]);
    },
  );

  it('allows nothing inline, no frame around it, and no script that makes markup of a text (R32)', async () => {
    const policy = ((await get('/console/')).headers.get('content-security-policy') ?? '').split(';');
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'"]),
    );
    expect(policy).toEqual(expect.arrayContaining(["require-trusted-types-for 'script'", "trusted-types 'none'"]));
    expect(policy.join(';')).not.toContain('unsafe');
  });

  it('has files that never change, by the hash in their names', async () => {
    const response = await get('/console/assets/index-a1b2c3.js');
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-type')).toContain('javascript');
    const gone = await get('/console/assets/index-older.js');
    expect([gone.status, gone.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it('is where the address of the service leads', async () => {
    const response = await get('/');
    expect([response.status, response.headers.get('location')]).toEqual([302, '/console/']);
  });

  it('says what to do where it is not built', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'habeas-console-none-'));
    const other = smallFolder();
    const unbuilt = await startService({ config: other.configFile, role: 'all' }, serviceLog([]), { consoleFolder: empty });
    const response = await fetch(`${unbuilt.url ?? ''}/console/`, { headers: { accept: 'text/html' } });
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('npm run build')]);
    await unbuilt.stop();
    other.remove();
    rmSync(empty, { recursive: true });
  });

  it('lies in the package of the console', () => {
    expect(builtConsole()).toMatch(/apps[\\/]web[\\/]dist$/u);
  });
});

describe('who is there', () => {
  it('is told to pages of our own, with how to sign in, and set-up only while there is nobody (R28)', async () => {
    const anonymous = await get('/session', own());
    expect(await anonymous.json()).toEqual({ viewer: null, ways: { provider: false, setUp: true } });
    expect(anonymous.headers.get('cache-control')).toBe('no-store');
    const officer = await firstOfficer({
      ...small,
      started,
      url,
      service: started.service,
      log: [],
      stop: () => Promise.resolve(),
    });
    const who = await officer.client.session<{ viewer: { expiresAt: string } }>('', undefined, 'GET');
    expect(who).toEqual({
      viewer: {
        id: expect.stringMatching(/^stf_/u),
        name: 'The officer',
        expiresAt: expect.any(String),
        controllers: [
          { id: 'club', name: 'Example' },
          { id: 'hostel', name: 'Example' },
        ],
      },
      ways: { provider: false, setUp: false },
    });
  });

  it('is nobody where the session is not one', async () => {
    const response = await get('/session', own({ cookie: '__Host-sid=made-up' }));
    expect(await response.json()).toMatchObject({ viewer: null });
  });

  it('is not told to pages of others (R25)', async () => {
    expect((await get('/session', { 'sec-fetch-site': 'cross-site' })).status).toBe(401);
    expect((await get('/session')).status).toBe(401);
  });
});

describe('the documents of the console', () => {
  it('are trusted to the letter, and nothing that is like them (R22)', () => {
    const viewer = 'query ConsoleViewer { viewer { id controller permissions } }';
    expect([viewer, `${viewer} `, viewer.replace('id', 'kind')].map(isTrustedDocument)).toEqual([true, false, false]);
  });
});
