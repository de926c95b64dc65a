import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseVerifierKey, verifyBundle } from '@habeas/vault';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { operate } from '../src/operator/operate.js';
import { assembled } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { member, tokenOf } from './people.js';

/** A word that stands in everything that people write about the request. */
const CANARY = 'zanzibar';

let house: ServiceHouse;
let officer: Officer;
let id: string;
let values: readonly string[];
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.05 }\n');
  officer = await officerOf(house, 'hostel');
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  values = guest.given.map(({ value }) => value);
  id = await assembled(officer, guest, 'fr');
  const { key } = await bundleOf();
  expect(parseVerifierKey(key)).toBeDefined();
  accepted((await officer.client.run('noteDoubt', { id, doubt: { because: 'details_differ', text: `${CANARY} of the guest.` } })).noteDoubt); // prettier-ignore
  accepted(
    (await officer.client.run('releaseRequest', { id, release: { days: 1, reason: `As it is, ${CANARY}.` } })).releaseRequest,
  );
}, 120_000);
afterAll(() => house.stop());

async function bundleOf(
  request = id,
): Promise<{ readonly file: string; readonly pageInEnglish: string; readonly pageInFrench: string; readonly key: string }> {
  const { evidenceBundle } = await officer.client.run('evidenceBundle', { request });
  if (!evidenceBundle) throw new Error('There is no bundle.');
  return evidenceBundle;
}

async function fetched(
  path: string,
  client = officer.client,
): Promise<{ readonly status: number; readonly text: string; readonly response: Response }> {
  const response = await client.send(path);
  return { status: response.status, text: await response.text(), response };
}

async function verdictOn(text: string): Promise<ReturnType<typeof verifyBundle>> {
  const key = parseVerifierKey((await bundleOf()).key);
  return verifyBundle(text, key === undefined ? [] : [key]);
}

function actionsIn(verdict: ReturnType<typeof verifyBundle>): readonly string[] {
  return (verdict.content?.entries ?? []).map(({ line }) => (JSON.parse(line) as { readonly action: string }).action);
}

describe('the figures of a period (LOG-05)', () => {
  const period = { from: '2024-01-01', to: '2026-12-31' };

  it('are seen by officers, auditors and programs that may, and count what was answered', async () => {
    const auditor = await member(house, officer, 'hostel', 'auditor');
    const program = await tokenOf(officer);
    for (const { client } of [officer, auditor, program]) {
      const { months } = accepted((await client.run('figures', thisYear())).figures);
      expect(months).toMatchObject([
        { received: 1, open: 0, answered: 1, inFirstMonth: 1, inTime: 1, automatic: 0, medianDays: 0 },
      ]);
    }
    const reviewer = await member(house, officer, 'hostel', 'reviewer');
    await expect(reviewer.client.run('figures', thisYear())).rejects.toThrow();
  });

  it('are of three years at most', async () => {
    const { figures } = await officer.client.run('figures', { ...period, from: '2020-01-01' });
    expect(figures).toMatchObject({ code: 'INVALID_INPUT' });
  });

  function thisYear(): typeof period {
    const year = new Date().getFullYear();
    return { from: `${String(year - 1)}-12-01`, to: `${String(year + 1)}-01-31` };
  }
});

