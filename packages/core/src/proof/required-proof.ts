import type { IdentityDemand } from '../register/vocabulary.js';
import { PROOF_LEVELS, type ProofLevel } from './proof-level.js';

/** What decides how sure it has to be who asks (IDV-02, IDV-09; security R56, R57). */
export interface LadderFacts {
  readonly isSignedIn: boolean;
  /** Whether there is an address or a number that a code can be sent to. */
  readonly hasContact: boolean;
  /** Whether something was found that could be compared with what the person knows. */
  readonly hasKnownFacts: boolean;
  /** Whether data of Art. 9 or 10 may go out. */
  readonly hasSpecialCategories: boolean;
  /** Whether the answer would go to an address that stands on no record. */
  readonly isNewAddress: boolean;
  readonly isContactChanged: boolean;
  /** Whether what was found may be several people's. */
  readonly isAmbiguous: boolean;
  readonly isForAnother: boolean;
  /** Whether a person has recorded a reasonable doubt, with its reason (Art. 12(6); IDV-01). */
  readonly isDoubted: boolean;
  /** Whether an officer has recorded why nothing less than a document suffices, and why that is proportionate (IDV-03). */
  readonly isDocumentDemanded: boolean;
  /** What the controller's policy demands. It is told, and never followed (IDV-01). */
  readonly policyDemands?: IdentityDemand;
}

/** Why a level is the one that is needed, as stable codes. */
export const PROOF_REASONS = [
  'signed-in',
  'contact',
  'known-facts',
  'nothing-to-prove-with',
  'policy-not-followed',
  'special-category',
  'new-address',
  'contact-changed',
  'doubt',
  'ambiguous',
  'for-another',
  'no-document-without-doubt',
  'document-demanded',
] as const;

/** See {@link PROOF_REASONS}. */
export type ProofReason = (typeof PROOF_REASONS)[number];

/** The lowest level that suffices, and why it is that one. */
export interface RequiredProof {
  readonly level: ProofLevel;
  /** In the order of {@link PROOF_REASONS}. */
  readonly reasons: readonly ProofReason[];
}

const KNOWN_FACTS = 2;

/**
 * The lowest level that suffices (IDV-02). What is open to the person decides where it begins; each risk raises it by one; whose data it is,
 * and whether they act for another, take known facts at least. A document is never among it unless a person has recorded both a doubt and why
 * a document is proportionate (IDV-01, IDV-03), and never for a signed-in account.
 */
export function requiredProof(facts: LadderFacts): RequiredProof {
  const [from, begin] = beginning(facts);
  const raised = RAISES.flatMap(([fact, reason]) => (facts[fact] ? [reason] : []));
  const floors = FLOORS.flatMap(([fact, reason]) => (facts[fact] ? [reason] : []));
  const wanted = Math.max(from + raised.length, floors.length > 0 ? KNOWN_FACTS : 0);
  const top = isDocumentDue(facts)
    ? { level: 3, reasons: ['document-demanded' as const] }
    : { level: Math.min(wanted, KNOWN_FACTS), reasons: wanted > KNOWN_FACTS ? (['no-document-without-doubt'] as const) : [] };
  const policy = facts.policyDemands === 'id_copy' || facts.policyDemands === 'proof' ? (['policy-not-followed'] as const) : [];
  return { level: PROOF_LEVELS[top.level] as ProofLevel, reasons: [begin, ...policy, ...raised, ...floors, ...top.reasons] };
}

/** Whether a document may be asked for at all (IDV-01, IDV-03). */
export function isDocumentDue({ isSignedIn, isDoubted, isDocumentDemanded }: LadderFacts): boolean {
  return isDocumentDemanded && isDoubted && !isSignedIn;
}

function beginning({ isSignedIn, hasContact, hasKnownFacts }: LadderFacts): readonly [number, ProofReason] {
  if (isSignedIn) return [0, 'signed-in'];
  if (hasContact) return [1, 'contact'];
  return [KNOWN_FACTS, hasKnownFacts ? 'known-facts' : 'nothing-to-prove-with'];
}

type Fact = Exclude<keyof LadderFacts, 'policyDemands'>;

const RAISES: readonly (readonly [Fact, ProofReason])[] = [
  ['hasSpecialCategories', 'special-category'],
  ['isNewAddress', 'new-address'],
  ['isContactChanged', 'contact-changed'],
  ['isDoubted', 'doubt'],
];
const FLOORS: readonly (readonly [Fact, ProofReason])[] = [
  ['isAmbiguous', 'ambiguous'],
  ['isForAnother', 'for-another'],
];
