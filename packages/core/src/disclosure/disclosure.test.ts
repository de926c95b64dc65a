import { describe, expect, it } from '@jest/globals';
import type { FieldSpec, FoundFile } from '@habeas/connector-sdk';
import { localDate } from '../calendar/local-date.js';
import type { Register } from '../register/register.js';
import { collectionOf, consumed, type FoundCollection, foundFindings, recordOf } from '../testing/found-collections.js';
import { activityWith, SOUND_REGISTER } from '../testing/sound-register.js';
import { Disclosure, type DisclosureOptions } from './disclosure.js';

const VIEW = { today: localDate('2026-11-29'), timeZone: 'Europe/Paris' };
const FIELDS: readonly FieldSpec[] = [
  { name: 'id', type: 'integer', origin: 'derived' },
  { name: 'email', type: 'string', origin: 'provided' },
  { name: 'score', type: 'integer', origin: 'derived' },
  { name: 'guest', type: 'string', origin: 'provided', thirdParty: true, codes: { a: { en: 'A' } } },
];
const ROW = { id: 1, email: 'ann@example.org', score: 7, guest: 'Bob' };
const MEMBER = collectionOf('member', FIELDS, { activity: 'membership' });

/** Bob is somebody else, wherever he stands. */
const bobIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  [...text.matchAll(/Bob/gu)].map(({ index }) => ({ start: index, end: index + 3 }));

function disclosed(collections: readonly FoundCollection[], more: Partial<DisclosureOptions> = {}) {
  return new Disclosure(foundFindings(collections), {
    register: SOUND_REGISTER,
    rights: ['access'],
    language: 'en',
    view: VIEW,
    othersIn: bobIn,
    ...more,
  });
}

async function handedOver(collections: readonly FoundCollection[], more: Partial<DisclosureOptions> = {}) {
  const disclosure = disclosed(collections, more);
  const came = await consumed(disclosure.findings);
  return { came, holdings: disclosure.holdings(), first: came[0] };
}

const ONE: readonly FoundCollection[] = [{ spec: MEMBER, records: [recordOf('member', 1, ROW)] }];

describe('what is handed over for access (SCP-01)', () => {
  it('is everything, with a mark where somebody else may be named, until a DPO has ruled (TPD-03)', async () => {
    const { first } = await handedOver(ONE);
    expect(first?.data).toEqual([{ ...ROW, guest: '[redacted: other person]' }]);
    expect(first?.found.disclosure).toMatchObject({
      right: 'access',
      withheld: [{ field: 'guest', verdict: 'review', reason: 'third-party-data', mark: 'third_party' }],
    });
    expect(first?.found.collection.fields[3]).toEqual({ name: 'guest', type: 'string', origin: 'provided', thirdParty: true });
  });

  it('follows what a DPO has ruled of a field, in this collection of this source only (TPD-01)', async () => {
    const ruling = { source: 'crm', collection: 'member', field: 'guest', ruling: 'disclose' as const };
    const data = async (...rulings: DisclosureOptions['rulings'] & object) =>
      (await handedOver(ONE, { rulings, language: 'fr' })).first?.data[0]?.['guest'];
    expect(await data(ruling)).toBe('Bob');
    expect(await data({ ...ruling, source: 'shop' }, { ...ruling, collection: 'x' })).toBe('[occulté : autre personne]');
    expect(await data({ ...ruling, ruling: 'redact' })).toBe('[occulté : autre personne]');
  });

  it('shows no mark where nothing stands', async () => {
    const { first } = await handedOver([{ spec: MEMBER, records: [recordOf('member', 1, { ...ROW, guest: null })] }]);
    expect(first?.data[0]?.['guest']).toBeNull();
  });

  it('shows staff in a log of consultations by their role (SCP-05)', async () => {
    const spec = collectionOf(
      'trace',
      [
        { name: 'id', type: 'integer' },
        { name: 'at', type: 'timestamp', log: 'date' },
        { name: 'who', type: 'string', log: 'staff' },
      ],
      { activity: 'membership', nature: 'consultation-log' },
    );
    const { first } = await handedOver([{ spec, records: [recordOf('trace', 1, { id: 1, at: '2026-01-01', who: 'jd' })] }]);
    expect(first?.data).toEqual([{ id: 1, at: '2026-01-01', who: '[redacted: member of staff]' }]);
  });

  it('holds what nobody has assigned to an activity: a missing fact takes nothing from the person', async () => {
    const spec = collectionOf('member', FIELDS.slice(0, 3));
    const { first } = await handedOver([{ spec, records: [recordOf('member', 1, ROW)] }]);
    expect(first?.data).toEqual([ROW]);
    expect(first?.found.disclosure?.scope.access).toMatchObject({ verdict: 'undetermined', missing: ['activity'] });
  });

  it('has nothing of what is held for another controller, and counts it (INT-07)', async () => {
    const register = activityWith((activity) => (activity.role.is = 'processor'));
    const files = [{ id: 'f', field: 'email' } as FoundFile];
    const { first, holdings } = await handedOver([{ ...ONE[0], spec: MEMBER, files }], { register });
    expect([first?.data, first?.files]).toEqual([[], []]);
    expect(first?.found.disclosure?.omitted()).toEqual({ records: 1, files: 1 });
    expect(holdings[0]).toMatchObject({ records: 1, files: 1, excerpt: { records: [], isWhole: true } });
  });

  it('holds fields that nobody has classified, and special ones (SPC-03)', async () => {
    const spec = collectionOf(
      'member',
      [
        { name: 'id', type: 'integer' },
        { name: 'diet', type: 'string', origin: 'provided', special: true },
        { name: 'new', type: 'string', unclassified: true },
      ],
      { activity: 'membership' },
    );
    const { first } = await handedOver([{ spec, records: [recordOf('member', 1, { id: 1, diet: 'none', new: 'x' })] }]);
    expect(first?.data).toEqual([{ id: 1, diet: 'none', new: 'x' }]);
    expect(first?.found.disclosure?.scope.access).toMatchObject({ verdict: 'review', reason: 'unclassified' });
  });

  it('holds files, but not those behind a mark', async () => {
    const file = (id: string, field: string) => ({ id, field }) as FoundFile;
    const spec = collectionOf(
      'member',
      [
        { name: 'id', type: 'integer' },
        { name: 'photo', type: 'file', origin: 'provided' },
        { name: 'other', type: 'file', origin: 'provided', thirdParty: true },
      ],
      { activity: 'membership' },
    );
    const { first, holdings } = await handedOver([{ spec, files: [file('a', 'photo'), file('b', 'other')] }]);
    expect(first?.files).toEqual(['a']);
    expect(first?.found.disclosure?.omitted()).toEqual({ records: 0, files: 1 });
    expect(holdings).toEqual([]);
  });
});

