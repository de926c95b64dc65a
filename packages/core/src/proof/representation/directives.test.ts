import { describe, expect, it } from '@jest/globals';
import { localDate } from '../../calendar/local-date.js';
import { type Authority, requireAuthority } from './authority.js';
import { type Directive, directiveFaults, directiveInForce, type Succession } from './directives.js';

const GENERAL: Directive = { kind: 'general', directs: 'nothing', givenOn: localDate('2020-05-01'), register: 'Notaries' };
const SPECIFIC: Directive = {
  ...{ kind: 'specific', directs: 'close', givenOn: localDate('2021-05-01') },
  consentOn: localDate('2021-05-01'),
};
const { consentOn: _, ...BY_TERMS } = SPECIFIC;
const SUCCESSION: Succession = { diedOn: localDate('2025-12-24'), purpose: 'estate_settlement' };
const against = (directives: readonly Directive[], more: Succession = {}) =>
  directiveFaults(directives, { ...SUCCESSION, ...more });

describe('what a deceased person has directed (PER-05; LIL art. 84-86)', () => {
  it('is the last that they gave: a later directive revokes an earlier one, in whatever order they were noted', () => {
    expect(directiveInForce([])).toBeUndefined();
    expect(directiveInForce([GENERAL, SPECIFIC])).toBe(SPECIFIC);
    expect(directiveInForce([SPECIFIC, GENERAL])).toBe(SPECIFIC);
    expect(directiveInForce([SPECIFIC, { ...GENERAL, givenOn: localDate('2022-01-01') }])?.kind).toBe('general');
  });

  it('does not count where it is revoked, or specific and consented to in terms of use only', () => {
    expect(directiveInForce([{ ...GENERAL, revokedOn: localDate('2020-06-01') }])).toBeUndefined();
    expect(directiveInForce([BY_TERMS])).toBeUndefined();
    expect(directiveInForce([GENERAL, BY_TERMS])).toBe(GENERAL);
    expect(against([BY_TERMS])).toEqual([]);
  });

  it.each<[string, Directive, Succession, number]>([
    ['that nobody has the data: no heir has any', GENERAL, {}, 1],
    ['that they are erased: no heir has any', { ...GENERAL, directs: 'erase' }, {}, 1],
    ['that others have them', { ...GENERAL, directs: 'recipients', recipients: 'Ida Sample' }, {}, 1],
    ['that who asks has them', { ...GENERAL, directs: 'recipients', recipients: 'Ida Sample' }, { isNamed: true }, 0],
    ['that the account is closed, against another purpose', SPECIFIC, {}, 1],
    ['that the account is closed, which is what they ask for', SPECIFIC, { purpose: 'account_closure' }, 0],
  ])('goes before what heirs ask: %s', (_what, directive, succession, faults) => {
    expect(against([directive], succession)).toHaveLength(faults);
  });

  it.each<[string, Directive]>([
    ['a general one that stands in no register', { ...SPECIFIC, kind: 'general' }],
    ['one for others that does not say for whom', { ...GENERAL, directs: 'recipients' }],
    ['one from after the death', { ...SPECIFIC, givenOn: localDate('2026-01-01') }],
    ['a consent from after the death', { ...SPECIFIC, consentOn: localDate('2026-01-01') }],
    ['a revocation from before it was given', { ...GENERAL, revokedOn: localDate('2019-01-01') }],
  ])('is not %s', (_what, directive) => {
    const named = { purpose: 'account_closure', isNamed: true } as const;
    expect(against([directive], named)).toHaveLength(1);
  });

  it('is judged without a day of death by what it says alone, and is never endless', () => {
    expect(directiveFaults([SPECIFIC], { purpose: 'account_closure' })).toEqual([]);
    expect(against(Array.from({ length: 21 }, () => SPECIFIC))).toEqual(['20 directives can be noted at most']);
  });

  it('gives an heir no authority where it speaks against them', () => {
    const heir: Authority = {
      ...{ evidence: 'will', diedOn: localDate('2025-12-24'), purpose: 'estate_settlement', isForbidden: false },
      directives: [GENERAL],
    };
    const terms = { today: localDate('2026-03-01'), rights: ['access'] as const, jurisdiction: 'FR' };
    expect(() => {
      requireAuthority('heir', heir, terms);
    }).toThrow('the deceased has directed that nobody has their data');
    const revoked = { ...heir, directives: [{ ...GENERAL, revokedOn: localDate('2023-01-01') }] };
    expect(() => {
      requireAuthority('heir', revoked, terms);
    }).not.toThrow();
  });
});
