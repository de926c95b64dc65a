import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Activity } from '@habeas/core/law';
import { accountOf, collectionOf, entryOf, type FoundCollection, ID_FIELD, sourceOf } from '../testing/report-world.js';
import { membershipWith, SAMPLE_REGISTER } from '../../test/sample-register.js';
import { blockOf, documentOf, MEMBER, reportOf, sectionIds, SUBSCRIPTION } from '../../test/sample-report.js';

const title = { en: 'Anything', fr: 'Quelque chose' };
const CONSENTS = collectionOf(
  {
    name: 'choices',
    activity: 'newsletter',
    fields: [ID_FIELD, { name: 'news', type: 'boolean', origin: 'provided', consentTo: 'news' }],
  },
  [{ id: 1, news: false }],
);

describe('whether personal data are processed (REP-01)', () => {
  it('is a yes where records were found, even if not all could be searched', async () => {
    const account = accountOf([entryOf(MEMBER, { outcome: 'partial', blocking: true })]);
    expect((await reportOf([MEMBER])).confirmation).toBe('held');
    expect(await reportOf([MEMBER], { account })).toMatchObject({ confirmation: 'held', isComplete: false });
  });

  it('is a no only where all was searched', async () => {
    const empty = collectionOf({ name: 'member', activity: 'membership' }, []);
    expect(await reportOf([empty])).toMatchObject({ confirmation: 'nothing', isComplete: true, blocks: [] });
    const account = accountOf([entryOf(empty, { outcome: 'failed', blocking: true })]);
    expect(await reportOf([empty], { account })).toMatchObject({ confirmation: 'unknown', isComplete: false });
  });

  it('is told as of the end of the search, with each source and each kind of identifier once', async () => {
    const identifier = { value: 'x', status: 'verified' } as const;
    const second = collectionOf({ name: 'other', activity: 'membership' }, []);
    const account = accountOf(
      [MEMBER, second, SUBSCRIPTION].map((each) => entryOf(each)),
      {
        identifiers: [
          { id: 'i1', kind: 'email', round: 1, ...identifier },
          { id: 'i2', kind: 'email', round: 2, ...identifier },
          { id: 'i3', kind: 'phone', round: 1, ...identifier },
          { id: 'i4', kind: 'name', round: 0, ...identifier },
        ],
      },
    );
    const report = await reportOf([MEMBER, second, SUBSCRIPTION], { account });
    expect(report.snapshotAt).toEqual(account.finishedAt);
    expect(report.sources.map(({ id }) => id)).toEqual(['crm', 'letters']);
    expect(report.searchedWith).toEqual(['email', 'phone']);
  });
});

describe('activities of a report (REP-02)', () => {
  it('are those in which the person has records, in the order of the register', async () => {
    const ids = (await reportOf([SUBSCRIPTION, MEMBER])).blocks.map(({ id }) => id);
    expect(ids).toEqual(['membership', 'newsletter']);
    expect((await reportOf([MEMBER])).blocks.map(({ id }) => id)).toEqual(['membership']);
  });

  it('count the records of all their collections', async () => {
    const invoices = collectionOf({ name: 'invoice', activity: 'membership' }, [{ id: 1 }, { id: 2 }]);
    expect((await blockOf([MEMBER, invoices])).records).toBe(3);
  });

  it('leave aside what nobody has assigned, or assigned to an activity that is not in the register', async () => {
    const loose = collectionOf({ name: 'loose' }, [{ id: 1 }]);
    const strange = collectionOf({ name: 'strange', activity: 'toString' }, [{ id: 1 }]);
    const { blocks, unassigned, confirmation } = await reportOf([loose, strange]);
    expect(blocks).toEqual([]);
    expect(unassigned.map(({ collection }) => collection.name)).toEqual(['loose', 'strange']);
    expect(confirmation).toBe('held');
  });

  it('have a block each, and so has the page, whatever the collections', async () => {
    const ids = ['alpha', 'beta_two', 'gamma', 'delta'];
    const activity: Activity = { title, role: { is: 'controller' } };
    const register = { ...SAMPLE_REGISTER, activities: Object.fromEntries(ids.map((id) => [id, activity])) };
    const collection = fc.record({
      activity: fc.option(fc.constantFrom(...ids, 'unknown'), { nil: undefined }),
      source: fc.constantFrom('crm', 'shop', 'shop-1'),
      records: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(collection, { maxLength: 8 }), async (drawn) => {
        const found = drawn.map(({ activity: id, source, records }, index): FoundCollection => {
          const spec = { name: `c${String(index)}`, ...(id === undefined ? {} : { activity: id }) };
          return collectionOf(
            spec,
            Array.from({ length: records }, (_, key) => ({ id: key })),
            sourceOf(source),
          );
        });
        const expected = ids.filter((id) => drawn.some((each) => each.activity === id && each.records > 0));
        expect((await reportOf(found, { register })).blocks.map(({ id }) => id)).toEqual(expected);
        const sections = sectionIds(await documentOf(found, { register })).filter((id) => id.startsWith('activity-'));
        expect(sections).toEqual(expected.map((id) => `activity-${id.replace('_', '-')}`));
      }),
      { numRuns: 60 },
    );
  });
});

