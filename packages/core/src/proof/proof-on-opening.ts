import type { GivenText } from '../request/data-request.js';
import { NO_PROOF, type BroughtProof, type OnBehalf, type ProofFacts } from './proof-facts.js';

/** What a request is opened with that tells of who asks. */
export interface OpeningProof {
  readonly identifiers: readonly GivenText[];
  readonly isSignedIn?: boolean;
  readonly isFreshlySignedIn?: boolean;
  readonly issuer?: string;
  readonly onBehalf?: OnBehalf;
}

/** What is known of who asks when a request is opened; nothing, where nothing is. */
export function proofOnOpening(
  { identifiers, isSignedIn = false, isFreshlySignedIn = false, issuer, onBehalf }: OpeningProof,
  noted: Pick<BroughtProof, 'at' | 'by'>,
): { readonly proof?: ProofFacts } {
  const isAttested = issuer === undefined && identifiers.some(({ provedBy }) => provedBy !== undefined);
  const account = isFreshlySignedIn ? ('fresh_account' as const) : ('account' as const);
  const kinds = [...(isSignedIn ? [account] : []), ...(isAttested ? (['attested'] as const) : [])];
  if (kinds.length === 0 && onBehalf === undefined) return {};
  const brought = kinds.map((kind) => ({ kind, ...noted, ...(issuer === undefined ? {} : { issuer }) }));
  return { proof: { ...NO_PROOF, ...(onBehalf === undefined ? {} : { onBehalf }), brought } };
}
