import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import { type MailCatcher, startMailCatcher } from '@habeas/example-worlds';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { type WebhookReceiver, webhookReceiver } from '../src/testing/webhook-receiver.js';
import { awaiting, places } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { tokenOf } from './people.js';
import { SubjectBrowser, type SubjectPage } from './subject-browser.js';

const REASON = { days: 7, reason: 'She is known at the counter.' };
const DIET = { source: 'membership', collection: 'dietary_requirement' };

let house: ServiceHouse;
let catcher: MailCatcher;
let receiver: WebhookReceiver;
let officer: Officer;
let folder: string;
/** What is special in the answer: categories, places, and what stands there. */
let special: string[];
let answer: Answered;
beforeAll(async () => {
  catcher = await startMailCatcher();
  receiver = await webhookReceiver();
  const endpoint = `{ url: '${receiver.url}', secrets: ['whsec_${Buffer.alloc(24, 1).toString('base64')}'], privateNetworks: [127.0.0.0/8] }`;
  house = await serviceHouse(
    `mail: { smtp: '${catcher.url}', from: privacy@example.org }\nwebhooks: { club: { desk: ${endpoint} } }\nworker: { idleSeconds: 0.02 }\n`,
  );
  officer = await officerOf(house, 'club');
  folder = mkdtempSync(join(tmpdir(), 'habeas-special-'));
  answer = await answered();
}, 120_000);
afterAll(async () => {
  await house.stop();
  await receiver.close();
  await catcher.close();
  rmSync(folder, { recursive: true });
});

interface Answered {
  readonly id: string;
  readonly reference: string;
  readonly path: string;
  readonly secret: string;
  readonly claimCode: string;
}

