import type { IdentityDoubt } from '../deadline/request-clock.js';
import type { DocumentFacts } from './document/document-facts.js';
import type { HeirFacts } from '../heir/heir-ruling.js';
import type { RepresentationFacts } from './representation/representation-facts.js';
import type { ProofKind } from './proof-level.js';

/** For whom somebody asks who does not ask for themselves (PER-03 to PER-05). */
export const OTHERS = ['parental_authority', 'guardian', 'proxy', 'heir'] as const;

/** See {@link OTHERS}. */
export type OnBehalf = (typeof OTHERS)[number];

/** A proof that was brought. */
export interface BroughtProof {
  readonly kind: ProofKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Who noted it, by id. */
  readonly by: string;
  /** The identity provider that vouched for a signed-in account, where there was one. */
  readonly issuer?: string;
}

/** What makes the proof that is needed one level higher: a doubt, or where the answer would go (IDV-09, R57). */
export type DoubtCause = IdentityDoubt | 'new_address' | 'contact_changed';

/** A doubt, as it is kept. Its words are in the case file. */
export interface KeptDoubt {
  /** In its request: `d1`. */
  readonly id: string;
  readonly because: DoubtCause;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The member of staff, by id. */
  readonly by: string;
}

/** What is known of who asks: kinds, times and codes. What people wrote is in the case file. */
export interface ProofFacts {
  readonly onBehalf?: OnBehalf;
  /** In the order in which they were brought. */
  readonly brought: readonly BroughtProof[];
  /** In the order in which they were noted. */
  readonly doubts: readonly KeptDoubt[];
  /** Where an officer has asked for a document. */
  readonly document?: DocumentFacts;
  /** What an officer has decided about who acts for another. */
  readonly representation?: RepresentationFacts;
  /** What was ruled for the purpose of an heir (PER-05). Missing: nothing since that purpose was accepted. */
  readonly heir?: HeirFacts;
  /** How often facts were checked. Missing: never. */
  readonly factTries?: number;
}

/** Of a request of which nothing is known yet. */
export const NO_PROOF: ProofFacts = { brought: [], doubts: [] };

/** What is known of who asks for a request. */
export function viewProofFacts({ proof = NO_PROOF }: { readonly proof?: ProofFacts }): ProofFacts {
  return proof;
}

/** What is known, and one proof more. */
export function withProof(known: ProofFacts | undefined, proof: BroughtProof): ProofFacts {
  const facts = known ?? NO_PROOF;
  return { ...facts, brought: [...facts.brought, proof] };
}
