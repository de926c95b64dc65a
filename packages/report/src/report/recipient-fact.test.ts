import { describe, expect, it } from '@jest/globals';
import type { Activity, Register } from '@habeas/core/law';
import { membershipWith, recipientWith, SAMPLE_REGISTER } from '../../test/sample-register.js';
import { recipientFacts, type RecipientFacts } from './recipient-fact.js';

function factsOf(register: Register, changes: Partial<Activity> = {}): RecipientFacts {
  return recipientFacts({ ...register.activities['membership'], ...changes } as Activity, register);
}

function stated(register: Register): readonly [ids: readonly string[], areStated: boolean] {
  const { recipients, areRecipientsStated } = factsOf(register);
  return [recipients.map(({ id }) => id), areRecipientsStated];
}

describe('recipients (REP-03)', () => {
  it('are neither staff nor an authority that asks in an inquiry of its own', () => {
    expect(stated(SAMPLE_REGISTER)).toEqual([['host'], true]);
    expect(stated(membershipWith({ recipients: ['staff', 'police'] }))).toEqual([[], true]);
  });

  it('are stated to be nobody by an empty list, and unstated without one', () => {
    expect(stated(membershipWith({ recipients: [] }))).toEqual([[], true]);
    expect(stated(membershipWith({ recipients: undefined }))).toEqual([[], false]);
  });

  it('are unstated where all of them are only assumed (PRF-03)', () => {
    expect(stated(recipientWith({ assumed: true }))).toEqual([[], false]);
    const { recipients } = SAMPLE_REGISTER;
    const host = { ...recipients['host'], assumed: true } as Register['recipients'][string];
    const register = { ...membershipWith({ recipients: ['host', 'mailer'] }), recipients: { ...recipients, host } };
    expect(stated(register)).toEqual([['mailer'], true]);
  });

  it('are only those that the register has', () => {
    expect(stated(membershipWith({ recipients: ['nobody', 'toString', 'host'] }))).toEqual([['host'], true]);
  });
});

describe('where recipients are (REP-04)', () => {
  it('tells countries outside the Economic Area apart', () => {
    const { recipients } = factsOf(membershipWith({ recipients: ['host', 'mailer', 'members'] }));
    expect(recipients.map(({ thirdCountries }) => thirdCountries)).toEqual([[], ['US'], ['worldwide']]);
    expect(recipients.map(({ isPlaceOpen }) => isPlaceOpen)).toEqual([false, false, false]);
  });

  it('is open where it is not stated, or only assumed with what protects data there (PRF-03)', () => {
    const [unstated] = factsOf(recipientWith({})).recipients;
    expect(unstated).toMatchObject({ thirdCountries: [], isPlaceOpen: true });
    const assumed = recipientWith({
      location: { in: ['US'], assumed: true },
      safeguard: { type: 'adequacy', assumed: true },
    });
    const [fact] = factsOf(assumed).recipients;
    expect(fact).toMatchObject({ thirdCountries: [], isPlaceOpen: true });
    expect(fact?.recipient).not.toHaveProperty('location');
    expect(fact?.recipient).not.toHaveProperty('safeguard');
  });

  it('is not open where nothing leaves the Economic Area, nor before the event in which somebody receives data', () => {
    const [buyer] = factsOf(recipientWith({ onlyIf: { en: 'we are sold', fr: 'nous sommes vendus' } })).recipients;
    expect(buyer?.isPlaceOpen).toBe(false);
    const declaring = (noThirdCountryTransfer: object): Register => ({
      ...recipientWith({}),
      declares: { noThirdCountryTransfer },
    });
    expect(factsOf(declaring({})).recipients.map(({ isPlaceOpen }) => isPlaceOpen)).toEqual([false]);
    expect(factsOf(declaring({ assumed: true })).recipients.map(({ isPlaceOpen }) => isPlaceOpen)).toEqual([true]);
  });
});
