import { describe, expect, it } from '@jest/globals';
import { type PostedForm, readAskForm, textOf } from './ask-form.js';

const read = (form: PostedForm) =>
  readAskForm(form, 'fr', { phoneRegion: 'FR', numberNamespaces: ['crm.member', 'shop.customer'] });
const faultsOf = (form: PostedForm) => {
  const found = read(form);
  return 'faults' in found ? found.faults.map(({ field, fault }) => `${field} ${fault}`) : [];
};

describe('the form of somebody who asks', () => {
  it('asks for access to everything, as tables and in the language of the page, where nothing else is chosen (INT-03)', () => {
    const found = read({ email: ' ann@example.org ' });
    expect(found).toMatchObject({
      ask: {
        identifiers: [{ kind: 'email', value: 'ann@example.org' }],
        rights: ['access'],
        format: 'csv',
        language: 'fr',
        isForOther: false,
      },
    });
    expect('ask' in found && found.ask.words).toBe(undefined);
    expect('ask' in found && found.ask.packing).toBe(undefined);
  });

  it('searches for addresses, telephones and names, and leaves all else to a person', () => {
    const found = read({
      email: 'ann@example.org',
      otherEmails: 'a@example.org\n b@example.org;',
      phone: '06 39 98 00 01',
      otherPhones: '+33639980002',
      givenName: 'Ann',
      familyName: 'Martin',
      customerNumber: '4711',
      requester: 'minor_self',
      rights: ['access', 'portability', 'other'],
      format: 'json',
      packing: 'age',
      language: 'en',
    });
    expect('ask' in found && found.ask.identifiers.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'email ann@example.org',
      'phone 06 39 98 00 01',
      'name Ann',
      'name Martin',
      'email a@example.org',
      'email b@example.org',
      'phone +33639980002',
      'id 4711',
      'id 4711',
    ]);
    expect(found).toMatchObject({
      ask: {
        rights: ['access', 'portability'],
        format: 'json',
        packing: 'age',
        language: 'en',
        isForOther: false,
        words: { requester: 'minor_self', customerNumber: '4711' },
      },
    });
  });

  it.each<[string, PostedForm, readonly string[]]>([
    ['nothing to search with', { message: 'Hello' }, ['email nothing-to-search']],
    ['what is no address', { email: 'ann at example' }, ['email bad-email']],
    ['one among several that is none', { email: 'ann@example.org', otherEmails: 'a@example.org, b' }, ['otherEmails bad-email']],
    ['what is no telephone', { phone: '12' }, ['phone bad-phone']],
    ['characters that hide', { email: 'ann@example.org', familyName: 'Mar\u202etin' }, ['familyName hidden-characters']],
    ['a name without a letter', { email: 'ann@example.org', givenName: '---' }, ['givenName hidden-characters']],
    ['what is too long', { email: 'ann@example.org', period: 'x'.repeat(401) }, ['period too-long']],
    ['a message that is too long', { email: 'ann@example.org', message: 'x'.repeat(5_001) }, ['message too-long']],
    ['somebody for another without a name', { email: 'ann@example.org', requester: 'heir' }, ['requesterName needed']],
  ])('is not taken with %s', (_name, form, faults) => {
    expect(faultsOf(form)).toEqual(faults);
  });

  it('takes what is no text for nothing, and what nobody can choose for what is chosen without', () => {
    expect(textOf({ email: ['a', 'b'] }, 'email')).toBe('');
    expect(read({ customerNumber: '7', requester: 'king', format: 'pdf', language: 'de', rights: 'erasure' })).toMatchObject({
      ask: { rights: ['access'], format: 'csv', language: 'fr', isForOther: false },
    });
    expect(readAskForm({ phone: '06 39 98 00 01' }, 'en', { numberNamespaces: [] })).toMatchObject({
      faults: [{ fault: 'bad-phone' }],
    });
  });
});
