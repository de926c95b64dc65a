import type { CarriageNote, Cursor } from '@habeas/connector-sdk';
import type { CollectionFindings, Findings } from '../findings/findings.js';

/** Where a read stands after a piece: JSON, to be kept by whoever wants to go on there in another process. It may hold personal data (keys). */
export interface ReadPosition {
  /** The source's last checkpoint. */
  readonly cursor?: Cursor;
  /** Items delivered beyond it. */
  readonly beyond: number;
  /** The last delivered item, to notice a source that has changed its order. */
  readonly last: string;
}

/** How far the reading of a collection has come: JSON, and personal data for its positions hold keys. */
export interface ReadingProgress {
  readonly records: number;
  readonly files: number;
  /** Records that were dropped because they belong to a match nobody asked about. */
  readonly foreign: number;
  /** What could not be carried, as far as the parts that have ended could count it. */
  readonly notes: readonly CarriageNote[];
  readonly recordsAt?: ReadPosition;
  readonly filesAt?: ReadPosition;
  /** The parts that were delivered to their end, with nothing in the way. A part that failed is not among them: going on tries it again. */
  readonly ended: readonly ('records' | 'files')[];
}

/** Findings of a collection whose reading can go on in another process. */
export interface ResumableCollection extends CollectionFindings {
  /** How far it has come with what was delivered last. */
  progress(): ReadingProgress;
}

/** Findings whose reading can go on in another process. */
export interface ResumableFindings extends Findings {
  collections(): AsyncIterable<ResumableCollection>;
}

/** How far an earlier reading of the same matches came, or `undefined` where it had not begun. */
export type EarlierProgress = (source: string, collection: string) => ReadingProgress | undefined;

/** The progress of a reading that has not begun. */
export const NOTHING_READ_YET: ReadingProgress = { records: 0, files: 0, foreign: 0, notes: [], ended: [] };
