import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Operations } from '../src/client/operations.generated.js';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { assembled, awaiting, places } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

type Ruling = Operations['ruleOnRecord']['variables']['ruling'];

let house: ServiceHouse;
let officer: Officer;
let id: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-rulings-'));
  house = await serviceHouse();
  officer = await officerOf(house, 'hostel');
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  id = await assembled(officer, guest);
}, 90_000);
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true });
});

const ANSWERS = {
  involvement: 'mentioned' as const,
  adverseEffect: { isConcrete: true, what: 'It tells with whom they travelled.' },
  balance: { prevails: 'other' as const, why: 'They have not been asked.' },
};
const REDACT = { ...ANSWERS, outcome: 'redact' as const, redaction: { reconciles: true } };
const WITHHOLD = { ...ANSWERS, outcome: 'withhold' as const, redaction: { reconciles: false, why: 'All of it is theirs.' } };
const DISCLOSE = { involvement: 'author' as const, outcome: 'disclose' as const };

interface Seen {
  readonly recordId: string;
  readonly values: readonly { readonly field: string; readonly json?: string | null }[];
}

/** The records of a collection, as the review shows them. */
async function findings(collection: string): Promise<readonly Seen[]> {
  const page = accepted(
    (await officer.client.run('findings', { request: id, source: 'hostel', collection, first: 50 })).findings,
  );
  return page.edges.map(({ node }) => node);
}

function textIn(record: Seen, field: string): string {
  return JSON.parse(record.values.find((each) => each.field === field)?.json ?? '""') as string;
}

async function rule(ruling: Omit<Ruling, 'source'>): Promise<void> {
  accepted((await officer.client.run('ruleOnRecord', { id, ruling: { source: 'hostel', ...ruling } })).ruleOnRecord);
  await awaiting(officer, id);
}

async function sha256(): Promise<string> {
  return (await officer.client.run('request', { id })).request?.archive?.sha256 ?? '';
}

/** The archive as it stands, and its files by a reader that is not ours. */
async function archive(): Promise<{ readonly zip: string; readonly read: (path: string) => string }> {
  const zip = join(folder, 'archive.zip');
  writeFileSync(zip, Buffer.from(await (await officer.client.send(`/archives/${id}`)).arrayBuffer()));
  return { zip, read: (path) => execFileSync('unzip', ['-p', zip, `*/${path}`], { encoding: 'utf8', maxBuffer: 1 << 28 }) };
}

const rulings = async () => (await officer.client.run('recordRulings', { id })).request?.recordRulings ?? [];

