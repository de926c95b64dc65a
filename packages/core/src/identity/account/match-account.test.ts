import { describe, expect, it } from '@jest/globals';
import { matchAccount } from './match-account.js';

const NOTHING_FOUND = { identifiers: [], matches: [] };
const PHONE = { kind: 'phone', value: '06 12 34 56 78' } as const;
const file = { identifiers: [PHONE] };

describe('an account that is compared with a request (R57)', () => {
  it('fits where a search would take both for the same, in the region of the controller', () => {
    const account = [{ kind: 'phone', value: '+33612345678' }] as const;
    expect(matchAccount({ file, found: NOTHING_FOUND, phoneRegion: 'FR' }, account, 'signed in')).toEqual({
      identifiers: [{ ...PHONE, provedBy: 'signed in' }],
      proved: [1],
    });
    expect(matchAccount({ file, found: NOTHING_FOUND }, account, 'signed in')).toBeUndefined();
  });

  it('leaves what was proved before as it was proved', () => {
    const proved = [{ kind: 'email', value: 'ann@example.org', provedBy: 'a code' }] as const;
    const account = [{ kind: 'email', value: 'ann@example.org' }] as const;
    const matched = matchAccount({ file: { identifiers: proved }, found: NOTHING_FOUND }, account, 'signed in');
    expect(matched).toEqual({ identifiers: proved, proved: [1] });
  });
});