/** A member whose diet is known, whose website has handed her request over, and the answer that an officer has released. */
async function answered(): Promise<Answered> {
  const { client: website } = await tokenOf(officer, ['request.handOver', 'request.read']);
  const identifiers = house.world.association[0]!.given.map(({ kind, value, namespace }) => ({
    ...{ kind, value, provedBy: 'signed in to the website' },
    ...(namespace === undefined ? {} : { namespace }),
  }));
  const input = { clientKey: 'website-special', identifiers, rights: ['access' as const], packing: 'zip' as const };
  const { request, claimCode } = accepted((await website.run('handOverRequest', { input })).handOverRequest);
  const gate = await awaiting(officer, request.id);
  special = [...places(gate, 'special-category').flatMap((place) => place.split('.')), ...(await specialValues(request.id))];
  accepted((await officer.client.run('releaseRequest', { id: request.id, release: REASON })).releaseRequest);
  const [address = '', secret = ''] = (/https?:\/\/\S+#\S+/u.exec(await linkMail())?.[0] ?? '').split('#');
  return { id: request.id, reference: request.reference, path: new URL(address).pathname, secret, claimCode };
}

async function specialValues(request: string): Promise<readonly string[]> {
  const found = accepted((await officer.client.run('findings', { request, ...DIET, first: 5, unmask: true })).findings);
  return found.edges.flatMap(({ node }) =>
    node.values.flatMap(({ field, json }) => (['requirement', 'note'].includes(field) ? [String(JSON.parse(json ?? '""'))] : [])),
  );
}

async function linkMail(): Promise<string> {
  for (let count = 1; ; count += 1) {
    const mail = (await catcher.caught(count))[count - 1];
    if (mail?.text.includes('#') === true) return mail.text;
  }
}

/** Somebody at the page of the download. */
async function letIn(): Promise<SubjectBrowser> {
  const browser = new SubjectBrowser(house.url);
  expect((await browser.post(answer.path, { secret: answer.secret, claimCode: answer.claimCode })).status).toBe(200);
  return browser;
}

async function fetched(browser: SubjectBrowser, headers: Record<string, string> = {}): Promise<Buffer> {
  return Buffer.from(await (await browser.send(`${answer.path}/archive`, { headers })).arrayBuffer());
}

/** The page once the file is there. */
async function withFile(browser: SubjectBrowser): Promise<SubjectPage> {
  for (;;) {
    const page = await browser.open(answer.path);
    if (/<a [^>]* download[ >]/u.test(page.html)) return page;
    await new Promise((wake) => setTimeout(wake, 20));
  }
}

describe('an answer with special categories (SPC-03)', () => {
  it('hands nobody its plain file before they have chosen it: not by the page, not by its address, not in part', async () => {
    const browser = await letIn();
    const page = await browser.open(answer.path);
    expect(page.html).toContain('First lock the file');
    expect(page.html).not.toMatch(/<a [^>]* download[ >]/u);
    for (const headers of [{}, { range: 'bytes=0-99' }, { 'if-none-match': '"x"' }]) {
      expect((await fetched(browser, headers)).toString('latin1')).toMatch(/^<!doctype html>/iu);
    }
    const head = await browser.send(`${answer.path}/archive`, { method: 'HEAD' });
    expect([head.headers.get('content-type'), head.headers.get('content-disposition')]).toEqual([
      'text/html; charset=utf-8',
      null,
    ]);
    const { request } = await officer.client.run('requestDelivery', { id: answer.id });
    expect(request).toMatchObject({ wantedPacking: 'aes', delivery: { packing: 'aes', isLockAwaited: true, completed: 0 } });
  });

  (spawnSync('7z', { stdio: 'ignore' }).error === undefined ? it : it.skip)(
    'is locked by one press, and opens with the passphrase that is shown once',
    async () => {
      const browser = await letIn();
      const told = await browser.post(`${answer.path}/packing`, { packing: 'aes' });
      const [passphrase = ''] = /(?:\d{5}-){5}\d{5}/u.exec(told.html) ?? [];
      expect((await withFile(browser)).html).not.toContain(passphrase);
      const file = join(folder, 'locked.zip');
      writeFileSync(file, await fetched(browser));
      execFileSync('7z', ['x', `-p${passphrase}`, `-o${folder}`, '-y', file]);
      expect((await verifyArchive(join(folder, `export-${answer.reference}.zip`))).ok).toBe(true);
    },
    60_000,
  );

  it('is had plain by a further choice, whose words say what that means, and which the trail names', async () => {
    const browser = await letIn();
    const page = await browser.open(answer.path);
    expect(page.html).toContain('Whoever uses that device, or gets hold of the file, can read everything in it.');
    await browser.post(`${answer.path}/packing`, { packing: 'zip' });
    expect((await fetched(browser)).toString('latin1')).toMatch(/^PK/u);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: answer.id, action: 'delivery.pack' });
    expect(JSON.parse(auditTrail.edges[0]?.node.details ?? '{}')).toEqual({
      ...{ packing: 'zip', wanted: 'aes', because: 'special_categories' },
    });
  });

  it('is told of by no e-mail, webhook, line of the log or metric with a category, a field or a value of it', async () => {
    const words = [...new Set(special)].filter((word) => word.length > 3);
    expect(words).toEqual(expect.arrayContaining(['dietary_requirement', 'requirement']));
    expect(words.length).toBeGreaterThan(3);
    const metrics = await (await fetch(`${house.started.operationsUrl}/metrics`)).text();
    const told: Readonly<Record<string, readonly string[]>> = {
      mails: (await catcher.caught(1)).flatMap(({ subject, text }) => [subject, text]),
      webhooks: receiver.calls.map((call) => JSON.stringify(call)),
      log: house.log,
      metrics: [metrics],
    };
    const all = [...words, 'pd:', 'special', 'health', 'religio', 'dietary', 'art9'];
    for (const [name, texts] of Object.entries(told)) {
      expect([name, texts.length > 0]).toEqual([name, true]);
      const text = texts.join('\n').toLowerCase();
      expect([name, all.filter((word) => text.includes(word.toLowerCase()))]).toEqual([name, []]);
    }
  });
});
