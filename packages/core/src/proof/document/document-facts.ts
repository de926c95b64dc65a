/**
 * What can be shown as a proof, as a plain copy with everything blacked out but name, issuing authority, and dates. Certified copies, originals,
 * visits and bills are not among it (IDV-05).
 */
export const DOCUMENT_KINDS = ['identity_card', 'passport', 'residence_permit'] as const;

/** See {@link DOCUMENT_KINDS}. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** How much it would harm the person if somebody else had their data (EDPB Guidelines 01/2022, §70). */
export type Harm = 'low' | 'medium' | 'high';

/** Why it is proportionate to ask for a document (IDV-03; EDPB Guidelines 01/2022, §70 and 71). Each in words, sealed with the case. */
export interface Proportionality {
  /** What kinds of data the answer holds. */
  readonly dataTypes: string;
  /** Whether some of it is of Art. 9 or 10. */
  readonly isSpecial: boolean;
  /** What is asked for. */
  readonly nature: string;
  /** How it came, and what is known of who asks. */
  readonly context: string;
  /** What would become of the person if somebody else had it. */
  readonly harm: string;
  readonly harmLevel: Harm;
  /** Why nothing less suffices: no account, no code, no known facts. */
  readonly nothingLess: string;
}

/** What a file can be, by its first bytes. */
export type DocumentType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** A copy in quarantine, until somebody has decided about it, and for a day at most (IDV-04). */
export interface HeldDocument {
  /** Of the request's documents, from 1. */
  readonly number: number;
  readonly type: DocumentType;
  readonly bytes: number;
  /** Its own data key, wrapped: once this is gone nobody can read it. */
  readonly dataKey: string;
  /** ISO 8601, UTC. */
  readonly deleteBy: string;
  /** Who looks at it now, and until when nobody else does. */
  readonly look?: { readonly by: string; readonly until: string };
}

/** What stays of a document. */
export interface CheckedDocument {
  readonly kind: DocumentKind;
  readonly outcome: 'accepted' | 'rejected';
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The officer, by id. */
  readonly by: string;
}

/** The demand for a document, with what became of it. Why it is proportionate is in the case file. */
export interface DocumentFacts {
  /** ISO 8601, UTC. */
  readonly demandedAt: string;
  /** The officer, by id. */
  readonly demandedBy: string;
  readonly harm: Harm;
  readonly isSpecial: boolean;
  /** How many were begun to be handed in. */
  readonly handedIn: number;
  readonly held?: HeldDocument;
  /** When the first copy came that was not rejected: ISO 8601, UTC. In the UK pack the clock starts then (DLN-09). */
  readonly receivedAt?: string;
  readonly checked?: CheckedDocument;
}

/** How long a copy is kept at most (IDV-04). */
export const QUARANTINE_MS = 24 * 60 * 60_000;
/** For how long one person alone looks at it. */
export const LOOK_MS = 5 * 60_000;
/** How large a file may be. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;
/** How often one can be handed in for a request. */
export const MOST_DOCUMENTS = 5;

/** Where the copy of this number lies in the vault. */
export function documentBlob(number: number): string {
  return `quarantine/${String(number)}.copy`;
}
