import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import type { RegisterRetention } from '@habeas/core/law';
import { membershipWith } from '../../test/sample-register.js';
import { blockOf } from '../../test/sample-report.js';
import { collectionOf, ID_FIELD } from '../testing/report-world.js';
import type { ToldRetention } from './told-retention.js';

const FIELDS = [
  ID_FIELD,
  { name: 'left', type: 'date', moment: 'membership.endedAt' },
  { name: 'billed', type: 'date', moment: 'invoice.issuedAt' },
  { name: 'open', type: 'boolean', relationship: 'membership' },
  { name: 'dispute', type: 'boolean', moment: 'litigation' },
] as const;
const TWO_YEARS: RegisterRetention = { anchor: ['membership.endedAt'], period: { length: 'P2Y' } };
const criterion = { text: { en: 'Until you leave.', fr: 'Jusqu’à votre départ.' } };
const ARCHIVED: RegisterRetention = {
  ...TWO_YEARS,
  then: 'archive',
  overrides: [{ because: 'legal_obligation', law: 'Commercial Code', length: 'P10Y' }],
};

/** What is told of records under these rules. */
async function toldOf(
  retention: readonly RegisterRetention[],
  ...records: readonly JsonObject[]
): Promise<readonly ToldRetention[]> {
  const rows = records.length === 0 ? [{ left: '2026-03-01' }] : records;
  const found = collectionOf(
    { name: 'member', activity: 'membership', fields: FIELDS },
    rows.map((row, id) => ({ id, left: null, billed: null, ...row })),
  );
  const { retention: facts } = await blockOf([found], { register: membershipWith({ retention }) });
  return facts.map(({ told }) => told);
}

async function only(rule: RegisterRetention, ...records: readonly JsonObject[]): Promise<ToldRetention> {
  const [told, ...others] = await toldOf([rule], ...records);
  expect(others).toEqual([]);
  return told as ToldRetention;
}

const UNSTATED = { status: 'indeterminate', gaps: [{ gap: 'period_unstated' }], unchecked: [] };

describe('a period that is stated (RET-01, RET-02)', () => {
  it('is told with the day on which it ends, and nothing beside', async () => {
    const told = await only(TWO_YEARS);
    expect(told).toMatchObject({ isArchiveOpen: false, longer: [], records: 1, lastExpiry: '2028-03-01' });
    expect(told.evaluation).toMatchObject({ status: 'running', expiresOn: '2028-03-01' });
    expect(told).not.toHaveProperty('unanchored');
  });

  it('is told without a day where the moment it runs from is not stated, and not guessed (RET-07)', async () => {
    const told = await only({ period: { length: 'P2Y' } });
    expect(told.unanchored).toEqual({ years: 2, months: 0, days: 0 });
    expect(told.evaluation).toMatchObject({ status: 'indeterminate' });
  });

  it('is not told where there is none', async () => {
    const { evaluation } = (await blockOf([collectionOf({ name: 'member', activity: 'membership' }, [{ id: 1 }])], {
      register: membershipWith({ retention: undefined }),
    }).then(({ retention: [fact] }) => fact?.told)) as ToldRetention;
    expect(evaluation).toEqual(UNSTATED);
  });
});

describe('a period that is only assumed (PRF-03)', () => {
  it('is not told, nor is anything else of a rule that is', async () => {
    const told = await only({ ...TWO_YEARS, assumed: true, overrides: [{ because: 'litigation' }] });
    expect(told).toEqual({
      records: 1,
      rule: { overrides: [], titles: {} },
      evaluation: UNSTATED,
      isArchiveOpen: false,
      longer: [],
    });
  });

  it('leaves the criterion, what it waits for and what is kept longer, where those are stated', async () => {
    const rule: RegisterRetention = {
      ...TWO_YEARS,
      period: { length: 'P2Y', assumed: true },
      criterion,
      whileOpen: 'membership',
      overrides: [{ because: 'legal_obligation' }],
    };
    const told = await only(rule);
    expect(told.rule).toMatchObject({ criterion: criterion.text, whileOpen: 'membership' });
    expect(told.rule).not.toHaveProperty('term');
    expect(told.evaluation).toEqual({ ...UNSTATED, gaps: [{ gap: 'criterion_only', criterion: criterion.text }] });
    expect(told.longer).toEqual([{ because: 'law' }]);
  });

  it('leaves that a relationship or a dispute lasts', async () => {
    const rule: RegisterRetention = {
      ...TWO_YEARS,
      period: { length: 'P2Y', assumed: true },
      whileOpen: 'membership',
      overrides: [{ because: 'litigation' }],
    };
    expect((await only(rule, { open: true })).evaluation).toMatchObject({ status: 'ongoing_relationship', name: 'membership' });
    expect((await only(rule, { dispute: true })).evaluation).toMatchObject({ status: 'legal_hold' });
    expect((await only(rule, { left: '2026-03-01' })).evaluation).toEqual(UNSTATED);
  });

  it('hides a criterion that is only assumed', async () => {
    const told = await only({ period: { length: 'P2Y', assumed: true }, criterion: { ...criterion, assumed: true } });
    expect(told.rule).not.toHaveProperty('criterion');
    expect(told.evaluation).toEqual(UNSTATED);
  });
});

