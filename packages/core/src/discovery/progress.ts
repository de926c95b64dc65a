import type { ErrorClass, Outcome } from '@habeas/connector-sdk';

/** What happens in a discovery, as it happens. Holds names of systems and counts, never personal data. */
export type ProgressEvent =
  | { readonly type: 'source-opened'; readonly source: string; readonly collections: number }
  | { readonly type: 'source-unavailable'; readonly source: string; readonly errorClass: ErrorClass }
  | {
      readonly type: 'retrying';
      readonly source: string;
      readonly collection?: string;
      readonly errorClass: ErrorClass;
      readonly delayMs: number;
    }
  | { readonly type: 'round-started'; readonly round: number; readonly identifiers: number }
  | {
      readonly type: 'located';
      readonly round: number;
      readonly source: string;
      readonly matches: number;
      readonly dropped: number;
    }
  | {
      readonly type: 'decided';
      readonly round: number;
      readonly included: number;
      readonly queued: number;
      readonly newIdentifiers: number;
    }
  | { readonly type: 'read-started'; readonly source: string; readonly collection: string }
  | {
      readonly type: 'read-progress';
      readonly source: string;
      readonly collection: string;
      readonly records: number;
      readonly files: number;
    }
  | {
      readonly type: 'read-done';
      readonly source: string;
      readonly collection: string;
      readonly outcome: Outcome;
      readonly records: number;
      readonly files: number;
    };

/** Takes {@link ProgressEvent}s. It is called while sources are at work: it returns soon, and must not throw. */
export type ProgressListener = (event: ProgressEvent) => void;
