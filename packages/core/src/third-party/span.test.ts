import { expect, it } from '@jest/globals';
import { THIRD_PARTY_KINDS } from './span.js';

it('TPD-06 looks for addresses, numbers, accounts, national ids and names', () => {
  expect(THIRD_PARTY_KINDS).toEqual(['email', 'phone', 'iban', 'national-id', 'name']);
});
