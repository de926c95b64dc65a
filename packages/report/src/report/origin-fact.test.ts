import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import { DISCLOSURE_LIMITS } from '@habeas/core/law';
import { membershipWith } from '../../test/sample-register.js';
import { blockOf, MEMBER } from '../../test/sample-report.js';
import { collectionOf, type FoundCollection, ID_FIELD } from '../testing/report-world.js';

const form = { title: { en: 'A form', fr: 'Un formulaire' } };
const partners = { title: { en: 'Partners', fr: 'Des partenaires' }, thirdParty: true } as const;
const register = membershipWith({ collectedFrom: [form, partners] });

function told(name: string, records: readonly JsonObject[]): FoundCollection {
  const fields = [ID_FIELD, { name: 'broker', type: 'string', origin: 'third_party', tells: 'source' }] as const;
  return collectionOf({ name, activity: 'membership', fields }, records);
}

describe('from whom data came (REP-05)', () => {
  it('is whom the records name, over all collections, and not "partners" in their place', async () => {
    const found = [
      told('leads', [
        { id: 1, broker: 'Broker One' },
        { id: 2, broker: 'Broker Two' },
      ]),
      told('guests', [{ id: 1, broker: 'Broker One' }]),
    ];
    expect((await blockOf(found, { register })).origin).toEqual({
      stated: [],
      told: [
        { name: 'Broker One', records: 2 },
        { name: 'Broker Two', records: 1 },
      ],
      untold: 0,
      isMoreTold: false,
    });
  });

  it('is what the controller states for records that name nobody, also those without a field for it', async () => {
    const found = [told('leads', [{ id: 1, broker: 'Broker One' }, { id: 2 }]), MEMBER];
    expect((await blockOf(found, { register })).origin).toMatchObject({ stated: [form, partners], untold: 2 });
  });

  it('is nothing that the controller only assumes (PRF-03), and nothing where it states nothing', async () => {
    const assumed = membershipWith({ collectedFrom: [form, { ...partners, assumed: true }] });
    expect((await blockOf([MEMBER], { register: assumed })).origin.stated).toEqual([form]);
    const unstated = membershipWith({ collectedFrom: undefined });
    expect((await blockOf([MEMBER], { register: unstated })).origin).toEqual({
      stated: [],
      told: [],
      untold: 1,
      isMoreTold: false,
    });
  });

  it('says where there are more names than are kept', async () => {
    const found = told('leads', [
      { id: 1, broker: 'Broker One' },
      { id: 2, broker: 'Broker Two' },
    ]);
    const limits = { ...DISCLOSURE_LIMITS, sourceNames: 1 };
    expect((await blockOf([found], { register, limits })).origin).toMatchObject({ isMoreTold: true, untold: 0 });
  });
});