describe('what is handed over for portability (PRT-01)', () => {
  it('is what the person gave, with the keys, and the reason for each field that is not (PRT-02)', async () => {
    const { first } = await handedOver(ONE, { rights: ['portability'] });
    expect(first?.data).toEqual([{ id: 1, email: 'ann@example.org', guest: '[redacted: other person]' }]);
    expect(first?.fields).toEqual(['id', 'email', 'guest']);
    expect(first?.found.disclosure?.withheld).toEqual([
      { field: 'score', verdict: 'exclude', reason: 'derived' },
      { field: 'guest', verdict: 'review', reason: 'third-party-data', mark: 'third_party' },
    ]);
  });

  it('takes what a shared thing adds to a record for observed, unless the data map says otherwise', async () => {
    const spec = collectionOf(
      'booking',
      [
        { name: 'id', type: 'integer' },
        { name: 'event.title', type: 'string', context: 'event' },
        { name: 'event.rating', type: 'string', context: 'event', origin: 'derived' },
      ],
      { activity: 'membership' },
    );
    const { first } = await handedOver(
      [{ spec, records: [recordOf('booking', 1, { id: 1, 'event.title': 'Ball', 'event.rating': 'A' })] }],
      {
        rights: ['portability'],
      },
    );
    expect(first?.data).toEqual([{ id: 1, 'event.title': 'Ball' }]);
  });

  it('is the whole copy of Art. 15 for who asks for both', async () => {
    const { first } = await handedOver(ONE, { rights: ['access', 'portability'] });
    expect(first?.data[0]).toMatchObject({ score: 7 });
  });

  it('is nothing of a collection without anything that was given, and it says how much that is', async () => {
    const spec = collectionOf('score', [FIELDS[0] as FieldSpec, FIELDS[2] as FieldSpec], { activity: 'membership' });
    const { first, holdings } = await handedOver([{ spec, records: [recordOf('score', 1, { id: 1, score: 7 })] }], {
      rights: ['portability'],
    });
    expect(first?.data).toEqual([]);
    expect(first?.found.disclosure?.omitted()).toEqual({ records: 1, files: 0 });
    expect(holdings[0]).toMatchObject({ records: 1, filled: ['id', 'score'] });
  });
});

