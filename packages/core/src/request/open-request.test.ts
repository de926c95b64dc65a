import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { openRequest, type NewRequest } from './open-request.js';
import { openCaseFile, openSubjectFile } from './sealed-files.js';
import { shredRequest } from './shred-request.js';
import { cancelRequest } from './decide-request.js';
import { findingsOf } from './gathered.js';
import { subjectOf } from './given-subject.js';
import { searchFor } from './work/discover-subject.js';

let house: RequestHouse;
beforeEach(() => {
  house = requestHouse([]);
});
afterEach(() => house.stop());

const ANN: NewRequest = {
  identifiers: [
    { kind: 'email', value: 'ann@example.org' },
    { kind: 'id', value: '7', namespace: 'crm.member' },
    { kind: 'name', value: 'Ann', part: 'given', provedBy: 'a card' },
  ],
  rights: ['access', 'access'],
  format: 'csv',
  language: 'fr',
};
const open = (given: Partial<NewRequest>, key = 'k', fingerprint = 'f'): ReturnType<typeof openRequest> =>
  openRequest(house.desk, OFFICER, { ...ANN, ...given }, { key, fingerprint });

describe('openRequest', () => {
  it('notes what came, when an answer is due from its receipt (INT-01), and waits for proof', async () => {
    const receivedAt = new Date('2026-01-31T12:00:00Z');
    const opened = await open({ receivedAt });
    expect(opened).toMatchObject({
      state: 'received',
      rights: ['access'],
      reference: '2026-0001',
      identifierKinds: ['email', 'id', 'name'],
      dueAt: new Date('2026-02-28T23:00:00Z'), // when that day is over in Paris
    });
    expect(await openSubjectFile(house.vault, opened)).toEqual({ identifiers: ANN.identifiers });
    expect(await openCaseFile(house.vault, opened)).toMatchObject({ matches: [], identifiers: [], reviews: [] });
  });

  it.each(['2018-05-24T23:59:59Z', '2999-01-01T00:00:00Z'])('is not one that was received on %s', async (text) => {
    await expect(open({ receivedAt: new Date(text) })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('is done once for one key, and refuses the key for anything else', async () => {
    const first = await open({});
    expect((await open({})).id).toBe(first.id);
    await expect(open({}, 'k', 'other')).rejects.toMatchObject({ code: 'STALE_KEY' });
    expect((await open({}, 'k2')).reference).not.toBe(first.reference);
    const colleague = { ...OFFICER, actor: { kind: 'staff', id: 'stf_2' } } as const;
    expect((await openRequest(house.desk, colleague, ANN, { key: 'k', fingerprint: 'other' })).id).not.toBe(first.id);
  });

  it('keeps what was asked for sealed with itself, so that nothing of it is left once it is shredded', async () => {
    const fingerprint = 'f'.repeat(64);
    const first = await open({}, 'k', fingerprint);
    const kept = () => house.store.transact(({ idempotency }) => idempotency.find('club', 'staff:stf_1:k'));
    expect(await kept()).toEqual({ result: first.id, fingerprint: JSON.stringify([first.id, 'call', fingerprint]) });
    expect((await open({}, 'k', fingerprint)).id).toBe(first.id);
    await cancelRequest(house.desk, OFFICER, first.id, 'Withdrawn.');
    await shredRequest(house.desk, OFFICER, first.id);
    await expect(open({}, 'k', fingerprint)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      message: expect.stringContaining('over'),
    });
  });

  it('knows calls of earlier versions again, which kept what was asked as a digest', async () => {
    const { id } = await open({}, 'other');
    const entry = { fingerprint: 'a'.repeat(64), result: id };
    await house.store.transact(({ idempotency }) => idempotency.add('club', 'staff:stf_1:old', entry));
    expect((await open({}, 'old', entry.fingerprint)).id).toBe(id);
    await expect(open({}, 'old', 'b'.repeat(64))).rejects.toMatchObject({ code: 'STALE_KEY' });
  });

  it('does not take a bug for bad input', async () => {
    const nonsense = { kind: 'email', value: undefined } as unknown as NewRequest['identifiers'][number];
    await expect(open({ identifiers: [nonsense] })).rejects.toBeInstanceOf(TypeError);
  });

  it.each<[string, Partial<NewRequest>, string]>([
    ['no rights', { rights: [] }, 'for access'],
    ['a time that is to come', { receivedAt: new Date(Date.now() + 3_600_000) }, 'future'],
    ['no address', { identifiers: [{ kind: 'email', value: 'ann at home' }] }, 'identifiers[1] (email)'],
    ['nothing but a name', { identifiers: [{ kind: 'name', value: 'Ann Martin' }] }, 'nothing here may be searched'],
  ])('refuses %s without repeating it', async (_, given, says) => {
    const refused = await open(given).catch((error: unknown) => error as Error & { code: string });
    expect(refused).toMatchObject({ code: 'INVALID_INPUT' });
    expect((refused as Error).message).toContain(says);
    expect((refused as Error).message).not.toMatch(/ann at home|Ann Martin/u);
  });
});

describe('the search for a request', () => {
  it('looks for what is proved, and takes the rest for what it is', async () => {
    const opened = await open({ identifiers: [...ANN.identifiers, { kind: 'phone', value: '0612345678', provedBy: 'a call' }] });
    const { run } = await searchFor(house.desk, opened, { signal: new AbortController().signal });
    expect(await run.plan()).toEqual({ collections: [] });
    await run.close();
    expect(() => subjectOf([{ kind: 'phone', value: '0612345678', provedBy: 'x' }], undefined)).toThrow('country code');
  });
});

describe('a shredded request', () => {
  it('has no files that could be opened, and no findings', async () => {
    const { id } = await open({});
    await cancelRequest(house.desk, OFFICER, id, 'withdrawn');
    const shredded = await shredRequest(house.desk, OFFICER, id);
    expect(await openCaseFile(house.vault, shredded)).toMatchObject({ matches: [] });
    await expect(openSubjectFile(house.vault, shredded)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(findingsOf(house.desk, shredded)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(openSubjectFile(house.vault, { ...shredded, subjectFile: 'x' })).rejects.toMatchObject({ code: 'WRONG_STATE' });
    await expect(shredRequest(house.desk, OFFICER, id)).rejects.toMatchObject({
      code: 'WRONG_STATE',
      remedy: 'Nothing more can happen to it.',
    });
  });
});
