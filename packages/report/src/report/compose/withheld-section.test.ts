import { describe, expect, it } from '@jest/globals';
import type { FieldSpec } from '@habeas/connector-sdk';
import type { FieldRuling } from '@habeas/core/law';
import { membershipWith } from '../../../test/sample-register.js';
import { documentOf, type Making, MEMBER, sectionIds, sectionIn, wordsIn } from '../../../test/sample-report.js';
import type { Table, Text } from '../../document/document.js';
import { spansOf } from '../../document/text.js';
import { accountOf, collectionOf, entryOf, type FoundCollection, ID_FIELD } from '../../testing/report-world.js';

const FIELDS: readonly FieldSpec[] = [
  ID_FIELD,
  { name: 'friend', type: 'string', title: { en: 'Friend', fr: 'Ami' }, thirdParty: true },
  { name: 'note', type: 'string', title: { en: 'Note', fr: 'Remarque' } },
];
const FRIEND = collectionOf({ name: 'visit', title: { en: 'Visits', fr: 'Visites' }, activity: 'membership', fields: FIELDS }, [
  { id: 1, friend: 'Bob Sample', note: 'x' },
]);
const RULING: FieldRuling = { source: 'crm', collection: 'visit', field: 'note', ruling: 'redact' };

async function rows(found: FoundCollection, making?: Making): Promise<readonly (readonly Text[])[]> {
  const { blocks } = sectionIn(await documentOf([found], making), 'withheld');
  const table = blocks.find((block): block is Table => block.kind === 'table');
  return table?.rows ?? [];
}