describe('the evidence bundle of a request (LOG-05)', () => {
  it('is a signed file that holds without the service, with everything that was done, up to its own making', async () => {
    const { file } = await bundleOf();
    const { status, text, response } = await fetched(file);
    expect([status, response.headers.get('cache-control'), response.headers.get('content-disposition')]).toEqual([
      ...[200, 'no-store', expect.stringMatching(/^attachment; filename="hostel-.*-evidence\.json"$/u)],
    ]);
    const verdict = await verdictOn(text);
    expect(verdict.faults).toEqual([]);
    const actions = actionsIn(verdict);
    expect(actions).toEqual(expect.arrayContaining(['request.open', 'request.start', 'request.release', 'identity.doubt']));
    expect([actions[0], actions.at(-1)]).toEqual(['request.open', 'evidence.export']);
    expect(verdict.content?.facts).toMatchObject({
      request: { id, state: 'released', isKept: true },
      proof: { required: expect.any(String), brought: [expect.objectContaining({ kind: 'attested' })] },
      deadlines: { calendar: { id: expect.any(String), version: expect.any(String) } },
      answers: [{ archive: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/u) } }],
    });
  });

  it('holds no value of its subject and no word of anybody, in file and pages', async () => {
    const { file, pageInEnglish, pageInFrench } = await bundleOf();
    for (const path of [file, pageInEnglish, pageInFrench]) {
      const { status, text } = await fetched(path);
      expect(status).toBe(200);
      for (const value of [...values, CANARY]) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
    }
  });

  it('has the reasons, word by word, only where an officer asks for them with a fresh proof', async () => {
    const { file } = await bundleOf();
    const { status, text } = await fetched(`${file}?reasons=included`);
    expect(status).toBe(200);
    expect((await verdictOn(text)).content?.facts).toMatchObject({
      reasons: [{ event: 'release', reason: `As it is, ${CANARY}.` }],
    });
    const auditor = await member(house, officer, 'hostel', 'auditor');
    expect((await fetched(`${file}?reasons=included`, auditor.client)).status).toBe(404);
    expect((await fetched(file, auditor.client)).status).toBe(200);
  });

  it('is a page in each language for people, that loads nothing', async () => {
    const { pageInEnglish, pageInFrench } = await bundleOf();
    const english = await fetched(pageInEnglish);
    expect(english.response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; .*sandbox$/u,
    );
    expect(english.text).toContain('<html lang="en">');
    expect((await fetched(pageInFrench)).text).toContain('<html lang="fr">');
    expect((await fetched(pageInFrench.replace('.fr.', '.de.'))).status).toBe(404);
  });

  it('is for officers and auditors of its controller alone', async () => {
    const { file } = await bundleOf();
    const reviewer = await member(house, officer, 'hostel', 'reviewer');
    const program = await tokenOf(officer);
    for (const { client } of [reviewer, program]) expect((await fetched(file, client)).status).toBe(404);
    expect((await fetched(file, officer.for('club').client)).status).toBe(404);
    expect((await officer.for('club').client.run('evidenceBundle', { request: id })).evidenceBundle).toBeNull();
  });

  it('does not hold once a byte was changed, an entry taken out, or under another key', async () => {
    const { text } = await fetched((await bundleOf()).file);
    const other = parseVerifierKey('example.test/trail+00000000+AAAA');
    expect(other).toBeUndefined();
    expect((await verdictOn(text.replace('"released"', '"refused"'))).faults).not.toEqual([]);
    const value = JSON.parse(text) as { readonly entries: readonly unknown[] };
    const without = JSON.stringify({ ...value, entries: value.entries.toSpliced(3, 1) });
    expect((await verdictOn(`${without}\n`)).faults.map(({ fault }) => fault)).toEqual(['entry-missing', 'changed']);
    expect(verifyBundle(text, []).faults.map(({ fault }) => fault)).toEqual(['other-key', 'checkpoint-other-key']);
  });

  it('can be had by the operator, beside the service', async () => {
    const { request } = await officer.client.run('request', { id });
    const out = join(house.folder, 'evidence.json');
    const said: string[] = [];
    const args = ['evidence', '--controller', 'hostel', '--reference', request?.reference ?? '', '--config', house.configFile];
    expect(await operate([...args, '--out', out], (line) => said.push(line))).toBe(0);
    const verdict = await verdictOn(readFileSync(out, 'utf8'));
    expect([verdict.faults, verdict.content?.facts['made']]).toEqual([[], expect.objectContaining({ by: 'operator' })]);
    expect(said.join('\n')).toContain(verdict.key ?? '-');
    await expect(operate([...args, '--out', out], () => undefined)).rejects.toThrow('exists already');
    const missing = args.with(4, '2020-9999');
    await expect(operate([...missing, '--out', `${out}.2`], () => undefined)).rejects.toThrow('no such request');
    await expect(operate([...args.with(2, 'nobody'), '--out', `${out}.2`], () => undefined)).rejects.toThrow(
      'no such controller',
    );
    expect(execFileSync('stat', ['-c', '%a', out]).toString().trim()).toBe('600');
  });

  it('is there after everything personal was destroyed, as far as it was kept', async () => {
    accepted((await officer.client.run('shredRequest', { id })).shredRequest);
    const { file, pageInEnglish } = await bundleOf();
    const { text } = await fetched(file);
    const verdict = await verdictOn(text);
    expect(verdict.faults).toEqual([]);
    expect(verdict.content?.facts).toMatchObject({ request: { state: 'shredded', isKept: false }, answers: [expect.anything()] });
    expect(actionsIn(verdict)).toEqual(expect.arrayContaining(['request.open', 'request.release', 'request.shred']));
    expect((await fetched(pageInEnglish)).text).toContain('was destroyed');
    for (const value of [...values, CANARY]) expect(text.toLowerCase()).not.toContain(value.toLowerCase());
  });
});
