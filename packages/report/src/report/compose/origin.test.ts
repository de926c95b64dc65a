import { describe, expect, it } from '@jest/globals';
import type { JsonObject } from '@habeas/connector-sdk';
import { DISCLOSURE_LIMITS } from '@habeas/core/law';
import { membershipWith } from '../../../test/sample-register.js';
import { blockOf, ENGLISH, FRENCH, type Making, MEMBER, wordsIn } from '../../../test/sample-report.js';
import { collectionOf, type FoundCollection, ID_FIELD } from '../../testing/report-world.js';
import { originOf } from './origin.js';

const form = { title: { en: 'a form', fr: 'un formulaire' } };
const partners = { title: { en: 'partners', fr: 'des partenaires' }, thirdParty: true } as const;
const FIELDS = [ID_FIELD, { name: 'broker', type: 'string', tells: 'source' }] as const;

function leads(...records: readonly JsonObject[]): FoundCollection {
  return collectionOf({ name: 'lead', activity: 'membership', fields: FIELDS }, records);
}

async function told(found: FoundCollection, making: Making): Promise<readonly string[]> {
  return wordsIn(...originOf(await blockOf([found], making), ENGLISH));
}

describe('where data came from (REP-05)', () => {
  const register = membershipWith({ collectedFrom: [form, partners] });

  it('is whom the records name, each with the number of its records', async () => {
    const found = leads({ id: 1, broker: 'Broker One' }, { id: 2, broker: 'Broker Two' }, { id: 3, broker: 'Broker Two' });
    expect(await told(found, { register })).toEqual(['Named in your records: Broker One (1 record) and Broker Two (2 records).']);
  });

  it('is what the controller states, for the records that name nobody', async () => {
    const one = leads({ id: 1, broker: 'Broker One' }, { id: 2 });
    expect(await told(one, { register })).toEqual([
      'Named in your records: Broker One (1 record).',
      'One more record names nobody. Of that one:',
      'From you: a form.',
      'From others: partners. Your records do not say from whom exactly.',
    ]);
    const two = leads({ id: 1, broker: 'Broker One' }, { id: 2 }, { id: 3, broker: ' ' });
    expect((await told(two, { register }))[1]).toBe('2 more records name nobody. Of those:');
    const french = wordsIn(...originOf(await blockOf([one], { register }), FRENCH));
    expect(french[1]).toBe('Un autre enregistrement ne nomme personne. Pour celui-là\u00a0:');
  });

  it('is only what the controller states, where no record names anybody', async () => {
    expect(await told(MEMBER, { register: membershipWith({ collectedFrom: [form] }) })).toEqual(['From you: a form.']);
    expect(await told(MEMBER, { register: membershipWith({ collectedFrom: [partners] }) })).toEqual([
      'From others: partners. Your records do not say from whom exactly.',
    ]);
  });

  it('is said not to be recorded, where nobody says it', async () => {
    expect(await told(MEMBER, { register: membershipWith({ collectedFrom: [] }) })).toEqual([
      'Where the data came from is not recorded.',
    ]);
  });

  it('points to the tables for more names', async () => {
    const found = leads({ id: 1, broker: 'Broker One' }, { id: 2, broker: 'Broker Two' });
    const limits = { ...DISCLOSURE_LIMITS, sourceNames: 1 };
    expect(await told(found, { register, limits })).toEqual([
      'Named in your records: Broker One (1 record).',
      'More sources are named in the tables.',
    ]);
  });
});
