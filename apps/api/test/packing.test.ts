import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import type { CaughtMail, MailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted, type ServiceClient } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { Dice } from '../src/testing/dice.js';
import type { ServiceHouse } from './house.js';
import { mailedHouse } from './mailed-house.js';
import { SubjectBrowser, type SubjectPage } from './subject-browser.js';

let house: ServiceHouse;
let catcher: MailCatcher;
let officer: Officer;
let website: ServiceClient;
let folder: string;
let guests: string[];
beforeAll(async () => {
  ({ house, catcher, officer, website } = await mailedHouse());
  folder = mkdtempSync(join(tmpdir(), 'habeas-packing-'));
  guests = house.world.guests
    .filter(({ truth }) => truth.queued.length === 0 && !truth.included.some(({ collection }) => collection === 'reservation'))
    .flatMap(({ given }) => given.filter(({ kind }) => kind === 'email').map(({ value }) => value));
}, 60_000);
afterAll(async () => {
  await house.stop();
  await catcher.close();
  rmSync(folder, { recursive: true });
});

/** A browser of somebody whose answer went out by itself, before its download page. */
async function atDownload(format: 'csv' | 'json' = 'csv', language: 'en' | 'fr' = 'en') {
  const email = guests.shift() ?? '';
  const identifiers = [{ kind: 'email' as const, value: email, provedBy: 'signed in to the website' }];
  const input = { clientKey: `website-${email}`, identifiers, rights: ['access' as const], format, language };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec((await mailTo(email)).text)?.[0] ?? '').split('#');
  const path = new URL(address).pathname;
  const browser = new SubjectBrowser(house.url);
  expect((await browser.post(path, { secret, claimCode })).status).toBe(200);
  return { id: request.id, reference: request.reference, browser, path };
}

async function mailTo(email: string): Promise<CaughtMail> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.to.includes(email) === true && mail.text.includes('#')) return mail;
  }
}

