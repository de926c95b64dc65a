import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Officer } from '../src/demo/officer.js';
import { assembled } from './assembled-request.js';
import { officerOf, type ServiceHouse, serviceHouse } from './house.js';
import { invite, member } from './people.js';

let house: ServiceHouse;
let officer: Officer;
beforeAll(async () => {
  house = await serviceHouse('worker: { idleSeconds: 0.02 }\n');
  officer = await officerOf(house);
}, 120_000);
afterAll(() => house.stop());

/** A file of the register, for whoever has the session. */
const registerFile = (by: Officer, format: string): Promise<Response> =>
  by.client.send(`/register/${format}`, { method: 'GET', headers: { 'habeas-controller': 'club' } });

describe('what the rooms of the console ask for', () => {
  it('tells what a source holds, in words and as its file, and never a credential', async () => {
    const { dataMap } = await officer.client.run('dataMap', { source: 'membership', language: 'fr' });
    expect(dataMap.yaml).toMatch(/^#|^dataMap: 1/u);
    expect(dataMap.file).toMatch(/^[\w.-]+\.yaml$/u);
    expect([dataMap.problem, dataMap.yaml?.includes('password:')]).toEqual([null, false]);
    const member = dataMap.collections.find(({ name }) => name === 'member');
    expect(member).toMatchObject({ title: 'Adhérent', activity: 'membership', isSearched: true });
    const identifying = dataMap.collections.flatMap(({ fields }) => fields.map(({ identifies }) => identifies));
    expect(identifying).toEqual(expect.arrayContaining(['email', 'phone', null]));
    expect(dataMap.collections.flatMap(({ references }) => references).some(({ isOwned }) => isOwned)).toBe(true);
    expect(dataMap.collections.flatMap(({ fields }) => fields).some(({ isSecret }) => isSecret)).toBe(true);
    const { sources } = await officer.client.run('sources');
    const { coverage } = sources.find(({ id }) => id === 'membership') ?? {};
    expect(coverage?.fields).toBeGreaterThan(coverage?.categorised ?? Infinity);
    await expect(officer.client.run('dataMap', { source: 'none', language: 'en' })).rejects.toThrow();
  });

  it('checks a data map as it would be read at the start, and keeps nothing of it', async () => {
    const { dataMap } = await officer.client.run('dataMap', { source: 'membership', language: 'en' });
    const check = async (yaml: string): Promise<unknown> => (await officer.client.run('checkDataMap', { yaml })).checkDataMap;
    expect(await check(dataMap.yaml ?? '')).toEqual([]);
    const wrong = await check((dataMap.yaml ?? '').replace('activity:', 'activitee:'));
    expect(wrong).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/^collections\./u), line: expect.any(Number) }),
    ]);
    expect(await check('collections: [')).not.toEqual([]);
  });

  it('tells when a source was searched last and how it ended, and how many of its collections drifted', async () => {
    const before = await officer.client.run('sources');
    expect(before.sources.map(({ lastSearch }) => lastSearch)).toEqual(before.sources.map(() => null));
    await assembled(officer, house.world.association[0]!);
    await officer.client.run('checkSource', { id: 'membership' });
    const { sources } = await officer.client.run('sources');
    const membership = sources.find(({ id }) => id === 'membership');
    expect(membership?.lastSearch).toMatchObject({ at: expect.any(String), troubles: [] });
    expect(membership?.lastSearch?.collections).toBeGreaterThan(0);
    expect(membership?.lastCheck).toMatchObject({ sound: true, drifted: 0 });
  });

  it('tells the names of the collections that stood in the way of an answer, and nothing of whom it was for', async () => {
    const { store } = house.started.service;
    await store.transact(async ({ requests }) => {
      const [first] = (await requests.page('club', {}, { first: 1 })).items;
      if (first === undefined) throw new Error('There is no request.');
      const failed = { outcome: 'failed', blocking: true, message: 'It timed out.', remedy: 'Start it.' };
      const ledger = first.item.ledger.map((line, index) => (index === 0 ? { ...line, ...failed } : line));
      await requests.change({ ...first.item, ledger, version: first.item.version + 1 });
    });
    const troubles = (await officer.client.run('sources')).sources.flatMap(({ lastSearch }) => lastSearch?.troubles ?? []);
    expect(troubles).toEqual([
      { collection: expect.any(String), outcome: 'failed', message: 'It timed out.', remedy: 'Start it.' },
    ]);
  });

  it('verifies the chain of the trail while others write it, and that is in it too (R82)', async () => {
    const both = await Promise.all([officer.client.run('trailVerdict'), officer.client.run('trailVerdict')]);
    for (const { trailVerdict } of both) {
      expect(trailVerdict).toMatchObject({ holds: true, fault: null, line: null, unsigned: 0 });
      expect(trailVerdict.head).toMatch(/^[0-9a-f]{64}$/u);
    }
    const { auditTrail } = await officer.client.run('auditTrail', { first: 10 });
    expect(auditTrail.edges.filter(({ node }) => node.action === 'audit.verify')).toHaveLength(2);
  });

  it('tells of activities whose data they are, where they lie and how long they are kept (RET-01)', async () => {
    const { register } = await officer.client.run('register', { language: 'fr' });
    const activity = register?.activities.find(({ id }) => id === 'membership');
    expect(activity).toMatchObject({ subjects: [expect.any(String)], systems: [expect.any(String)] });
    expect(activity?.retention[0]).toMatchObject({
      period: '2 ans',
      days: 731,
      from: 'à compter de la fin de l’adhésion',
      then: 'delete',
    });
    expect(register?.recipients.map(({ countries }) => countries)).toContainEqual(['worldwide']);
  });

  it('hands out the register in the form of the CNIL’s template, to those who may see it, and notes that', async () => {
    const types = await Promise.all(
      ['ods', 'xlsx', 'csv'].map(async (format) => {
        const response = await registerFile(officer, format);
        return [response.status, response.headers.get('content-disposition'), (await response.arrayBuffer()).byteLength > 500];
      }),
    );
    expect(types).toEqual(['ods', 'xlsx', 'csv'].map((format) => [200, `attachment; filename="club-register.${format}"`, true]));
    expect((await registerFile(officer, 'pdf')).status).toBe(404);
    const handler = await member(house, officer, 'club', 'handler');
    expect((await handler.client.send('/register/ods', { method: 'GET', headers: { 'habeas-controller': 'club' } })).status).toBe(
      404,
    );
    const { auditTrail } = await officer.client.run('auditTrail', { first: 50 });
    expect(auditTrail.edges.filter(({ node }) => node.action === 'register.export')).toHaveLength(3);
  });

  it('tells what a token can be given', async () => {
    const { tokenScopes } = await officer.client.run('tokenScopes');
    expect(tokenScopes).toContain('request.open');
    expect(tokenScopes).not.toContain('request.release');
    expect((await invite(officer, 'auditor')).id).toMatch(/^stf_/u);
  });
});
