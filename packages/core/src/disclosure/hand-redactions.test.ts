import type { FieldSpec, FoundFile, JsonObject } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { localDate } from '../calendar/local-date.js';
import { collectionOf, consumed, foundFindings, recordOf } from '../testing/found-collections.js';
import { SOUND_REGISTER } from '../testing/sound-register.js';
import type { RecordRedaction } from '../third-party/record-redaction.js';
import { Disclosure, type DisclosureOptions } from './disclosure.js';
import { summarizeDisclosure } from './disclosure-summary.js';
import type { Account } from '../findings/findings.js';

const FIELDS: readonly FieldSpec[] = [
  { name: 'id', type: 'integer', origin: 'derived' },
  { name: 'guest', type: 'string', origin: 'provided', thirdParty: true },
  { name: 'note', type: 'string', origin: 'derived', freeText: true },
  { name: 'age', type: 'integer', origin: 'provided' },
  { name: 'told', type: 'string', origin: 'third_party', tells: 'source' },
  { name: 'photo', type: 'file', origin: 'provided' },
];
const SPEC = collectionOf('member', FIELDS, { activity: 'membership' });
const MARK = '[redacted: other person]';
const NOTE = 'Bob called, then Ann and Cleo.';
const ROWS: readonly JsonObject[] = [1, 2].map((id) => ({
  ...{ id, guest: 'Bob', note: NOTE, age: 40, told: `Neighbour ${String(id)}` },
  photo: { file: `f${String(id)}`, bytes: 3 },
}));

const decider = { by: 'stf_1', isDpo: true, at: '2026-11-29T10:00:00.000Z' };
const grounds = { reason: 'third_party' } as const;
const place = { source: 'crm', collection: 'member', recordId: '1' };
const chosen = (more: Partial<RecordRedaction> = {}): RecordRedaction => ({ ...place, grounds, decider, ...more });
const stretch = (text: string) => ({ start: NOTE.indexOf(text), end: NOTE.indexOf(text) + text.length, text });

/** Bob and Cleo are others, wherever they stand. */
const othersIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(/Bob|Cleo/gu)].map(({ index, 0: name }) => ({ start: index, end: index + name.length }));