describe('an archive (RET-05)', () => {
  it('is told with its law where both are stated', async () => {
    const told = await only(ARCHIVED);
    expect(told).toMatchObject({ isArchiveOpen: false, rule: { then: 'archive' }, longer: [] });
    expect(told.evaluation).toMatchObject({ expiresOn: '2036-03-01', phases: [{ phase: 'active' }, { phase: 'archive' }] });
  });

  it('is open where no law is stated for it', async () => {
    const told = await only({ ...TWO_YEARS, then: 'archive' });
    expect(told.isArchiveOpen).toBe(true);
    expect(told.rule).not.toHaveProperty('then');
  });

  it('is no phase where its law is only assumed, and nobody can say that it is over (PRF-03)', async () => {
    const [override] = ARCHIVED.overrides ?? [];
    const assumed = { ...ARCHIVED, overrides: [{ ...override, assumed: true }] } as RegisterRetention;
    const told = await only(assumed, { left: '2010-03-01' });
    expect(told.isArchiveOpen).toBe(true);
    expect(told).not.toHaveProperty('lastExpiry');
    expect(told.evaluation).toMatchObject({ status: 'running', expiresOn: '2012-03-01', phases: [{ phase: 'active' }] });
    expect(JSON.stringify(told)).not.toContain('Commercial Code');
  });

  it('that is assumed and ends before the period changes nothing', async () => {
    const override = { because: 'legal_obligation', law: 'Short Act', length: 'P1Y', assumed: true } as const;
    const told = await only({ ...TWO_YEARS, then: 'delete', overrides: [override] });
    expect(told.evaluation).toMatchObject({ status: 'running', expiresOn: '2028-03-01' });
    expect(told).toMatchObject({ rule: { then: 'delete', overrides: [] }, longer: [] });
  });

  it('that is assumed from a moment of its own leaves no gap of that moment, but those of the rule', async () => {
    const override = {
      because: 'legal_obligation',
      law: 'Act',
      anchor: 'invoice.issuedAt',
      length: 'P10Y',
      assumed: true,
    } as const;
    const rule: RegisterRetention = { ...TWO_YEARS, overrides: [override] };
    const { evaluation } = await only(rule, { left: null });
    expect(evaluation).toMatchObject({ gaps: [{ gap: 'missing', fact: 'membership.endedAt' }] });
    const unstated = await only({ criterion, overrides: [override] });
    expect(unstated.evaluation).toMatchObject({ gaps: [{ gap: 'criterion_only' }] });
    const ongoing = await only({ ...rule, whileOpen: 'membership' }, { open: true });
    expect(ongoing.evaluation).toMatchObject({ status: 'ongoing_relationship' });
  });
});

describe('what keeps data longer', () => {
  const overrides: RegisterRetention['overrides'] = [
    { because: 'legal_obligation' },
    { because: 'legal_obligation', law: 'Commercial Code' },
    { because: 'legal_obligation', law: 'Tax Code', length: 'P6Y', assumed: true },
    { because: 'litigation' },
    { because: 'litigation', until: { en: 'the last appeal', fr: 'le dernier recours' } },
    { because: 'litigation', anchor: 'debit.at', length: 'P13M' },
    { because: 'express_agreement' },
  ];

  it('is told as far as it is stated', async () => {
    const { longer } = await only({ criterion, overrides });
    expect(longer).toEqual([
      { because: 'law' },
      { because: 'law' },
      { because: 'dispute' },
      { because: 'dispute', until: { en: 'the last appeal', fr: 'le dernier recours' } },
      { because: 'dispute', from: 'debit.at', period: { years: 0, months: 13, days: 0 } },
      { because: 'agreement' },
    ]);
  });

  it('is told of a law by its name, where the days are not counted from it', async () => {
    const named = { because: 'legal_obligation', law: 'Commercial Code', length: 'P10Y' } as const;
    const told = [{ because: 'named-law', law: 'Commercial Code', period: { years: 10, months: 0, days: 0 } }];
    expect((await only({ criterion, overrides: [named] })).longer).toEqual(told);
    expect((await only({ ...TWO_YEARS, overrides: [named] }, { left: null })).longer).toEqual(told);
    expect((await only({ ...TWO_YEARS, overrides: [named] })).longer).toEqual([]);
  });

  it('is not said twice of records that are kept for it now', async () => {
    const held = await only({ ...TWO_YEARS, overrides: [{ because: 'litigation' }] }, { dispute: true });
    expect(held).toMatchObject({ evaluation: { status: 'legal_hold' }, longer: [] });
  });
});