describe('a ruling on single records (TPD-01, TPD-03)', () => {
  it('hides stretches, a value and a record as the findings name them, in archive, report and gate, and is taken back', async () => {
    const before = await sha256();
    const [account] = await findings('compte_client');
    const [booking] = await findings('reservation');
    if (account === undefined || booking === undefined) throw new Error('The guest has an account and a booking.');
    const street = textIn(account, 'courriel');
    const spans = [{ start: 0, end: 4 }];
    await rule({ ...REDACT, collection: 'compte_client', recordId: account.recordId, field: 'courriel', spans });
    await rule({ ...REDACT, collection: 'compte_client', recordId: account.recordId, field: 'prenom' });
    await rule({ ...WITHHOLD, collection: 'reservation', recordId: booking.recordId });

    const { zip, read } = await archive();
    const [told] = JSON.parse(read('data/tables/hostel/compte_client.json')) as Record<string, unknown>[];
    const mark = '[redacted: other person]';
    expect(told).toMatchObject({ courriel: `${mark}${street.slice(4)}`, prenom: mark });
    const bookings = JSON.parse(read('data/tables/hostel/reservation.json')) as Record<string, unknown>[];
    const hidden = bookings.filter((row) => String(row['no_reservation']) === booking.recordId);
    expect(hidden).toMatchObject([{ no_client: mark, date_arrivee: mark }]);
    const lines = JSON.parse(read('data/provenance/redactions.json')) as { field: string; reason: string; decided_by: string }[];
    expect(lines.map(({ field }) => field)).toEqual(expect.arrayContaining(['courriel', 'prenom', 'date_arrivee']));
    const withheld = JSON.parse(read('data/provenance/withheld.json')) as { ground: string; count: number }[];
    const byHand = withheld.filter(({ ground }) => ground.startsWith('redacted-'));
    expect(byHand.map(({ ground, count }) => [ground, count])).toEqual([
      ['redacted-text', 1],
      ['redacted-value', 1],
      ['redacted-record', 1],
    ]);
    expect(read('data/report/report.en.html')).toMatch(/E-mail address, in part \(1 record\)[\s\S]*1 whole record/u);
    expect((await verifyArchive(zip)).problems).toEqual([]);
    const seen = await officer.client.send(`/requests/${id}/report/en.html`);
    expect(await seen.text()).toBe(read('data/report/report.en.html'));

    expect(places(await awaiting(officer, id), 'redaction')).toEqual([
      'compte_client.courriel',
      'compte_client.prenom',
      'reservation.',
    ]);
    expect(await rulings()).toMatchObject([
      { number: 1, recordId: account.recordId, field: 'courriel', stretches: spans, outcome: 'redact', holds: true },
      { number: 2, field: 'prenom', stretches: null, reason: 'third_party', holds: true },
      { number: 3, field: null, outcome: 'withhold', holds: true },
    ]);
    for (const { collection, recordId } of [
      { collection: 'compte_client', recordId: account.recordId },
      { collection: 'reservation', recordId: booking.recordId },
    ]) {
      await rule({ ...DISCLOSE, collection, recordId });
    }
    expect(await sha256()).toBe(before);
    expect((await rulings()).map(({ holds }) => holds)).toEqual([false, false, false, false, false]);
  }, 90_000);

  it('is in the trail by its number, without the record’s key', async () => {
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50, request: id });
    const ruled = auditTrail.edges.filter(({ node }) => node.action === 'request.rule');
    expect(ruled).toHaveLength(5);
    expect(JSON.parse(ruled.at(-1)?.node.details ?? '')).toEqual({
      ...{ state: 'assembling', source: 'hostel', collection: 'compte_client', field: 'courriel' },
      ...{ number: 1, outcome: 'redact', reason: 'third_party', stretches: 1 },
    });
  });

  it('names whose secret is hidden, and why, to the person who reads the report (TPD-05)', async () => {
    const [booking] = await findings('reservation');
    if (booking === undefined) throw new Error('The guest has no booking.');
    const interest = { holder: 'Hostel Soft Ltd', why: 'The number tells how their tariffs are made.' };
    const place = { collection: 'reservation', recordId: booking.recordId, field: 'date_arrivee' };
    await rule({ ...REDACT, ...place, reason: 'trade_secret', interest });
    const { read } = await archive();
    const lines = JSON.parse(read('data/provenance/redactions.json')) as Record<string, unknown>[];
    expect(lines).toContainEqual(expect.objectContaining({ field: 'date_arrivee', reason: 'trade_secret' }));
    const report = read('data/report/report.en.html');
    for (const said of Object.values(interest)) expect(report).toContain(said);
    await rule({ ...DISCLOSE, collection: 'reservation', recordId: booking.recordId });
  }, 60_000);

  it('is refused where it does not stand: without answers, without a holder, of nothing', async () => {
    const [account] = await findings('compte_client');
    const place = { source: 'hostel', collection: 'compte_client', recordId: account?.recordId ?? '', field: 'prenom' };
    const codeOf = async (ruling: Ruling) => {
      const { ruleOnRecord: answer } = await officer.client.run('ruleOnRecord', { id, ruling });
      return answer.__typename === 'Refusal' ? answer.code : undefined;
    };
    expect(await codeOf({ ...place, involvement: 'mentioned', outcome: 'redact' })).toBe('INVALID_INPUT');
    expect(await codeOf({ ...place, ...REDACT, reason: 'trade_secret' })).toBe('INVALID_INPUT');
    const owned = { holder: 'Hostel', why: 'It is the property of the controller.' };
    expect(await codeOf({ ...place, ...REDACT, reason: 'trade_secret', interest: owned })).toBe('INVALID_INPUT');
    expect(await codeOf({ ...place, ...REDACT, recordId: 'none' })).toBe('NOT_FOUND');
    expect(await codeOf({ ...place, ...DISCLOSE })).toBe('NOT_FOUND');
  });
});
