import { holdsSpecial } from '../register/activity-items.js';
import type { Register } from '../register/register.js';
import type { ProofTerms } from './proof-standing.js';

/** What a register says that decides about proofs; nothing, where a controller has none. */
export function proofTermsOf(register: Pick<Register, 'activities' | 'identity'> | undefined): ProofTerms {
  if (register === undefined) return {};
  const { activities, identity } = register;
  return { holdsSpecialCategories: Object.values(activities).some(holdsSpecial), policyDemands: identity.policyRequires };
}