describe('what is not shown (TPD-03)', () => {
  it('is not spoken of where all is shown', async () => {
    expect(sectionIds(await documentOf([MEMBER]))).not.toContain('withheld');
  });

  it('is told field by field, with the reason, and a mark stands in its place', async () => {
    expect(await rows(FRIEND, { rulings: [RULING] })).toEqual([
      ['Customer database: Visits', 'Friend', 'It is somebody else’s data, whose rights are weighed (Art. 15(4), 20(4) GDPR).'],
      ['Customer database: Visits', 'Note', 'It was redacted to protect somebody else’s rights (Art. 15(4), 20(4) GDPR).'],
    ]);
    const data = wordsIn(sectionIn(await documentOf([FRIEND], { rulings: [RULING] }), 'data'));
    expect(data).not.toContain('Bob Sample');
    expect(data.filter((text) => text === '[redacted: other person]')).toHaveLength(2);
  });

  it('is told of a text of which only what is of others is hidden, with how many records it is', async () => {
    const fields = FIELDS.map((field) => (field.name === 'note' ? ({ ...field, freeText: true } as const) : field));
    const { source, spec } = FRIEND;
    const records = ['Bob rang', 'Ann rang'].map((note, id) => ({ id, friend: null, note }));
    const found: FoundCollection = { source, records, spec: { ...spec, fields } };
    const making = {
      rulings: [{ ...RULING, ruling: 'redact_others' as const }],
      othersIn: (text: string) => (text.startsWith('Bob') ? [{ start: 0, end: 3 }] : []),
    };
    const because =
      'What was found of other people in this text is hidden, and the rest is shown: their rights prevail here (Art. 15(4) GDPR).';
    expect(await rows(found, making)).toEqual([['Customer database: Visits', 'Note, in part (1 record)', because]]);
    expect(wordsIn(sectionIn(await documentOf([found], making), 'data'))).toContain('[redacted: other person] rang');
  });

  it('is told of single records that a person hid something of, and a mark stands there (TPD-03, TPD-05)', async () => {
    const records = [1, 2, 3].map((id) => ({ id, friend: 'Bob Sample', note: 'Bob rang' }));
    const at = { source: 'crm', collection: 'visit', decider: { by: 'stf_1', isDpo: true, at: '2026-11-29T10:00:00.000Z' } };
    const others = { reason: 'third_party' } as const;
    const interest = { holder: 'Gears Ltd', why: 'Competitors would read the recipe.' };
    const making = {
      rulings: [{ ...RULING, field: 'friend', ruling: 'disclose' as const }],
      redactions: [
        { ...at, recordId: '1', field: 'note', stretches: [{ start: 0, end: 3, text: 'Bob' }], grounds: others },
        { ...at, recordId: '2', field: 'friend', grounds: others },
        { ...at, recordId: '3', grounds: { reason: 'trade_secret' as const, interest } },
      ],
    };
    const found = { ...FRIEND, records };
    const because = 'It is about another person, whose rights prevail here (Art. 15(4) GDPR).';
    expect(await rows(found, making)).toEqual([
      ['Customer database: Visits', 'Note, in part (1 record)', because],
      ['Customer database: Visits', 'Friend (1 record)', because],
      ['Customer database: Visits', '1 whole record', expect.stringMatching(/secret.*Gears Ltd\. Competitors/u)],
    ]);
    const data = wordsIn(sectionIn(await documentOf([found], { ...making, language: 'fr' }), 'data'));
    expect(data.filter((text) => text === '[occulté : autre personne]')).toHaveLength(1);
    expect(data.filter((text) => text === '[occulté : secret des affaires]')).toHaveLength(2);
    expect(data).toContain('[redacted: other person] rang');
    const byField = wordsIn(
      sectionIn(await documentOf([found], { ...making, redactions: making.redactions.slice(0, 2) }), 'data'),
    );
    expect(byField.filter((text) => text === '[redacted: other person]')).toHaveLength(1);
  });

  it('is only what the person has something in', async () => {
    expect(await rows({ ...FRIEND, records: [{ id: 1, friend: 'Bob Sample', note: null }] }, { rulings: [RULING] })).toHaveLength(
      1,
    );
  });

  it('is shown again once a DPO has cleared it', async () => {
    const cleared: FieldRuling = { ...RULING, field: 'friend', ruling: 'disclose' };
    const document = await documentOf([FRIEND], { rulings: [cleared] });
    expect(sectionIds(document)).not.toContain('withheld');
    expect(wordsIn(sectionIn(document, 'data'))).toContain('Bob Sample');
  });

  it('includes who looked at the data, by a mark for staff (SCP-05)', async () => {
    const log = collectionOf(
      {
        name: 'access_log',
        activity: 'membership',
        nature: 'consultation-log',
        fields: [
          ID_FIELD,
          { name: 'at', type: 'date', title: { en: 'When', fr: 'Quand' }, log: 'date' },
          { name: 'why', type: 'string', title: { en: 'Why', fr: 'Pourquoi' }, log: 'purpose' },
          { name: 'who', type: 'string', title: { en: 'Who', fr: 'Qui' }, log: 'staff' },
        ],
      },
      [{ id: 1, at: '2026-03-01', why: 'support', who: 'Carl Clerk' }],
    );
    expect(await rows(log)).toEqual([
      [
        'Customer database: access_log',
        'Who',
        'Who looked at your data is shown as a role: staff acting for the controller are not recipients (Court of Justice, C-579/21).',
      ],
    ]);
    const data = wordsIn(sectionIn(await documentOf([log]), 'data'));
    expect(data).toEqual(expect.arrayContaining(['1 March 2026', 'support', '[redacted: member of staff]']));
    expect(data).not.toContain('Carl Clerk');
    const french = wordsIn(sectionIn(await documentOf([log], { language: 'fr' }), 'data'));
    expect(french).toContain('[occulté : membre du personnel]');
  });

  it('includes the names of credentials, and why they are kept back', async () => {
    const found = { ...MEMBER, spec: { ...MEMBER.spec, withheld: ['password_hash', 'token'] } };
    expect(await rows(found)).toEqual([
      ['Customer database: Members', 'password_hash and token', expect.stringMatching(/^It is a credential/u)],
    ]);
  });

  it('is all of what another controller answers for (INT-07)', async () => {
    const register = membershipWith({ role: { is: 'processor' }, onBehalfOf: { en: 'Client Ltd', fr: 'Société cliente' } });
    expect(await rows(MEMBER, { register })).toEqual([
      ['Customer database: Members', 'All of it', expect.stringMatching(/another controller/u)],
    ]);
    expect(wordsIn(...sectionIn(await documentOf([MEMBER], { register }), 'data').blocks)).toEqual([
      'None of them can be shown here. The part “What is not shown, and why” says why.',
    ]);
  });

  it('counts as a refusal in part, with its remedies (Art. 12(4))', async () => {
    const [rest, remedies] = sectionIn(await documentOf([FRIEND]), 'withheld').blocks;
    expect(rest && wordsIn(rest)).toEqual(['Everything else that we hold about you is in the copy.']);
    expect(remedies && wordsIn(remedies)).toEqual([expect.stringMatching(/go to court: see “If you do not agree”\.$/u)]);
    const link = remedies?.kind === 'paragraph' ? spansOf(remedies.text).find(({ href }) => href !== undefined) : undefined;
    expect(link?.href).toBe('#complaint');
  });

  it('does not say that all the rest is there, where the search is not complete', async () => {
    const account = accountOf([entryOf(FRIEND, { outcome: 'partial', blocking: true })]);
    expect(wordsIn(sectionIn(await documentOf([FRIEND], { account }), 'withheld')).join(' ')).not.toContain('Everything else');
  });
});
