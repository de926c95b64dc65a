import { describe, expect, it } from '@jest/globals';
import { describedField } from './described-field.js';

describe('describedField', () => {
  it('says what was said, and nothing of what was not', () => {
    expect(describedField({})).toEqual({});
    const description = {
      title: { en: 'Health' },
      category: 'pd:Health',
      special: true,
      thirdParty: true,
      freeText: true,
    } as const;
    expect(describedField(description)).toEqual(description);
    expect(describedField({ thirdParty: true, ownUse: false })).toEqual({ thirdParty: true, ownUse: false });
    expect(describedField({ special: false, thirdParty: false, freeText: false })).toEqual({});
  });
});
