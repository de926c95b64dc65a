import { describe, expect, it } from '@jest/globals';
import { ADM_LEVELS, BASES, type Register, SAFEGUARDS } from '@habeas/core/law';
import { changedAt, propertiesOf, type PropertyPath, schemaFaults } from '../../test/article15-schema.js';
import { articleOf } from '../../test/sample-article.js';
import { membershipWith, recipientWith, SAMPLE_REGISTER } from '../../test/sample-register.js';
import { MEMBER, SUBSCRIPTION } from '../../test/sample-report.js';
import { collectionOf, type FoundCollection } from '../testing/report-world.js';

const title = { en: 'Anything', fr: 'Quelque chose' };
const NOTHING = collectionOf({ name: 'member', activity: 'membership' }, []);
const client = { en: 'Client Ltd', fr: 'Société cliente' };

/** Everything that can stand in one: of each kind of entry one. */
const FULL: Register = {
  ...membershipWith({ recipients: ['host', 'mailer', 'members', 'open'] }),
  contacts: {
    ...SAMPLE_REGISTER.contacts,
    rightsChannels: (['email', 'portal', 'post', 'phone'] as const).map((type) => ({ type, value: `by ${type}` })),
  },
  recipients: { ...SAMPLE_REGISTER.recipients, open: { title, role: 'group' } },
  activities: {
    ...membershipWith({ recipients: ['host', 'mailer', 'members', 'open'], retention: undefined }).activities,
    newsletter: {
      ...SAMPLE_REGISTER.activities['newsletter'],
      title,
      role: { is: 'controller' },
      adm: { level: 'solely_automated', logic: title, inputs: title, effect: title, consequences: title, humanRole: title },
    },
    client_work: { title, role: { is: 'processor' }, onBehalfOf: client },
  },
};
const CLIENT_WORK = collectionOf({ name: 'work', activity: 'client_work' }, [{ id: 1 }]);
const ALL: readonly FoundCollection[] = [MEMBER, SUBSCRIPTION, CLIENT_WORK];

describe('article15.json and its schema', () => {
  it('conforms, whatever is held and stated, in each language', async () => {
    const bare: Register = {
      ...SAMPLE_REGISTER,
      controller: { name: 'Example Association', country: 'FR' },
      contacts: {},
      activities: { membership: { title, role: { is: 'controller' } }, newsletter: { title, role: { is: 'processor' } } },
    };
    const { supervisoryAuthority: _, ...silent } = bare;
    for (const register of [SAMPLE_REGISTER, FULL, bare, silent]) {
      for (const language of ['en', 'fr'] as const) {
        await articleOf(ALL, { register }, language);
        await articleOf([NOTHING], { register }, language);
      }
    }
    for (const basis of BASES)
      await articleOf([MEMBER], { register: membershipWith({ purposes: { one: { title, bases: [{ basis }] } } }) });
    for (const level of ADM_LEVELS) await articleOf([MEMBER], { register: membershipWith({ adm: { level } }) });
    for (const type of SAFEGUARDS) {
      await articleOf([MEMBER], { register: recipientWith({ location: { in: ['US'] }, safeguard: { type } }) });
    }
  });

  /** What may be absent, because the controller may not have stated it. */
  const OPTIONAL = new Set([
    ...['legalForm', 'address', 'representative', 'jointWith'].map((name) => `controller/${name}`),
    ...['name', 'email', 'phone', 'address'].map((name) => `dataProtectionOfficer/${name}`),
    'dataDisclosed/*/recipients',
    ...['name', 'unnamedBecause'].map((name) => `dataDisclosed/*/recipients/*/${name}`),
    'dataDisclosed/*/legitimateInterests/*/reasoning',
    'dataDisclosed/*/storage/*/temporal/*/ttl',
    ...['safeguard', 'description', 'copyFrom'].map((name) => `thirdCountryTransfers/*/${name}`),
    ...['url', 'email', 'post', 'phone'].map((name) => `accessAndDataPortability/${name}`),
    'rightToComplain/supervisoryAuthority',
    ...['address', 'phone', 'website'].map((name) => `rightToComplain/supervisoryAuthority/${name}`),
    'automatedDecisionMaking/inUse',
    ...['logicInvolved', 'inputs', 'effect', 'scopeAndIntendedEffects', 'humanRole'].map(
      (name) => `automatedDecisionMaking/activities/*/${name}`,
    ),
  ]);
  const nameOf = (path: PropertyPath): string => path.map((step) => (typeof step === 'number' ? '*' : step)).join('/');

  it('does not conform without any of the properties that have to be there', async () => {
    const document = await articleOf(ALL, { register: FULL });
    const mandatory = propertiesOf(document).filter((path) => !OPTIONAL.has(nameOf(path)));
    expect(mandatory.length).toBeGreaterThan(100);
    expect(mandatory.filter((path) => schemaFaults(changedAt(document, path)).length === 0)).toEqual([]);
    const optional = propertiesOf(document).filter((path) => OPTIONAL.has(nameOf(path)));
    expect(optional.filter((path) => schemaFaults(changedAt(document, path)).length > 0)).toEqual([]);
    expect([...OPTIONAL].filter((name) => !optional.some((path) => nameOf(path) === name))).toEqual([]);
  });

  it('does not conform with a property more, nor with a value of another kind', async () => {
    const document = await articleOf(ALL, { register: FULL });
    for (const path of propertiesOf(document)) {
      expect([path, schemaFaults(changedAt(document, path, { strange: 1 })).length > 0]).toEqual([path, true]);
    }
    expect(schemaFaults({ ...document, strange: 1 })).not.toEqual([]);
  });
});
