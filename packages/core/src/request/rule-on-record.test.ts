import { afterEach, describe, expect, it } from '@jest/globals';
import type { DisclosureSummary } from '../disclosure/disclosure-summary.js';
import { ASSOCIATION } from '../testing/association.js';
import type { FakeCollection } from '../testing/fake-script.js';
import { fakeSource } from '../testing/fake-source.js';
import { OFFICER, type RequestHouse, requestHouse } from '../testing/request-house.js';
import type { RecordRedaction } from '../third-party/record-redaction.js';
import { retrySearch } from './decide-request.js';
import { type RulingOnRecord, ruleOnRecord } from './rule-on-record.js';
import { keyOf, openCaseFile, sealFile } from './sealed-files.js';

let house: RequestHouse | undefined;
afterEach(() => house?.stop());

const gift: FakeCollection = {
  rows: [{ id: 7, member: 1, note: null }],
  owner: { collection: 'member', field: 'member' },
};
const WITH_GIFTS = { ...ASSOCIATION, collections: { ...ASSOCIATION.collections, gift } };

const DPO = { ...OFFICER, isDpo: true };
const PLACE = { source: 'crm', collection: 'order', recordId: '10' };
const ANSWERS = {
  involvement: 'mentioned',
  adverseEffect: { isConcrete: true, what: 'it tells what they bought' },
  balance: { prevails: 'other', why: 'they did not give it' },
} as const;
const REDACT = { ...ANSWERS, redaction: { reconciles: true }, outcome: 'redact' } as const;
const WITHHOLD = { ...ANSWERS, redaction: { reconciles: false, why: 'all of it is theirs' }, outcome: 'withhold' } as const;
const DISCLOSE = { involvement: 'author', outcome: 'disclose' } as const;
const GROUNDS = { reason: 'third_party' } as const;

const value: RulingOnRecord = { ...PLACE, field: 'what', grounds: GROUNDS, decision: REDACT };
const stretch: RulingOnRecord = { ...value, spans: [{ start: 0, end: 5 }] };
const whole: RulingOnRecord = { ...PLACE, grounds: GROUNDS, decision: WITHHOLD };
const back: RulingOnRecord = { ...PLACE, grounds: GROUNDS, decision: DISCLOSE };

/** What each archive was made with, one after the other. */
async function waiting(hasRegister = true) {
  const made: (readonly RecordRedaction[])[] = [];
  const disclosed = (_request: unknown, redactions: readonly RecordRedaction[]): DisclosureSummary => {
    made.push(redactions);
    return { gate: { release: 'automatic', answer: 'copy' }, retention: [] };
  };
  const club = requestHouse([fakeSource(WITH_GIFTS)], hasRegister ? { disclosed } : {});
  house = club;
  const { id } = await club.open();
  await club.workUntil(id, 'awaiting_release');
  const rule = async (...rulings: readonly RulingOnRecord[]) => {
    for (const ruling of rulings) {
      await ruleOnRecord(club.desk, DPO, id, ruling);
      await club.workUntil(id, 'awaiting_release');
    }
    return (made.at(-1) ?? []).map(({ decider: _, ...redaction }) => redaction);
  };
  return { club, id, rule };
}

