import { describe, expect, it } from '@jest/globals';
import { IDENTITY_DEMANDS } from '../register/vocabulary.js';
import { type LadderFacts, requiredProof } from './required-proof.js';

const NOTHING: LadderFacts = {
  isSignedIn: false,
  hasContact: false,
  hasKnownFacts: false,
  hasSpecialCategories: false,
  isNewAddress: false,
  isContactChanged: false,
  isAmbiguous: false,
  isForAnother: false,
  isDoubted: false,
  isDocumentDemanded: false,
};
type Flag = Exclude<keyof LadderFacts, 'policyDemands'>;
const FLAGS = Object.keys(NOTHING) as Flag[];

const ACCOUNT: Partial<LadderFacts> = { isSignedIn: true };
const CONTACT: Partial<LadderFacts> = { hasContact: true };

/** Each row: what is so, the level that it takes, and why. */
const TABLE: readonly (readonly [Partial<LadderFacts>, string])[] = [
  [ACCOUNT, 'L0 signed-in'],
  [{ ...ACCOUNT, ...CONTACT, hasKnownFacts: true }, 'L0 signed-in'],
  [{ ...ACCOUNT, hasSpecialCategories: true }, 'L1 signed-in special-category'],
  [{ ...ACCOUNT, isNewAddress: true }, 'L1 signed-in new-address'],
  [{ ...ACCOUNT, isContactChanged: true }, 'L1 signed-in contact-changed'],
  [{ ...ACCOUNT, isNewAddress: true, isContactChanged: true }, 'L2 signed-in new-address contact-changed'],
  [{ ...ACCOUNT, isAmbiguous: true }, 'L2 signed-in ambiguous'],
  [{ ...ACCOUNT, isForAnother: true }, 'L2 signed-in for-another'],
  [{ ...ACCOUNT, isDoubted: true, isDocumentDemanded: true }, 'L1 signed-in doubt'],
  [CONTACT, 'L1 contact'],
  [{ ...CONTACT, hasKnownFacts: true }, 'L1 contact'],
  [{ ...CONTACT, hasSpecialCategories: true }, 'L2 contact special-category'],
  [{ ...CONTACT, isNewAddress: true }, 'L2 contact new-address'],
  [{ ...CONTACT, isDoubted: true }, 'L2 contact doubt'],
  [{ ...CONTACT, isAmbiguous: true }, 'L2 contact ambiguous'],
  [{ ...CONTACT, isForAnother: true }, 'L2 contact for-another'],
  [
    { ...CONTACT, hasSpecialCategories: true, isNewAddress: true },
    'L2 contact special-category new-address no-document-without-doubt',
  ],
  [{ ...CONTACT, hasSpecialCategories: true, isDoubted: true }, 'L2 contact special-category doubt no-document-without-doubt'],
  [{ hasKnownFacts: true }, 'L2 known-facts'],
  [{ hasKnownFacts: true, isDoubted: true }, 'L2 known-facts doubt no-document-without-doubt'],
  [{}, 'L2 nothing-to-prove-with'],
  [{ ...CONTACT, isDocumentDemanded: true }, 'L1 contact'],
  [{ ...CONTACT, isDoubted: true, isDocumentDemanded: true }, 'L3 contact doubt document-demanded'],
];

function decided(facts: Partial<LadderFacts>): string {
  const { level, reasons } = requiredProof({ ...NOTHING, ...facts });
  return [level, ...reasons].join(' ');
}

/** Every combination of the facts. */
const ALL: readonly LadderFacts[] = Array.from({ length: 2 ** FLAGS.length }, (_, bits) => ({
  ...NOTHING,
  ...Object.fromEntries(FLAGS.map((flag, position) => [flag, ((bits >> position) & 1) === 1])),
}));

describe('the ladder of proofs (IDV-02)', () => {
  it.each(TABLE)('%j takes the lowest level that suffices', (facts, outcome) => {
    expect(decided(facts)).toBe(outcome);
  });

  it('never comes to a document without a recorded doubt and its proportionality, nor for a signed-in account (IDV-01, IDV-03)', () => {
    const documents = ALL.filter((facts) => requiredProof(facts).level === 'L3');
    expect(documents).toHaveLength(2 ** 7);
    for (const { isDoubted, isDocumentDemanded, isSignedIn } of documents) {
      expect([isDoubted, isDocumentDemanded, isSignedIn]).toEqual([true, true, false]);
    }
  });

  it('says at least one reason, each once, and never asks for less where there is one risk more', () => {
    const risks: readonly Flag[] = ['hasSpecialCategories', 'isNewAddress', 'isContactChanged', 'isAmbiguous', 'isForAnother'];
    for (const facts of ALL) {
      const { level, reasons } = requiredProof(facts);
      expect(reasons.length).toBeGreaterThan(0);
      expect(new Set(reasons).size).toBe(reasons.length);
      for (const risk of risks) {
        expect(requiredProof({ ...facts, [risk]: true }).level >= level).toBe(true);
      }
    }
  });

  it.each(IDENTITY_DEMANDS)('is the same whatever a policy demands: %s (IDV-01)', (policyDemands) => {
    for (const facts of ALL) {
      const { level, reasons } = requiredProof({ ...facts, policyDemands });
      expect(level).toBe(requiredProof(facts).level);
      expect(reasons.includes('policy-not-followed')).toBe(policyDemands !== 'none');
    }
  });
});