async function disclosed(redactions: readonly RecordRedaction[], more: Partial<DisclosureOptions> = {}, rows = ROWS) {
  const records = rows.map((row) => recordOf('member', Number(row['id']), row));
  const files = rows.map(
    (row) => ({ id: `f${JSON.stringify(row['id'])}`, key: [row['id']], field: 'photo' }) as unknown as FoundFile,
  );
  const view = { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' };
  const options = { register: SOUND_REGISTER, rights: ['access'], language: 'en', view, othersIn, redactions } as const;
  const disclosure = new Disclosure(foundFindings([{ spec: SPEC, records, files }]), { ...options, ...more });
  const [first] = await consumed(disclosure.findings);
  const [holding] = disclosure.holdings();
  if (first === undefined || holding === undefined) throw new Error('There are records.');
  return { data: first.data, files: first.files, decided: first.found.disclosure, holding };
}

describe('what a person had hidden of one record (TPD-01, TPD-03)', () => {
  it('is all of it but its key: a mark stands for each value, and its file stays where it is', async () => {
    const { data, files, decided, holding } = await disclosed([chosen()]);
    expect(data[0]).toEqual({ id: 1, guest: MARK, note: MARK, age: MARK, told: MARK, photo: MARK });
    expect(data[1]).toEqual({ ...ROWS[1], guest: MARK });
    expect([files, decided?.omitted()]).toEqual([['f2'], { records: 0, files: 1 }]);
    expect(holding.redacted).toEqual([{ extent: 'record', reason: 'third_party', count: 1 }]);
  });

  it('is one value, whatever its type', async () => {
    const { data, holding, files } = await disclosed([chosen({ field: 'age' }), chosen({ field: 'age', recordId: '2' })]);
    expect(data.map(({ age }) => age)).toEqual([MARK, MARK]);
    expect(data[0]).toMatchObject({ note: NOTE, told: 'Neighbour 1' });
    expect(files).toEqual(['f1', 'f2']);
    expect(holding.redacted).toEqual([{ field: 'age', extent: 'value', reason: 'third_party', count: 2 }]);
  });

  it('is stretches of a text, each with a mark, and is listed line by line with who decided', async () => {
    const { data, decided } = await disclosed([chosen({ field: 'note', stretches: [stretch('Bob'), stretch('Cleo')] })]);
    expect(data.map(({ note }) => note)).toEqual([`${MARK} called, then Ann and ${MARK}.`, NOTE]);
    expect(decided?.redacted()).toEqual({
      counts: [{ field: 'note', extent: 'text', reason: 'third_party', count: 1 }],
      lines: [{ ...place, field: 'note', extent: [3, 4], reason: 'third_party', decidedBy: decider.by, decidedAt: decider.at }],
    });
  });

  it('names whose secret it is where it is one (TPD-05)', async () => {
    const interest = { holder: 'Gears Ltd', why: 'Competitors would read the recipe.' };
    const { data, holding } = await disclosed([chosen({ field: 'note', grounds: { reason: 'trade_secret', interest } })]);
    expect(data[0]?.['note']).toBe('[redacted: trade secret]');
    expect(holding.redacted).toEqual([{ field: 'note', extent: 'value', reason: 'trade_secret', interest, count: 1 }]);
  });

  it('is the whole text where that is no longer the one that was chosen from', async () => {
    const changed = [{ ...ROWS[0], note: `Again: ${NOTE}` }];
    const redaction = chosen({ field: 'note', stretches: [stretch('Bob')] });
    const { data, holding } = await disclosed([redaction], {}, changed);
    expect(data[0]?.['note']).toBe(MARK);
    expect(holding.redacted).toEqual([{ field: 'note', extent: 'value', reason: 'third_party', count: 1 }]);
  });

  it('comes to nothing where no value stands, where a field is hidden already, and in a key', async () => {
    const rows = [{ ...ROWS[0], age: null }] as JsonObject[];
    const redactions = ['age', 'guest', 'id', 'gone'].map((field) => chosen({ field }));
    const { data, holding } = await disclosed(redactions, {}, rows);
    expect(data[0]).toEqual({ ...rows[0], guest: MARK });
    expect(holding.redacted).toEqual([]);
    const { holding: beside } = await disclosed([...redactions, chosen({ field: 'told' })], {}, rows);
    expect(beside.redacted).toEqual([{ field: 'told', extent: 'value', reason: 'third_party', count: 1 }]);
  });

  it('holds for that record of that collection of that source only', async () => {
    const elsewhere = [chosen({ recordId: '9' }), chosen({ collection: 'order' }), chosen({ source: 'shop' })];
    const { data, files } = await disclosed(elsewhere);
    expect(data).toEqual(ROWS.map((row) => ({ ...row, guest: MARK })));
    expect(files).toEqual(['f1', 'f2']);
  });

  it('covers what else was chosen of the same record, where it is all of it', async () => {
    const { data, holding } = await disclosed([chosen({ field: 'note', stretches: [stretch('Bob')] }), chosen()]);
    expect(data[0]?.['note']).toBe(MARK);
    expect(holding.redacted).toEqual([{ extent: 'record', reason: 'third_party', count: 1 }]);
  });

  it('is not told in the report either: nobody is named as a source whose name is hidden', async () => {
    const { holding } = await disclosed([chosen({ field: 'told' })]);
    expect(holding.collectedFrom).toEqual({ names: [{ name: 'Neighbour 2', records: 1 }], untold: 1, more: false });
    expect(JSON.stringify(holding.excerpt)).not.toContain('Neighbour 1');
  });
});

describe('what a person had hidden beside what is found of others (TPD-06)', () => {
  const ruling = { source: 'crm', collection: 'member', field: 'note', ruling: 'redact_others' } as const;
  const note = (names: readonly string[]) => chosen({ field: 'note', stretches: names.map(stretch) });

  it('stays hidden together with it', async () => {
    const { data, holding } = await disclosed([note(['Ann'])], { rulings: [ruling] });
    expect(data[0]?.['note']).toBe(`${MARK} called, then ${MARK} and ${MARK}.`);
    expect(holding.hidden).toEqual([{ field: 'note', count: 2 }]);
    const { holding: all } = await disclosed([note(['Bob', 'Cleo'])], { rulings: [ruling] });
    expect(all.hidden).toEqual([{ field: 'note', count: 1 }]);
    const { holding: whole } = await disclosed([chosen({ field: 'note' })], { rulings: [ruling] });
    expect(whole.hidden).toEqual([{ field: 'note', count: 1 }]);
  });

  it('is no longer what an officer has to look for, and what is left of others is', async () => {
    const others = async (redaction: RecordRedaction) => (await disclosed([redaction])).holding.others;
    expect(await others(note(['Bob', 'Cleo']))).toEqual([{ field: 'note', count: 1 }]);
    expect(await others(chosen({ field: 'note' }))).toEqual([{ field: 'note', count: 1 }]);
    expect(await others(note(['Bob']))).toEqual([{ field: 'note', count: 2 }]);
  });

  it('makes the answer a refusal in part, at the gate too (OUT-08)', async () => {
    const { holding } = await disclosed([chosen({ field: 'age' }), chosen({ recordId: '2' })]);
    const account = { ledger: [], matches: [] } as unknown as Account;
    const { gate } = summarizeDisclosure([holding], account, ['access'], { recordLimit: 10, areNegativesSampled: true });
    const reasons = gate.release === 'dpo' ? gate.reasons : [];
    expect(reasons.find(({ code }) => code === 'redaction')).toEqual({
      code: 'redaction',
      places: [
        { source: 'crm', collection: 'member', field: 'age', count: 1 },
        { source: 'crm', collection: 'member', count: 1 },
      ],
      count: 2,
    });
  });
});