/** The page once the archive is locked. */
async function locked(browser: SubjectBrowser, path: string): Promise<SubjectPage> {
  for (;;) {
    const page = await browser.open(path);
    if (/<a [^>]* download[ >]/u.test(page.html)) return page;
    expect(page.html).toContain('We are locking it');
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

function passphraseOn({ html }: SubjectPage): string {
  return /(?:\d{5}-){5}\d{5}/u.exec(html)?.[0] ?? '';
}

/** Whether a program is on this machine: without it the check is skipped, and the list of skipped tests says so. */
function has(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).error === undefined;
}

describe('a subject who wants the archive locked (DEL-01)', () => {
  (has('7z') ? it : it.skip)(
    'chooses AES on the page, is told a passphrase once, and 7z opens what was cut off 200 times',
    async () => {
      const { browser, path, reference, id } = await atDownload();
      const plain = (await browser.send(`${path}/archive`, { method: 'HEAD' })).headers.get('etag');
      const told = await browser.post(`${path}/packing`, { packing: 'aes' });
      const passphrase = passphraseOn(told);
      expect([told.status, told.title.startsWith('Write down your passphrase')]).toEqual([200, true]);
      const page = await locked(browser, path);
      expect(page.html).not.toContain(passphrase);
      const head = await browser.send(`${path}/archive`, { method: 'HEAD' });
      const etag = head.headers.get('etag') ?? '';
      expect(etag).not.toBe(plain);
      expect(head.headers.get('content-disposition')).toBe(`attachment; filename="export-${reference}.locked.zip"`);
      const bytes = await cutOff(browser, `${path}/archive`, {
        etag,
        size: Number(head.headers.get('content-length')),
        cuts: 200,
      });
      expect(`"${createHash('sha256').update(bytes).digest('hex')}"`).toBe(etag);
      const file = join(folder, 'locked.zip');
      writeFileSync(file, bytes);
      execFileSync('7z', ['x', `-p${passphrase}`, `-o${folder}`, '-y', file]);
      expect((await verifyArchive(join(folder, `export-${reference}.zip`))).ok).toBe(true);
      const { request } = await officer.client.run('requestDelivery', { id });
      expect(request?.delivery).toMatchObject({ completed: 1, left: 4, packing: 'aes', isBeingLocked: false });
    },
    120_000,
  );

  it('is given the whole of another file where a download goes on that began with the plain one', async () => {
    const { browser, path } = await atDownload();
    const plain = await browser.send(`${path}/archive`, { headers: { range: 'bytes=0-99' } });
    await browser.post(`${path}/packing`, { packing: 'age' });
    await locked(browser, path);
    const headers = { range: 'bytes=100-', 'if-range': plain.headers.get('etag') ?? '' };
    const response = await browser.send(`${path}/archive`, { headers });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
    expect(Buffer.from(await response.arrayBuffer()).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /u);
  }, 60_000);

  it('has the plain one again without a passphrase, and nothing changes by what is only fetched or makes no sense', async () => {
    const { browser, path } = await atDownload();
    const etag = async (): Promise<string | null> =>
      (await browser.send(`${path}/archive`, { method: 'HEAD' })).headers.get('etag');
    const plain = await etag();
    expect((await browser.send(`${path}/packing`)).status).toBe(303);
    expect((await browser.post(`${path}/packing`, { packing: 'rar' })).status).toBe(200);
    expect(await etag()).toBe(plain);
    await browser.post(`${path}/packing`, { packing: 'aes' });
    expect(passphraseOn(await browser.post(`${path}/packing`, { packing: 'zip' }))).toBe('');
    expect(await etag()).toBe(plain);
  }, 60_000);

  it('is not there for a browser that was not let in', async () => {
    const { path } = await atDownload();
    expect((await new SubjectBrowser(house.url).post(`${path}/packing`, { packing: 'aes' })).status).toBe(410);
  }, 60_000);
});

describe('an officer who has an archive locked', () => {
  (has('age', '--version') && has('script', '--version') ? it : it.skip)(
    'is told the passphrase, and the subject fetches it locked with the same link',
    async () => {
      const { id, browser, path } = await atDownload();
      const { passphrase } = accepted((await officer.client.run('packArchive', { id, packing: 'age' })).packArchive);
      expect(passphrase).toMatch(/^(?:\d{5}-){5}\d{5}$/u);
      expect((await locked(browser, path)).html).toContain('First unlock the file with the program age');
      const [file, out] = [join(folder, 'locked.zip.age'), join(folder, 'unlocked.zip')];
      writeFileSync(file, Buffer.from(await (await browser.send(`${path}/archive`)).arrayBuffer()));
      spawnSync('script', ['-qec', `age -d -o '${out}' '${file}'`, '/dev/null'], { input: `${passphrase ?? ''}\n` });
      expect((await verifyArchive(out)).ok).toBe(true);
    },
    60_000,
  );
});

describe('what a website hands over', () => {
  it('comes in the format and the language that were chosen (PER-01, FMT-01)', async () => {
    const { browser, path } = await atDownload('json', 'fr');
    const file = join(folder, 'french.zip');
    writeFileSync(file, Buffer.from(await (await browser.send(`${path}/archive`)).arrayBuffer()));
    const names = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).split('\n');
    expect(names.filter((name) => /\/tables\/.*\.(?:csv|json)$/u.test(name)).every((name) => name.endsWith('.json'))).toBe(true);
    expect(names.filter((name) => name.endsWith('.pdf'))).toEqual([expect.stringMatching(/\/report\/report\.fr\.pdf$/u)]);
  }, 60_000);
});

/** One download, cut off so many times at places that are drawn. */
async function cutOff(
  browser: SubjectBrowser,
  path: string,
  { etag, size, cuts }: { readonly etag: string; readonly size: number; readonly cuts: number },
): Promise<Buffer> {
  const dice = new Dice(6);
  const parts: Buffer[] = [];
  let at = 0;
  for (let cut = 0; cut < cuts; cut += 1) {
    const stop = new AbortController();
    const headers = { range: `bytes=${String(at)}-`, 'if-range': etag };
    const response = await browser.send(path, { headers, signal: stop.signal });
    expect(response.status).toBe(206);
    const most = 1 + Math.floor(dice.next() * ((2 * (size - at)) / (cuts - cut + 1)));
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      parts.push(Buffer.from(part.subarray(0, most)));
      at += Math.min(part.length, most);
      break;
    }
    stop.abort();
  }
  const rest = await browser.send(path, { headers: { range: `bytes=${String(at)}-`, 'if-range': etag } });
  return Buffer.concat([...parts, Buffer.from(await rest.arrayBuffer())]);
}
