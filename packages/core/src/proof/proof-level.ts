/**
 * How sure it is who asks, from what asks least of a person to what asks most (IDV-02): a signed-in account, a code to a contact on record,
 * facts that are known to both sides, a document that a person has looked at.
 */
export const PROOF_LEVELS = ['L0', 'L1', 'L2', 'L3'] as const;

/** See {@link PROOF_LEVELS}. */
export type ProofLevel = (typeof PROOF_LEVELS)[number];

/** What can be brought as a proof, and how far up the ladder it reaches. No copy that somebody certified, no original, no visit (IDV-05). */
export const REACHED_BY = {
  /** A signed-in account of the controller. */
  account: 'L0',
  /** The same, signed in a quarter of an hour ago at most (security R56). */
  fresh_account: 'L2',
  /** A code that was sent to an address which is searched for. */
  code: 'L1',
  /** Whatever a person attests in their own words. */
  attested: 'L1',
  /** Facts that stand on what was found. */
  known_facts: 'L2',
  /** A document that an officer has looked at. */
  document: 'L3',
} as const satisfies Readonly<Record<string, ProofLevel>>;

/** See {@link REACHED_BY}. */
export type ProofKind = keyof typeof REACHED_BY;

/** Whether one level is as good as another. Nothing reached is good for nothing. */
export function suffices(reached: ProofLevel | undefined, required: ProofLevel): boolean {
  return reached !== undefined && PROOF_LEVELS.indexOf(reached) >= PROOF_LEVELS.indexOf(required);
}
