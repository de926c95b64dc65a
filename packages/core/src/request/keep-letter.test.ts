import { afterEach, describe, expect, it } from '@jest/globals';
import { ASSOCIATION } from '../testing/association.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import { type FinalLetter, keepLetter } from './keep-letter.js';
import { openCaseFile } from './sealed-files.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const LETTER: FinalLetter = { kind: 'acknowledgement', language: 'en', html: '<p>Dear Ann</p>' };

async function opened() {
  const club = requestHouse([fakeSource(ASSOCIATION)]);
  house = club;
  const { id } = await club.open();
  const desk = { ...club.desk, digest: (text: string): string => `digest of ${String(text.length)}` };
  return { club, id, desk };
}

describe('a letter that was written', () => {
  it('is kept as it is, sealed with its request, with who wrote it and when', async () => {
    const { club, id, desk } = await opened();
    const before = await club.get(id);
    const changed = await keepLetter(desk, OFFICER, id, LETTER);
    expect(changed.version).toBe(before.version + 1);
    const { letters } = await openCaseFile(club.vault, changed);
    expect(letters).toEqual([{ ...LETTER, sha256: 'digest of 15', by: 'stf_1', at: expect.any(String) }]);
  });

  it('stands in the trail by its kind, its number and its digest, and by nothing of what it says (LOG-02)', async () => {
    const { club, id, desk } = await opened();
    await keepLetter(desk, OFFICER, id, LETTER);
    await keepLetter(desk, OFFICER, id, { ...LETTER, kind: 'refusal', language: 'fr' });
    const { items } = await club.store.transact(({ audit }) => audit.page('club', { action: 'letter.write' }, { first: 5 }));
    expect(items.map(({ item }) => item.details)).toEqual(
      expect.arrayContaining([
        { kind: 'acknowledgement', language: 'en', number: 1, sha256: 'digest of 15' },
        { kind: 'refusal', language: 'fr', number: 2, sha256: 'digest of 15' },
      ]),
    );
    expect(JSON.stringify(items)).not.toContain('Ann');
  });

  it('is refused beyond a hundred, which only a program would write, and for a request that there is none of', async () => {
    const { id, desk } = await opened();
    for (let count = 0; count < 100; count += 1) await keepLetter(desk, OFFICER, id, LETTER);
    await expect(keepLetter(desk, OFFICER, id, LETTER)).rejects.toMatchObject({ code: 'LIMITED' });
    await expect(keepLetter(desk, { ...OFFICER, controller: 'other' }, id, LETTER)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
