import type { FieldSpec } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { collectionOf, consumed, foundFindings, recordOf } from '../testing/found-collections.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import { Disclosure, type DisclosureOptions } from './disclosure.js';

const FIELDS: readonly FieldSpec[] = [
  { name: 'id', type: 'integer', origin: 'derived' },
  { name: 'guest', type: 'string', origin: 'provided', thirdParty: true },
  { name: 'note', type: 'string', origin: 'derived', freeText: true },
];
const SPEC = collectionOf('member', FIELDS, { activity: 'membership' });
const RULING = { source: 'crm', collection: 'member', ruling: 'redact_others' } as const;
const MARK = '[redacted: other person]';

/** Bob is somebody else, wherever he stands. */
const bobIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(/Bob/gu)].map(({ index }) => ({ start: index, end: index + 3 }));

async function disclosed(notes: readonly string[], options: Pick<DisclosureOptions, 'rulings' | 'othersIn'>) {
  const records = notes.map((note, id) => recordOf('member', id, { id, guest: 'Bob', note }));
  const view = { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' };
  const disclosure = new Disclosure(foundFindings([{ spec: SPEC, records }]), {
    register: SOUND_REGISTER,
    rights: ['access'],
    language: 'en',
    view,
    ...options,
  });
  const [first] = await consumed(disclosure.findings);
  const shown = (field: string) => first?.data.map((data) => data[field]);
  return { shown, hidden: first?.found.disclosure?.hidden(), holding: disclosure.holdings()[0] };
}

describe('others in a free text, where a DPO has ruled that only they are hidden (TPD-01, TPD-03)', () => {
  const notes = ['Bob called, then Ann and Bob.', 'Ann called.', ''];

  it('have a mark in their place, each, and the rest is handed over', async () => {
    const { shown } = await disclosed(notes, { othersIn: bobIn, rulings: [{ ...RULING, field: 'note' }] });
    expect(shown('note')).toEqual([`${MARK} called, then Ann and ${MARK}.`, 'Ann called.', '']);
  });

  it('are counted record by record, and are no longer what an officer has to look for', async () => {
    const { hidden, holding } = await disclosed(notes, { othersIn: bobIn, rulings: [{ ...RULING, field: 'note' }] });
    expect(hidden).toEqual([{ field: 'note', count: 1 }]);
    expect(holding).toMatchObject({ others: [], hidden: [{ field: 'note', count: 1 }] });
  });

  it('are all of a field that is no free text: it has no part that could be told from the rest', async () => {
    const { shown, hidden } = await disclosed(notes, { othersIn: bobIn, rulings: [{ ...RULING, field: 'guest' }] });
    expect(shown('guest')).toEqual([MARK, MARK, MARK]);
    expect(hidden).toEqual([]);
  });

  it('are all of a text that nobody looks through', async () => {
    const { shown } = await disclosed(['Ann', ''], { rulings: [{ ...RULING, field: 'note' }] });
    expect(shown('note')).toEqual([MARK, '']);
  });
});