describe('what is known of a holding', () => {
  const NOTES = collectionOf(
    'note',
    [
      { name: 'id', type: 'integer' },
      { name: 'text', type: 'string', freeText: true, origin: 'provided' },
      { name: 'kind', type: 'string', codes: { a: { en: 'A' }, '1': { fr: 'un' } }, origin: 'provided' },
      { name: 'from', type: 'string', tells: 'source', origin: 'third_party' },
      { name: 'news', type: 'boolean', consentTo: 'newsletter', origin: 'provided' },
      { name: 'empty', type: 'string', origin: 'provided' },
    ],
    { activity: 'membership' },
  );
  const notes = (...rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): readonly FoundCollection[] => [
    { spec: NOTES, records: rows.map((row, index) => recordOf('note', index + 1, { id: index + 1, ...row })) },
  ];

  it('is which fields hold something, which codes nobody explains, and who the data came from (FMT-02, REP-05)', async () => {
    const { holdings } = await handedOver(
      notes(
        { text: 'called', kind: 'a', from: 'Broker', news: false, empty: '' },
        { text: 'with Bob', kind: 'b', from: ' Broker ', news: false, empty: null },
        { text: 'x', kind: 1, from: null, news: null },
        { kind: {} as never, from: '' },
      ),
    );
    expect(holdings[0]).toMatchObject({
      records: 4,
      filled: ['id', 'text', 'kind', 'from', 'news'],
      unknownCodes: [{ field: 'kind', count: 1 }],
      collectedFrom: { names: [{ name: 'Broker', records: 2 }], untold: 2, more: false },
      withoutConsent: ['newsletter'],
      others: [{ field: 'text', count: 1 }],
    });
  });

  it('is that a purpose was agreed to where one record says so', async () => {
    const { holdings } = await handedOver(notes({ news: false }, { news: true }, { news: false }));
    expect(holdings[0]?.withoutConsent).toEqual([]);
  });

  it('counts texts that were not looked through as naming others (TPD-06)', async () => {
    const limits = { excerptRecords: 10, excerptCharacters: 1_000, detectedCharacters: 10, sourceNames: 1 };
    const long = notes({ text: 'a'.repeat(10), from: 'A' }, { text: 'b', from: 'B' }, { text: null, from: 'A' });
    const { holdings } = await handedOver(long, { limits });
    expect(holdings[0]?.others).toEqual([{ field: 'text', count: 1 }]);
    expect(holdings[0]?.collectedFrom).toEqual({ names: [{ name: 'A', records: 2 }], untold: 0, more: true });
    const all = new Disclosure(foundFindings(long), { register: SOUND_REGISTER, rights: ['access'], language: 'en', view: VIEW });
    await consumed(all.findings);
    expect(all.holdings()[0]?.others).toEqual([{ field: 'text', count: 2 }]);
  });

  it('is an excerpt, no longer than its limits, that says whether there is more', async () => {
    const excerpt = async (excerptRecords: number, excerptCharacters: number) => {
      const limits = { excerptRecords, excerptCharacters, detectedCharacters: 10, sourceNames: 1 };
      const { holdings } = await handedOver(notes({ text: 'one' }, { text: 'two' }), { limits });
      return [holdings[0]?.excerpt.records.map(({ data }) => data['text']), holdings[0]?.excerpt.isWhole];
    };
    expect(await excerpt(10, 1_000)).toEqual([['one', 'two'], true]);
    expect(await excerpt(1, 1_000)).toEqual([['one'], false]);
    expect(await excerpt(10, 30)).toEqual([['one'], false]);
    expect(await excerpt(10, 5)).toEqual([['one'], false]);
  });

  it('is how long its records are kept, where the register knows its activity (RET-02)', async () => {
    const left: FieldSpec = { name: 'left', type: 'date', moment: 'membership.endedAt' };
    const spec = collectionOf('member', [FIELDS[0] as FieldSpec, left], { activity: 'membership' });
    const kept = async (register: Register, activity: string) =>
      (
        await handedOver([{ spec: { ...spec, activity }, records: [recordOf('member', 1, { id: 1, left: '2020-01-01' })] }], {
          register,
        })
      ).holdings[0]?.retention.map(({ evaluation }) => evaluation.status);
    expect(await kept(SOUND_REGISTER, 'membership')).toEqual(['overdue']);
    expect(await kept(SOUND_REGISTER, 'other')).toEqual([]);
  });

  it('passes on the matches and the account of what was found', () => {
    const { findings } = disclosed([]);
    expect([findings.matches(), findings.account()]).toEqual([[], { complete: true }]);
  });
});