describe('purposes of an activity (REP-08)', () => {
  it('are told with their bases and the interest', async () => {
    const { purposes, isBasisOpen } = await blockOf([MEMBER]);
    expect(purposes.map(({ bases }) => bases.map(({ basis }) => basis))).toEqual([
      ['contract', 'legal_obligation'],
      ['legitimate_interest'],
    ]);
    expect(isBasisOpen).toBe(false);
  });

  it('are told without a basis that is only assumed, and not at all where they are (PRF-03)', async () => {
    const register = membershipWith({
      purposes: {
        known: { title, bases: [{ basis: 'contract', assumed: true }, { basis: 'consent' }] },
        bare: { title, bases: [{ basis: 'vital', assumed: true }] },
        supposed: { title, assumed: true, bases: [{ basis: 'consent' }] },
      },
    });
    const { purposes, isBasisOpen } = await blockOf([MEMBER], { register });
    expect(purposes.map(({ bases }) => bases.map(({ basis }) => basis))).toEqual([['consent'], []]);
    expect(isBasisOpen).toBe(true);
  });

  it('leave the basis open where none is stated', async () => {
    const unstated = await blockOf([MEMBER], { register: membershipWith({ purposes: undefined }) });
    expect(unstated).toMatchObject({ purposes: [], isBasisOpen: true, withoutConsent: [] });
    const bare = await blockOf([MEMBER], { register: membershipWith({ purposes: { one: { title } } }) });
    expect(bare).toMatchObject({ purposes: [{ bases: [], isMarketing: false }], isBasisOpen: true });
  });

  it('leave out what the person has not agreed to, by their records', async () => {
    const block = await blockOf([CONSENTS]);
    expect(block.purposes).toEqual([]);
    expect(block.withoutConsent).toEqual([{ en: 'Sending news', fr: 'Envoi de nouvelles' }]);
    expect(block.rights).not.toContain('withdrawal');
    expect(block.isBasisOpen).toBe(false);
  });

  it('count a yes in one place as a yes', async () => {
    const yes = { ...CONSENTS, spec: { ...CONSENTS.spec, name: 'form' }, records: [{ id: 1, news: 'oui' }] };
    const block = await blockOf([CONSENTS, yes, SUBSCRIPTION]);
    expect(block.withoutConsent).toEqual([]);
    expect(block.purposes.map(({ isMarketing }) => isMarketing)).toEqual([true]);
  });
});

describe('an activity of another controller (INT-07)', () => {
  const client = { en: 'Client Ltd', fr: 'Société cliente' };

  it('says who that is, where it is known', async () => {
    const register = membershipWith({ role: { is: 'processor' }, onBehalfOf: client });
    expect((await blockOf([MEMBER], { register })).heldFor).toEqual({ controller: client });
    const unstated = membershipWith({ role: { is: 'processor', assumed: true } });
    expect((await blockOf([MEMBER], { register: unstated })).heldFor).toEqual({});
    expect(await blockOf([MEMBER])).not.toHaveProperty('heldFor');
  });

  it('gives no rights here: they are exercised there', async () => {
    const report = await reportOf([MEMBER], { register: membershipWith({ role: { is: 'processor' }, onBehalfOf: client }) });
    expect(report.rights).toEqual([]);
  });
});

describe('facts that are only assumed (PRF-03)', () => {
  it('are none: conditions of Art. 9 and automated decisions', async () => {
    const register = membershipWith({
      article9: [{ condition: 'a' }, { condition: 'f', assumed: true }],
      adm: { level: 'solely_automated', assumed: true },
    });
    const block = await blockOf([MEMBER], { register });
    expect(block.conditions).toEqual(['a']);
    expect(block).not.toHaveProperty('decisions');
    expect(block.rights).not.toContain('human-review');
  });
});