describe('a ruling on one record (TPD-01, TPD-03)', () => {
  it('hides all of it, one value, or stretches of a text, and has the archive made anew by it', async () => {
    const { rule } = await waiting();
    expect(await rule(whole)).toEqual([{ ...PLACE, grounds: GROUNDS }]);
    const stretches = [{ start: 0, end: 5, text: 'order' }];
    expect(await rule(stretch)).toEqual([
      { ...PLACE, grounds: GROUNDS },
      { ...PLACE, field: 'what', stretches, grounds: GROUNDS },
    ]);
    expect((await rule(value)).at(-1)).toEqual({ ...PLACE, field: 'what', grounds: GROUNDS });
  });

  it('lies sealed with its answers and with what was hidden; the trail has where and how much, and not the key', async () => {
    const { club, id, rule } = await waiting();
    await rule(stretch);
    const decision = { ...REDACT, decider: { by: 'stf_1', isDpo: true, at: expect.any(String) } };
    expect((await openCaseFile(club.vault, await club.get(id))).recordRulings).toEqual([
      { ...PLACE, field: 'what', stretches: [{ start: 0, end: 5, text: 'order' }], grounds: GROUNDS, decision },
    ]);
    const { items } = await club.store.transact(({ audit }) => audit.page('club', { action: 'request.rule' }, { first: 5 }));
    expect(items.map(({ item }) => item.details)).toEqual([
      {
        ...{ state: 'assembling', source: 'crm', collection: 'order', field: 'what' },
        ...{ number: 1, outcome: 'redact', reason: 'third_party', stretches: 1 },
      },
    ]);
  });

  it('is taken back by a later one, for a field or for the record with all its fields', async () => {
    const { rule } = await waiting();
    expect(await rule(value, { ...back, field: 'what' })).toEqual([]);
    expect(await rule(whole, stretch, { ...back, field: 'what' })).toEqual([{ ...PLACE, grounds: GROUNDS }]);
    expect(await rule(stretch, back)).toEqual([]);
  });

  it('holds when the search is made again', async () => {
    const { club, id, rule } = await waiting();
    await rule(value);
    await retrySearch(club.desk, DPO, id);
    const again = await club.workUntil(id, 'awaiting_release');
    expect((await openCaseFile(club.vault, again)).recordRulings).toMatchObject([{ field: 'what', decision: REDACT }]);
  });

  it.each([
    ['without its answers', { ...value, decision: { involvement: 'mentioned', outcome: 'redact' } }],
    ['of a secret without its holder', { ...value, grounds: { reason: 'trade_secret', interest: { holder: '', why: 'x' } } }],
    ['of stretches of no field', { ...stretch, field: undefined }],
    ['that redacts a whole record', { ...whole, decision: REDACT }],
    ['that withholds stretches', { ...stretch, decision: WITHHOLD }],
    ['of stretches outside the text', { ...stretch, spans: [{ start: 0, end: 99 }] }],
    ['of stretches of what is no text', { ...stretch, field: 'member' }],
    ['of a value that is none', { ...value, collection: 'gift', recordId: '7', field: 'note' }],
    ['of a key', { ...value, field: 'id' }],
  ])('is refused %s', async (_what, ruling) => {
    const { club, id } = await waiting();
    const refused = ruleOnRecord(club.desk, DPO, id, ruling as RulingOnRecord);
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect((await club.get(id)).state).toBe('awaiting_release');
  });

  it.each([
    ['record', { ...value, recordId: '11' }],
    ['collection', { ...value, collection: 'other' }],
    ['source', { ...value, source: 'shop' }],
    ['field', { ...value, field: 'other' }],
    ['redaction to take back', back],
  ])('is refused where there is no such %s', async (_what, ruling) => {
    const { club, id } = await waiting();
    await expect(ruleOnRecord(club.desk, DPO, id, ruling)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('never withholds everything that was found', async () => {
    const { club, id, rule } = await waiting();
    const found = [
      ...['1'].map((recordId) => ({ collection: 'member', recordId })),
      ...['10', '12', '13', '14'].map((recordId) => ({ collection: 'order', recordId })),
      ...['100', '102'].map((recordId) => ({ collection: 'line', recordId })),
      { collection: 'gift', recordId: '7' },
    ];
    expect((await club.get(id)).archive?.records).toBe(found.length);
    const [last, ...others] = found;
    for (const place of others) await rule({ ...whole, ...place });
    const refused = ruleOnRecord(club.desk, DPO, id, { ...whole, ...last });
    await expect(refused).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('never lead') });
  });

  it('is refused without a register, of another controller, and before the archive is there', async () => {
    const { club, id } = await waiting(false);
    await expect(ruleOnRecord(club.desk, DPO, id, value)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    const other = { ...DPO, controller: 'other' };
    await expect(ruleOnRecord(club.desk, other, id, value)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const opened = await club.open({ identifiers: [{ kind: 'email', value: 'bea@example.org' }] });
    await expect(ruleOnRecord(club.desk, DPO, opened.id, value)).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });

  it('is refused where a search found something else while it was being made', async () => {
    const { club, id } = await waiting();
    const { store } = club.desk;
    let first = true;
    const overtaken = {
      ...club.desk,
      store: {
        ...store,
        transact: async <T>(work: Parameters<typeof store.transact<T>>[0]): Promise<T> => {
          const result = await store.transact(work);
          if (first) {
            first = false;
            await store.transact(async ({ requests }) => {
              const row = await requests.lock('club', id);
              if (row !== undefined) await requests.change({ ...row, generation: 'other', version: row.version + 1 });
            });
          }
          return result;
        },
      },
    };
    await expect(ruleOnRecord(overtaken, DPO, id, value)).rejects.toMatchObject({ code: 'CHANGED' });
  });

  it('has its limits: stretches of one text, and rulings on one request', async () => {
    const { club, id } = await waiting();
    const spans = Array.from({ length: 101 }, (_, start) => ({ start, end: start + 1 }));
    await expect(ruleOnRecord(club.desk, DPO, id, { ...stretch, spans })).rejects.toMatchObject({ code: 'LIMITED' });
    await club.store.transact(async ({ requests }) => {
      const row = await requests.lock('club', id);
      if (row === undefined) throw new Error('The request is there.');
      const file = await openCaseFile(club.vault, row);
      const ruling = {
        ...PLACE,
        field: 'what',
        grounds: GROUNDS,
        decision: { ...REDACT, decider: { by: 'x', isDpo: true, at: '' } },
      };
      const recordRulings = Array.from({ length: 500 }, () => ruling);
      const caseFile = await sealFile(club.vault, keyOf(row), 'case', { ...file, recordRulings });
      await requests.change({ ...row, caseFile, version: row.version + 1 });
    });
    await expect(ruleOnRecord(club.desk, DPO, id, value)).rejects.toMatchObject({ code: 'LIMITED' });
  });
});
