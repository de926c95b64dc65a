import { describe, expect, it } from '@jest/globals';
import { LETTER_FIELDS, missingFields, strangeFields } from './letters.js';

const filled = (fields: readonly string[]): Record<string, string> => Object.fromEntries(fields.map((field) => [field, 'x']));

describe('DLN-11 an extension notice and a refusal', () => {
  it('are complete with their own fields, and each field is missed', () => {
    for (const kind of ['extension_notice', 'refusal'] as const) {
      expect(missingFields(kind, filled(LETTER_FIELDS[kind]))).toEqual([]);
      expect(missingFields(kind, {})).toEqual(LETTER_FIELDS[kind]);
      for (const field of LETTER_FIELDS[kind]) {
        expect(missingFields(kind, { ...filled(LETTER_FIELDS[kind]), [field]: ' ' })).toEqual([field]);
      }
    }
  });

  it('do not stand for each other: a refusal names complaint and court (Art. 12(4)), a notice the new date (Art. 12(3))', () => {
    expect(missingFields('refusal', filled(LETTER_FIELDS.extension_notice))).toEqual([
      'grounds',
      'supervisoryAuthority',
      'judicialRemedy',
    ]);
    expect(missingFields('extension_notice', filled(LETTER_FIELDS.refusal))).toEqual(['reason', 'newDueOn']);
    expect(strangeFields('refusal', filled(LETTER_FIELDS.extension_notice))).toEqual(['reason', 'newDueOn']);
    expect(strangeFields('extension_notice', filled(LETTER_FIELDS.extension_notice))).toEqual([]);
  });
});
