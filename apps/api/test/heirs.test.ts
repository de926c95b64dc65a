import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyArchive } from '@habeas/archive';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Operations } from '../src/client/operations.generated.js';
import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';
import { awaiting, gateOf } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';

type Representation = Operations['decideRepresentation']['variables']['representation'];
type Ruling = Operations['ruleForPurpose']['variables']['ruling'];

let house: ServiceHouse;
let officer: Officer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'habeas-heirs-'));
  house = await serviceHouse();
  officer = await officerOf(house, 'hostel');
}, 90_000);
afterAll(async () => {
  await house.stop();
  rmSync(folder, { recursive: true });
});

const HEIR: Representation = {
  ...{ outcome: 'accepted', reason: 'The notary’s deed was seen.', evidence: 'deed_of_inheritance' },
  ...{ answerTo: 'representative', sendTo: 'heir@example.org' },
  ...{ diedOn: '2020-02-03', purpose: 'estate_settlement', isForbidden: false },
};

/** Asks in the name of a guest, and works until the answer waits. */
async function asked(given: Partial<Operations['openRequest']['variables']['input']> = {}): Promise<string> {
  const [guest] = house.world.hostel;
  if (guest === undefined) throw new Error('The hostel has nobody.');
  const identifiers = guest.given.map(({ kind, value, namespace }) => ({
    kind,
    value,
    namespace,
    provedBy: 'the deed names it',
  }));
  const wanted = { rights: ['access' as const], format: 'json' as const, language: 'en' as const, onBehalf: 'heir' as const };
  const input = { clientKey: `key-${String(Math.random())}`, identifiers, ...wanted, ...given };
  const { id } = accepted((await officer.client.run('openRequest', { input })).openRequest);
  await officer.client.run('startRequest', { id });
  await awaiting(officer, id);
  return id;
}

const decide = async (id: string, representation: Partial<Representation> = {}) =>
  (await officer.client.run('decideRepresentation', { id, representation: { ...HEIR, ...representation } })).decideRepresentation;

async function rule(id: string, ruling: Partial<Ruling> = {}): Promise<void> {
  const places = [{ source: 'hostel', collection: 'reservation' }];
  const whole = { purpose: 'estate_settlement' as const, isNeeded: true, places, reason: 'What is owed for stays.', ...ruling };
  accepted((await officer.client.run('ruleForPurpose', { id, ruling: whole })).ruleForPurpose);
  await awaiting(officer, id);
}

const release = async (id: string) =>
  (await officer.client.run('releaseRequest', { id, release: { days: 7, reason: 'Decided.' } })).releaseRequest;
const partOf = async (id: string) => (await officer.client.run('heirPart', { id })).request?.heirPart;

/** The collections of the part of an heir: bookings, and all others. */
async function collectionsOf(id: string) {
  const { collections = [] } = (await partOf(id)) ?? {};
  const others = collections.filter(({ collection }) => collection !== 'reservation');
  const bookings = collections.find(({ collection }) => collection === 'reservation');
  return { all: collections, others, bookings: bookings ?? { records: -1, needed: -1, standing: '' } };
}

async function codesOf(id: string): Promise<readonly string[]> {
  return ((await gateOf(officer, id))?.gate?.reasons ?? []).map(({ code }) => code);
}

/** The archive as it stands, by a reader that is not ours. */
async function archiveOf(id: string) {
  const zip = join(folder, `${id}.zip`);
  writeFileSync(zip, Buffer.from(await (await officer.client.send(`/archives/${id}`)).arrayBuffer()));
  const names = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).split('\n');
  const read = (path: string): string =>
    execFileSync('unzip', ['-p', zip, `*/${path}`], { encoding: 'utf8', maxBuffer: 1 << 28 });
  const everything = execFileSync('unzip', ['-p', zip], { encoding: 'latin1', maxBuffer: 1 << 28 });
  const tables = names.flatMap((name) => /data\/tables\/(.*)$/u.exec(name)?.[1] ?? []).filter((name) => !name.endsWith('/'));
  return { zip, read, tables, everything };
}

/** A value that stands in the guest's account, and nowhere in their bookings. */
async function firstNameOf(id: string): Promise<string> {
  const place = { request: id, source: 'hostel', collection: 'compte_client', first: 5 };
  const page = accepted((await officer.client.run('findings', place)).findings);
  const json = page.edges[0]?.node.values.find(({ field }) => field === 'ville')?.json;
  return JSON.parse(json ?? '""') as string;
}

