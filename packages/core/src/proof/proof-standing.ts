import { isObjectedTo } from '../identity/contact-facts.js';
import type { IdentityDemand } from '../register/vocabulary.js';
import type { DataRequest } from '../request/data-request.js';
import { NO_PROOF, type ProofFacts } from './proof-facts.js';
import { PROOF_LEVELS, type ProofLevel, REACHED_BY, suffices } from './proof-level.js';
import { type LadderFacts, type ProofReason, requiredProof } from './required-proof.js';

/** What a register says that decides about proofs. */
export interface ProofTerms {
  /** Whether one of its activities holds data of Art. 9 or 10. Counts as long as nothing is known of what this person's answer holds. */
  readonly holdsSpecialCategories?: boolean;
  readonly policyDemands?: IdentityDemand;
}

/** How sure it has to be who asks, how sure it is, and why. */
export interface ProofStanding {
  readonly required: ProofLevel;
  /** Missing where nothing was proved. */
  readonly reached?: ProofLevel;
  readonly reasons: readonly ProofReason[];
  readonly isEnough: boolean;
}

/** What of a request is looked at. */
export type Proved = Pick<
  DataRequest,
  'state' | 'proof' | 'clock' | 'identifierKinds' | 'included' | 'queued' | 'disclosure' | 'contacts'
>;

/** Where a request stands on the ladder of proofs (IDV-02), as it is now. */
export function proofStanding(request: Proved, terms: ProofTerms = {}): ProofStanding {
  const { level: required, reasons } = requiredProof(ladderFacts(request, terms));
  const reached = reachedLevel(request);
  return { required, reasons, isEnough: suffices(reached, required), ...(reached === undefined ? {} : { reached }) };
}

/** The facts of a request that decide. */
export function ladderFacts(request: Proved, { holdsSpecialCategories = false, policyDemands }: ProofTerms = {}): LadderFacts {
  const { proof = NO_PROOF, clock, included, queued, disclosure } = request;
  const causes = proof.doubts.map(({ because }) => because);
  return {
    isSignedIn: clock?.isSignedIn === true,
    hasContact: hasContact(request),
    hasKnownFacts: included > 0,
    hasSpecialCategories: findsSpecialCategories(disclosure) ?? holdsSpecialCategories,
    isNewAddress: causes.includes('new_address') || isNewTo(request),
    isContactChanged: causes.includes('contact_changed'),
    isAmbiguous: queued > 0,
    isForAnother: proof.onBehalf !== undefined,
    isDoubted: isObjectedTo(request) || causes.some((cause) => cause !== 'new_address' && cause !== 'contact_changed'),
    isDocumentDemanded: proof.document !== undefined,
    ...(policyDemands === undefined ? {} : { policyDemands }),
  };
}

/** Whether the answer holds special categories; unknown before it is made. */
export function findsSpecialCategories(disclosure: Proved['disclosure']): boolean | undefined {
  const gate = disclosure?.gate;
  if (gate === undefined) return undefined;
  return gate.release === 'dpo' && gate.reasons.some(({ code }) => code === 'special-category');
}

/** Given, or on record. */
function hasContact({ identifierKinds, contacts }: Proved): boolean {
  return contacts?.probe === 'codes_sent' || identifierKinds.some((kind) => kind === 'email' || kind === 'phone');
}

function isNewTo({ contacts }: Proved): boolean {
  return contacts?.isNew === true;
}

/** The highest level that was reached. What was proved before a contact changed counts no more (R57). */
function reachedLevel({ proof, state, clock }: Proved): ProofLevel | undefined {
  // Requests of earlier versions say only that something was proved
  if (proof === undefined) return state === 'received' ? undefined : clock?.isSignedIn === true ? 'L0' : 'L1';
  const reached = countedOf(proof).map(({ kind }) => PROOF_LEVELS.indexOf(REACHED_BY[kind]));
  return PROOF_LEVELS[Math.max(-1, ...reached)];
}

function countedOf({ brought, doubts }: ProofFacts): ProofFacts['brought'] {
  const changed = doubts.filter(({ because }) => because === 'contact_changed').at(-1);
  return changed === undefined ? brought : brought.filter(({ at }) => at > changed.at);
}
