import type { AddressProof, FollowSession } from '../identity/address-proof.js';

/** The proofs of addresses that are owed. */
export interface AddressProofRows {
  /** Replaces the one of the request, if it has one. */
  put(proof: AddressProof): Promise<void>;
  /** Held until the transaction ends. */
  lock(controller: string, request: string): Promise<AddressProof | undefined>;
  remove(controller: string, request: string): Promise<void>;
}

/** Browsers that may follow a request. */
export interface FollowSessionRows {
  add(session: FollowSession): Promise<void>;
  get(id: string): Promise<FollowSession | undefined>;
  removeOf(controller: string, request: string): Promise<void>;
  removeExpired(before: Date): Promise<void>;
}
