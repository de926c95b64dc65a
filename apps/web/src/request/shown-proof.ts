import type { AcceptedOf } from '../api/service.js';

/** What is known of who asks, as the request page shows it. */
export type ShownProof = NonNullable<NonNullable<AcceptedOf<'proof'>['request']>['proof']>;

/** What makes up the record of why it is proportionate to ask for a document, in the order in which it is asked for (IDV-03). */
export const PROPORTIONALITY = ['dataTypes', 'nature', 'context', 'harm', 'nothingLess'] as const;