describe('the answer to an heir, through the API (PER-05)', () => {
  it('heir case returns only the purpose-limited subset: the archive in JSON, its tables, its provenance and its report', async () => {
    const id = await asked();
    expect(await codesOf(id)).toContain('heir');
    expect(await release(id)).toMatchObject({ __typename: 'Refusal', code: 'WRONG_STATE' });
    accepted(await decide(id));
    expect(await release(id)).toMatchObject({ code: 'WRONG_STATE', message: expect.stringContaining('heir') });
    const before = await partOf(id);
    expect(before).toMatchObject({ purpose: 'estate_settlement', isRuled: false, rulings: [] });
    const unruled = await collectionsOf(id);
    expect(unruled.all.every(({ standing, needed }) => standing === 'unruled' && needed === 0)).toBe(true);
    expect((await archiveOf(id)).tables).toEqual([]);

    await rule(id);
    const part = await partOf(id);
    const { bookings, others } = await collectionsOf(id);
    expect(bookings).toMatchObject({ standing: 'needed', needed: bookings.records });
    expect(part?.rulings).toMatchObject([
      { isNeeded: true, reason: 'What is owed for stays.', places: [{ collection: 'reservation' }] },
    ]);

    const { zip, read, tables, everything } = await archiveOf(id);
    expect(tables).toEqual(['hostel/reservation.json']);
    expect(JSON.parse(read('data/tables/hostel/reservation.json'))).toHaveLength(bookings.records);
    const outside = (JSON.parse(read('data/provenance/withheld.json')) as { ground: string; collection: string; count: number }[])
      .filter(({ ground }) => ground === 'outside-purpose')
      .map(({ collection, count }) => [collection, count]);
    expect(outside.sort()).toEqual(others.map(({ collection, records }) => [collection, records]).sort());
    const town = await firstNameOf(id);
    expect(town).not.toBe('');
    expect(everything).not.toContain(town);
    expect((await verifyArchive(zip)).problems).toEqual([]);
    expect(read('data/report/report.en.html')).toMatch(/what is needed to settle the estate, and nothing else/u);
    expect(read('data/report/report.en.html')).toMatch(/records? that we hold (?:is|are) outside this purpose/u);
    expect(read('data/report/report.en.html')).not.toContain('Everything else that we hold');
    expect(read('data/report/report.fr.html')).toMatch(/nécessaire au règlement de la succession, et rien d’autre/u);
    expect(JSON.parse(read('data/report/article15.json'))).toMatchObject({ forHeir: { purpose: 'estate_settlement' } });

    accepted(await release(id));
    expect((await archiveOf(id)).tables).toEqual(['hostel/reservation.json']);
  }, 90_000);

  it('is as limited in CSV and for portability, and by single records', async () => {
    const id = await asked({ format: 'csv', rights: ['portability'] });
    accepted(await decide(id));
    const place = { request: id, source: 'hostel', collection: 'reservation', first: 5 };
    const page = accepted((await officer.client.run('findings', place)).findings);
    const recordId = page.edges[0]?.node.recordId ?? '';
    await rule(id, { places: [{ source: 'hostel', collection: 'reservation', recordId }] });
    const { zip, read, tables, everything } = await archiveOf(id);
    expect(tables).toEqual(['hostel/reservation.csv']);
    expect(read('data/tables/hostel/reservation.csv').trim().split('\r\n')).toHaveLength(2);
    const total = (await collectionsOf(id)).bookings.records;
    const left = read('data/provenance/withheld.csv')
      .split('\r\n')
      .filter((line) => line.startsWith('hostel,reservation,,outside-purpose,'));
    expect(left.map((line) => Number(line.split(',').at(-1)))).toEqual(total > 1 ? [total - 1] : []);
    expect(everything).not.toContain(await firstNameOf(id));
    expect((await verifyArchive(zip)).problems).toEqual([]);
  }, 90_000);

  it('is ruled anew for another purpose, and can be that nothing is needed', async () => {
    const id = await asked();
    accepted(await decide(id));
    await rule(id);
    accepted(await decide(id, { purpose: 'digital_goods' }));
    expect(await partOf(id)).toMatchObject({ purpose: 'digital_goods', isRuled: false, rulings: [] });
    expect(await release(id)).toMatchObject({ code: 'WRONG_STATE' });
    const old = await officer.client.run('ruleForPurpose', {
      id,
      ruling: { purpose: 'estate_settlement', isNeeded: false, places: [], reason: 'x' },
    });
    expect(old.ruleForPurpose).toMatchObject({ code: 'INVALID_INPUT' });
    await rule(id, { purpose: 'digital_goods', isNeeded: false, places: [], reason: 'There are no pictures.' });
    const { tables, read } = await archiveOf(id);
    expect(tables).toEqual([]);
    expect(read('data/report/report.en.html')).toContain('Your purpose needs none of what we hold.');
    expect(accepted(await release(id))).toMatchObject({ state: 'released' });
  }, 90_000);

  it('is never given against what the deceased has directed, nor by what they clicked away in terms of use', async () => {
    const id = await asked();
    const directive = { kind: 'specific' as const, directs: 'erase' as const, givenOn: '2019-01-01', executor: 'Ida Sample' };
    const consented = { ...directive, consentOn: '2019-01-01' };
    expect(await decide(id, { directives: [consented] })).toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('erased'),
    });
    accepted(await decide(id, { directives: [directive] }));
    const { request } = await officer.client.run('requestProof', { id });
    expect(request?.proof.representation).toMatchObject({ directive: null });
    const named = { ...consented, directs: 'recipients' as const, recipients: 'Ida Sample', givenOn: '2019-05-05' };
    expect(await decide(id, { directives: [consented, named] })).toMatchObject({ code: 'INVALID_INPUT' }); // another heir
    accepted(await decide(id, { directives: [consented, named], isNamed: true }));
    const told = (await officer.client.run('requestProof', { id })).request?.proof.representation;
    expect(told).toMatchObject({ directive: { kind: 'specific', directs: 'recipients' } });
    const trail = await officer.client.run('auditTrail', { first: 50, request: id });
    expect(JSON.stringify(trail)).not.toContain('Ida Sample');
  }, 90_000);
});
