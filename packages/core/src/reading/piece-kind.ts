import { type FoundFile, type Item, recordId, type SourceRecord } from '@habeas/connector-sdk';
import { weightOfFile, weightOfRecords } from './weight.js';

/** What a read delivers piece by piece, and how its items are counted and told apart. */
export interface PieceKind<Piece> {
  readonly want: 'records' | 'files';
  /** The piece in an item of this read, if that is what it is. */
  readonly pieceIn: (item: Item) => Piece | undefined;
  readonly sizeOf: (piece: Piece) => number;
  /** About how much memory it takes, in characters. */
  readonly weightOf: (piece: Piece) => number;
  /** The piece without its first items. */
  readonly without: (piece: Piece, first: number) => Piece;
  /** What tells the last of so many first items from all others. */
  readonly nameOfLast: (piece: Piece, first: number) => string;
}

/** Batches of records. */
export const RECORDS: PieceKind<readonly SourceRecord[]> = {
  want: 'records',
  pieceIn: (item) => (item.type === 'records' ? item.records : undefined),
  sizeOf: (records) => records.length,
  weightOf: weightOfRecords,
  without: (records, first) => (first === 0 ? records : records.slice(first)),
  nameOfLast: (records, first) =>
    records
      .slice(first - 1, first)
      .map(({ key }) => recordId(key))
      .join(),
};

/** Files, one by one. */
export const FILES: PieceKind<FoundFile> = {
  want: 'files',
  pieceIn: (item) => (item.type === 'file' ? item.file : undefined),
  sizeOf: () => 1,
  weightOf: weightOfFile,
  without: (file) => file,
  nameOfLast: ({ id }) => id,
};
