import { describe, expect, it } from '@jest/globals';
import type { JsonObject, JsonValue } from '@habeas/connector-sdk';
import type { Register } from '@habeas/core/law';
import { articleOf, disclosedIn } from '../../test/sample-article.js';
import { membershipWith, SAMPLE_REGISTER } from '../../test/sample-register.js';
import { MEMBER, SUBSCRIPTION } from '../../test/sample-report.js';
import { accountOf, collectionOf, entryOf, type FoundCollection, ID_FIELD } from '../testing/report-world.js';

const title = { en: 'Anything', fr: 'Quelque chose' };
const NOTHING = collectionOf({ name: 'member', activity: 'membership' }, []);
const client = { en: 'Client Ltd', fr: 'Société cliente' };

/** The one entry of an activity. */
async function entryOfActivity(register: Register): Promise<JsonObject> {
  const [entry] = disclosedIn(await articleOf([MEMBER], { register }));
  return entry as JsonObject;
}

describe('the information for programs (FMT-04)', () => {
  it('says whether data are held, as of when, and for which request (REP-01)', async () => {
    const document = await articleOf([MEMBER]);
    const moment = '2026-11-29T08:05:00.000Z';
    expect(document).toMatchObject({ confirmation: 'held', complete: true });
    expect(document['meta']).toMatchObject({ _id: '2026-0042', created: moment, modified: moment, language: 'en' });
    const account = accountOf([entryOf(NOTHING, { outcome: 'failed', blocking: true })]);
    expect(await articleOf([NOTHING], { account })).toMatchObject({ confirmation: 'unknown', complete: false });
  });

  it('has an entry for each activity with records, and for the file of the request (REP-02, INT-09)', async () => {
    const ids = async (found: readonly FoundCollection[]): Promise<readonly JsonValue[]> =>
      disclosedIn(await articleOf(found)).map(({ _id }) => _id ?? null);
    expect(await ids([SUBSCRIPTION])).toEqual(['newsletter', 'request-file']);
    expect(await ids([MEMBER, SUBSCRIPTION])).toEqual(['membership', 'newsletter', 'request-file']);
    expect(await ids([NOTHING])).toEqual(['request-file']);
  });

  it('has no value of any record, not even the names of those from whom they say they came', async () => {
    const fields = [ID_FIELD, { name: 'broker', type: 'string', tells: 'source', category: 'pd:Source' }] as const;
    const found = collectionOf({ name: 'lead', activity: 'newsletter', fields }, [{ id: 1, broker: 'Broker One' }]);
    const text = JSON.stringify(await articleOf([MEMBER, found]));
    expect(text).not.toMatch(/Ann Sample|Broker One/u);
    expect(text).toContain('"namedInRecords":1');
  });

  it('has bases, interests, categories and periods (REP-08)', async () => {
    const entry = await entryOfActivity(SAMPLE_REGISTER);
    expect(entry).toMatchObject({
      category: 'Number, Name and Left',
      dataCategories: ['pd:Name'],
      legalBases: [
        { reference: 'GDPR-6-1-b', description: 'contract' },
        { reference: 'GDPR-6-1-c', description: 'legal_obligation' },
        { reference: 'GDPR-6-1-f', description: 'legitimate_interest' },
      ],
      legitimateInterests: [{ exists: true, reasoning: 'Knowing our members.' }],
      storage: [{ temporal: [{ ttl: 'P2Y', description: expect.stringMatching(/^Kept for 2 years/u) }] }],
    });
    const bare = membershipWith({ purposes: { one: { title, bases: [{ basis: 'legitimate_interest' }] } } });
    expect((await entryOfActivity(bare))['legitimateInterests']).toEqual([{ exists: true }]);
  });

  it.each([
    ['P1Y6M', 'P1Y6M'],
    ['P10D', 'P10D'],
    ['P0D', 'P0D'],
  ])('writes periods as ISO 8601: %s', async (length, ttl) => {
    const retention = [{ anchor: ['membership.endedAt'], period: { length } }];
    expect(await entryOfActivity(membershipWith({ retention }))).toMatchObject({ storage: [{ temporal: [{ ttl }] }] });
    expect(await entryOfActivity(membershipWith({ retention: [{ period: { length } }] }))).toMatchObject({
      storage: [{ temporal: [{ ttl }] }],
    });
  });

  it('has recipients, and what goes to third countries, each once (REP-03, REP-04)', async () => {
    const register = membershipWith({ recipients: ['host', 'mailer', 'members'] });
    const document = await articleOf([MEMBER, SUBSCRIPTION], { register });
    expect(disclosedIn(document)[0]?.['recipients']).toEqual([
      { name: 'Example Hosting', category: 'Hosting', role: 'processor', countries: ['FR', 'NO'], thirdCountry: false },
      {
        name: 'Example Mailing Inc.',
        category: 'Mailing service',
        role: 'processor',
        countries: ['US', 'FR'],
        thirdCountry: true,
      },
      {
        category: 'Other members',
        role: 'subjects',
        unnamedBecause: 'not_identifiable',
        countries: ['worldwide'],
        thirdCountry: true,
      },
    ]);
    expect(document['thirdCountryTransfers']).toEqual([
      {
        country: 'US',
        recipient: 'Example Mailing Inc.',
        safeguard: 'standard_clauses',
        description: 'Module two.',
        copyFrom: 'clauses@association.example',
      },
      { country: 'worldwide', recipient: 'Other members' },
    ]);
  });

  it('has rights with the activities in which they apply, and the authority (REP-07)', async () => {
    expect(await articleOf([MEMBER, SUBSCRIPTION])).toMatchObject({
      rightToWithdrawConsent: { available: true, activities: ['newsletter'] },
      rightToObject: { available: true, activities: ['membership'] },
      rightToObjectToMarketing: { available: true, activities: ['newsletter'] },
      rightToDataPortability: { available: true, activities: ['membership', 'newsletter'] },
      rightToComplain: { supervisoryAuthority: { name: 'Example Authority', website: 'https://authority.example/complaints' } },
    });
    expect(await articleOf([NOTHING])).toMatchObject({ rightToObject: { available: false, activities: [] } });
  });

  it('tells whether programs decide only where that is known (REP-06)', async () => {
    const inUse = async (levels: Parameters<typeof membershipWith>[0], found = [MEMBER]): Promise<unknown> =>
      ((await articleOf(found, { register: membershipWith(levels) }))['automatedDecisionMaking'] as JsonObject)['inUse'];
    expect(await inUse({ adm: { level: 'none' } })).toBe(false);
    expect(await inUse({ adm: { level: 'profiling' } })).toBe(true);
    expect(await inUse({ adm: undefined })).toBeUndefined();
    expect(await inUse({ adm: undefined }, [MEMBER, SUBSCRIPTION])).toBe(true);
  });

  it('has nothing but the controller that answers, of what is held for another (INT-07)', async () => {
    const held = await articleOf([MEMBER], {
      register: membershipWith({
        role: { is: 'processor' },
        onBehalfOf: client,
        recipients: ['mailer'],
        adm: { level: 'profiling' },
      }),
    });
    expect(disclosedIn(held)[0]).toEqual({
      _id: 'membership',
      activity: 'Membership',
      category: 'Number, Name and Left',
      heldFor: 'Client Ltd',
    });
    expect(held).toMatchObject({
      thirdCountryTransfers: [],
      sources: [],
      automatedDecisionMaking: { inUse: false, activities: [] },
    });
    const unknown = await entryOfActivity(membershipWith({ role: { is: 'processor' } }));
    expect(unknown['heldFor']).toBeNull();
  });
});
