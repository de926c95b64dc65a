import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, awaiting } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { member, tokenOf } from './people.js';

let house: ServiceHouse;
let officer: Officer;
let id: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-preview-'));
  house = await serviceHouse();
  officer = await officerOf(house, 'hostel');
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  id = await assembled(officer, guest, 'fr');
}, 90_000);
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true });
});

const previews = async () => (await officer.client.run('reportPreviews', { id })).request?.reportPreviews ?? [];

async function seen(path: string, method = 'GET'): Promise<{ readonly response: Response; readonly bytes: Buffer }> {
  const response = await officer.client.send(path, { method });
  return { response, bytes: Buffer.from(await response.arrayBuffer()) };
}

/** A file of the archive as it is handed over, by a reader that is not ours. */
async function handedOver(path: string): Promise<Buffer> {
  const zip = join(folder, 'archive.zip');
  const response = await officer.client.send(`/archives/${id}`);
  writeFileSync(zip, Buffer.from(await response.arrayBuffer()));
  return execFileSync('unzip', ['-p', zip, `*/${path}`], { maxBuffer: 1 << 28 });
}

const ruling = {
  ...{ source: 'hostel', collection: 'colocataire', field: 'nom', involvement: 'mentioned' as const },
  ...{ outcome: 'redact' as const, redaction: { reconciles: true } },
  adverseEffect: { isConcrete: true, what: 'It tells with whom they slept in one room.' },
  balance: { prevails: 'other' as const, why: 'They have not been asked.' },
};

describe('the report before its release (FMT-03)', () => {
  it('is offered in both languages, in print and for programs, at addresses that tell nothing of anybody', async () => {
    const offered = await previews();
    expect(offered.map(({ path }) => path)).toEqual(['en.html', 'fr.html', 'fr.pdf', 'fr.json'].map((each) => `/requests/${id}/report/${each}`)); // prettier-ignore
  });

  it('is a page that loads nothing, is kept by nobody, and is marked as a preview outside its bytes', async () => {
    const { response, bytes } = await seen(`/requests/${id}/report/fr.html`);
    expect(response.status).toBe(200);
    const header = (name: string) => response.headers.get(name);
    expect([header('content-type'), header('cache-control'), header('x-content-type-options'), header('habeas-preview')]).toEqual(
      ['text/html; charset=utf-8', 'no-store', 'nosniff', 'true'],
    );
    expect(header('content-disposition')).toMatch(/^inline; filename="hostel-.*-preview\.fr\.html"$/u);
    expect(header('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; .*frame-ancestors 'none'/u);
    expect(header('content-length')).toBe(String(bytes.length));
    expect(bytes.toString()).toContain('<html lang="fr">');
    const asked = await seen(`/requests/${id}/report/fr.html`, 'HEAD');
    expect([asked.response.status, asked.response.headers.get('content-length'), asked.bytes.length]).toEqual([
      200,
      String(bytes.length),
      0,
    ]);
  });

  it('is in the trail as an act of its own, without a word of anybody', async () => {
    await seen(`/requests/${id}/report/en.html`);
    const { auditTrail } = await officer.client.run('auditTrail', { first: 1, request: id });
    const [entry] = auditTrail.edges;
    expect(entry?.node).toMatchObject({ action: 'report.preview', actorKind: 'staff', object: id, outcome: 'done' });
    expect(JSON.parse(entry?.node.details ?? '')).toEqual({ language: 'en', form: 'html' });
  });

  it('is for the officer alone, with a fresh proof, and only in versions that there are', async () => {
    const reviewer = await member(house, officer, 'hostel', 'reviewer');
    const program = await tokenOf(officer);
    for (const { client } of [reviewer, program]) {
      expect((await client.send(`/requests/${id}/report/fr.html`)).status).toBe(404);
    }
    for (const name of ['en.pdf', 'de.html', 'fr.zip']) {
      expect((await seen(`/requests/${id}/report/${name}`)).response.status).toBe(404);
    }
    expect((await officer.for('club').client.send(`/requests/${id}/report/fr.html`)).status).toBe(404);
    await proofGrowsOld();
    const stale = await seen(`/requests/${id}/report/fr.html`);
    expect([stale.response.status, JSON.parse(stale.bytes.toString())]).toEqual([
      401,
      { error: expect.objectContaining({ code: 'STEP_UP_REQUIRED' }) },
    ]);
    await officer.stepUp();
  });

  it('shows what a decision changed, and is to the byte what is handed over after the release', async () => {
    const before = await seen(`/requests/${id}/report/fr.html`);
    accepted((await officer.client.run('ruleOnField', { id, ruling })).ruleOnField);
    await awaiting(officer, id);
    const offered = await previews();
    const shown = await Promise.all(offered.map(async ({ path }) => (await seen(path)).bytes));
    expect(shown[1]?.equals(before.bytes)).toBe(false);
    accepted((await officer.client.run('releaseRequest', { id, release: { days: 1, reason: 'As it is.' } })).releaseRequest);
    const files = ['report.en.html', 'report.fr.html', 'report.fr.pdf', 'article15.json'];
    for (const [index, name] of files.entries()) {
      expect(shown[index]?.equals(await handedOver(`data/report/${name}`))).toBe(true);
    }
    expect(await previews()).toEqual([]);
    expect((await seen(`/requests/${id}/report/fr.html`)).response.status).toBe(409);
  }, 60_000);
});

/** As if the officer had proved who they are longer ago than counts. */
async function proofGrowsOld(): Promise<void> {
  const { sessions } = await officer.client.run('sessions');
  await house.started.service.store.transact(async ({ sessions: rows, now }) => {
    for (const { id: each } of sessions) {
      const row = await rows.get(each);
      if (row !== undefined) await rows.change({ ...row, steppedUpAt: new Date(now.getTime() - 6 * 60_000) });
    }
  });
}
