/** Where something stands that a DPO has to look at, and how much of it. No value of a record. */
export interface GatePlace {
  readonly source: string;
  readonly collection: string;
  readonly field?: string;
  readonly count: number;
}

/** Facts of a request that stand somewhere. One place is enough to keep it from being answered by itself. */
export interface GateFlags {
  /** Searches that failed, were skipped or did not reach the end (SCP-09), open manual searches among them (SCP-07). */
  readonly incompleteSearches: readonly GatePlace[];
  readonly queuedMatches: readonly GatePlace[];
  /** Records that only mention the person (SCP-06). */
  readonly mentions: readonly GatePlace[];
  readonly thirdPartyData: readonly GatePlace[];
  readonly specialCategories: readonly GatePlace[];
  readonly unknownCodes: readonly GatePlace[];
  /** Fields that the data map does not know (PRF-02). */
  readonly unclassifiedFields: readonly GatePlace[];
  readonly undeterminedScope: readonly GatePlace[];
  readonly legalHolds: readonly GatePlace[];
  /** Records whose processing is restricted (Art. 18 GDPR). */
  readonly restricted: readonly GatePlace[];
  /** Each is a refusal in part (TPD-03; Art. 12(4) GDPR). */
  readonly redactions: readonly GatePlace[];
  /** What is held for other controllers, to whom the request has to be passed on (INT-07). */
  readonly heldForOthers: readonly GatePlace[];
}

/** Everything the gate looks at (OUT-08). */
export interface GateFacts extends GateFlags {
  readonly isIdentityProved: boolean;
  /** Whether no address that was proved stands on a record (IDV-09). */
  readonly isContactNew: boolean;
  /** Collections that were searched to their end. None: nothing is known, which is not the same as nothing is held. */
  readonly searchedCollections: number;
  readonly records: number;
  /** How many records may go out unseen. */
  readonly recordLimit: number;
  /** Whether a DPO has checked a sample of this controller's negative answers (OUT-01). */
  readonly areNegativesSampled: boolean;
}

/** Why a request waits for a DPO (OUT-08). */
export const GATE_CODES = [
  'identity',
  'new-contact',
  'objection',
  'cool-off',
  'fee',
  'heir',
  'nothing-searched',
  'incomplete-search',
  'queued-match',
  'mention-only',
  'third-party-data',
  'special-category',
  'unknown-code',
  'unclassified-field',
  'undetermined-scope',
  'legal-hold',
  'restricted',
  'redaction',
  'held-for-another',
  'size',
  'negative-answer',
] as const;

/** See {@link GATE_CODES}. */
export type GateCode = (typeof GATE_CODES)[number];

/** One thing for a DPO to act on (OUT-08): what, where, how much. `explainGate` says it in words, with the remedy. */
export interface GateReason {
  readonly code: GateCode;
  /** Empty where it is a matter of the request as a whole. */
  readonly places: readonly GatePlace[];
  readonly count: number;
}

/** Whether a request is answered by itself. `negative`: there is nothing to hand over but the answer that nothing is held (OUT-01). */
export type GateDecision =
  | { readonly release: 'automatic'; readonly answer: 'copy' | 'negative' }
  | { readonly release: 'dpo'; readonly answer: 'copy' | 'negative'; readonly reasons: readonly GateReason[] };

const FLAGS: readonly (readonly [keyof GateFlags, GateCode])[] = [
  ['incompleteSearches', 'incomplete-search'],
  ['queuedMatches', 'queued-match'],
  ['mentions', 'mention-only'],
  ['thirdPartyData', 'third-party-data'],
  ['specialCategories', 'special-category'],
  ['unknownCodes', 'unknown-code'],
  ['unclassifiedFields', 'unclassified-field'],
  ['undeterminedScope', 'undetermined-scope'],
  ['legalHolds', 'legal-hold'],
  ['restricted', 'restricted'],
  ['redactions', 'redaction'],
  ['heldForOthers', 'held-for-another'],
];

/**
 * Opens only where nothing is flagged (OUT-08; Art. 12(5), 22 GDPR): identity proved, by a contact that is on record (IDV-09), search complete (SCP-09), no doubt about
 * whose data it is, no data that wants a human eye, within size. A negative answer also needs a DPO's sample (OUT-01). It never
 * makes an answer smaller: what does not pass goes to a DPO whole (SCP-03).
 */
export function decideRelease(facts: GateFacts): GateDecision {
  const answer = facts.records === 0 ? 'negative' : 'copy';
  const reasons = [...ofRequest(facts), ...FLAGS.flatMap(([flag, code]) => ofPlaces(code, facts[flag])), ...ofAnswer(facts)];
  return reasons.length === 0 ? { release: 'automatic', answer } : { release: 'dpo', answer, reasons };
}

function ofRequest({ isIdentityProved, isContactNew, searchedCollections }: GateFacts): readonly GateReason[] {
  return [
    ...when(!isIdentityProved, 'identity', 1),
    ...when(isContactNew, 'new-contact', 1),
    ...when(!(searchedCollections > 0), 'nothing-searched', 1),
  ];
}

function ofAnswer({ records, recordLimit, areNegativesSampled }: GateFacts): readonly GateReason[] {
  // Not "more than": what is no number at all must not pass.
  return [
    ...when(!(records <= recordLimit), 'size', records),
    ...when(records === 0 && !areNegativesSampled, 'negative-answer', 1),
  ];
}

function ofPlaces(code: GateCode, places: readonly GatePlace[]): readonly GateReason[] {
  return places.length === 0 ? [] : [{ code, places, count: places.reduce((sum, { count }) => sum + count, 0) }];
}

function when(applies: boolean, code: GateCode, count: number): readonly GateReason[] {
  return applies ? [{ code, places: [], count }] : [];
}
