import { describe, expect, it } from '@jest/globals';
import { type Evidence, Secret } from '@habeas/connector-sdk';
import { identifierOf } from '../testing/match-builder.js';
import { identifierKey } from '../subject/identifier-key.js';
import { recheckEvidence } from './checked-evidence.js';

function check(asked: string, found: string, phoneRegion?: string): Evidence['how'] | undefined {
  const identifier = identifierOf(asked);
  const evidence = { identifier, field: 'person.field', found: new Secret(found), how: 'equal' as const };
  const context = { asked: new Map([[identifierKey(identifier), identifier]]), phoneRegion, place: 'identifier' as const };
  return recheckEvidence(evidence, context)?.how;
}

describe('recheckEvidence', () => {
  it.each<[string, string, Evidence['how'] | undefined]>([
    ['email:ann@example.org', 'ann@example.org', 'equal'],
    ['email:ann@example.org', ' ann@example.org ', 'equal'],
    ['email:ann@example.org', 'Ann@Example.ORG', 'equal-fold'],
    ['email:ann@example.org', 'mailto:ann@example.org', 'normalised'],
    ['email:ann@example.org', 'ann+news@example.org', 'folded'],
    ['email:ann@example.org', 'an@example.org', undefined],
    ['email:ann@example.org', 'ann@example.org.evil.test', undefined],
    ['email:ann@example.org', 'josé@example.org', undefined],
    ['email:ann@example.org', 'not an address', undefined],
    ['phone:+33612345678', '+33 6 12 34 56 78', 'normalised'],
    ['phone:+33612345678', '+33 1 42 68 53 00 / +33 6 12 34 56 78', 'normalised'],
    ['phone:+33612345678', '06 12 34 56 78', undefined],
    ['id:shop.customer:7', '7', 'equal'],
    ['id:shop.customer:7', '77', undefined],
  ])('%s found as "%s": %s', (asked, found, how) => {
    expect(check(asked, found)).toBe(how);
  });

  it('reads national numbers in the region of the source', () => {
    expect(check('phone:+33612345678', '06 12 34 56 78', 'FR')).toBe('normalised');
  });

  it('does not accept evidence for an identifier that nobody asked for', () => {
    const evidence = {
      identifier: identifierOf('email:bob@example.org'),
      field: 'f',
      found: new Secret('bob@example.org'),
      how: 'equal' as const,
    };
    expect(recheckEvidence(evidence, { asked: new Map(), phoneRegion: undefined, place: 'identifier' })).toBeUndefined();
  });
});
