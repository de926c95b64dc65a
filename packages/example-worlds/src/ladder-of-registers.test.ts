import { describe, expect, it } from '@jest/globals';
import { loadRegister } from '@habeas/configuration';
import { type LadderFacts, proofTermsOf, requiredProof } from '@habeas/core';
import { type RegisterName, registerFile, REGISTERS } from './registers.js';

const FACTS: LadderFacts = {
  isSignedIn: false,
  hasContact: true,
  hasKnownFacts: false,
  hasSpecialCategories: false,
  isNewAddress: false,
  isContactChanged: false,
  isAmbiguous: false,
  isForAnother: false,
  isDoubted: false,
  isDocumentDemanded: false,
};

/** What each kind of asker has to prove before anything was searched: signed in, by an address, by a number, in doubt, for another. */
const EXPECTED: Readonly<Record<RegisterName, string>> = {
  'management-assistants': 'L1 L2 L2 L2 L2',
  'hostel-association': 'L0 L1 L2 L2 L2',
  'assistance-charter': 'L1 L2 L2 L2 L2',
  'assistance-network': 'L0 L1 L2 L2 L2',
  'assess-manager': 'L0 L1 L2 L2 L2',
};

describe('the ladder of proofs of each controller (IDV-02)', () => {
  it.each(REGISTERS)('of %s asks for the lowest level, and for no document whatever its policy demands (IDV-01)', (name) => {
    const { register } = loadRegister(registerFile(name));
    const { holdsSpecialCategories = false, policyDemands } = proofTermsOf(register);
    const facts = { ...FACTS, hasSpecialCategories: holdsSpecialCategories, ...(policyDemands && { policyDemands }) };
    const askers: readonly Partial<LadderFacts>[] = [
      { isSignedIn: true },
      {},
      { hasContact: false },
      { isDoubted: true },
      { isForAnother: true },
    ];
    const levels = askers.map((asker) => requiredProof({ ...facts, ...asker }).level);
    expect(levels.join(' ')).toBe(EXPECTED[name]);
  });
});
