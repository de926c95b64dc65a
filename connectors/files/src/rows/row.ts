/** The file that a row stands in, and its line or position there: together the key of every table. */
export const FILE_COLUMN = '_file';
/** See {@link FILE_COLUMN}. */
export const ROW_COLUMN = '_row';
/** What a reader of a row's texts alone would not see: errors, and cells that are merged. Only there where there is something to say. */
export const NOTES_COLUMN = '_notes';

/** A row of a file: texts by the names of their columns; null where the format says that there is nothing. */
export interface FileRow {
  /** The line it begins in, its position in a document, or its row in a sheet, from 1. */
  readonly position: number;
  readonly values: ReadonlyMap<string, string | null>;
}

/** Cells of a sheet that are shown as one: each of them has the value of the first. */
export interface MergedRows {
  readonly first: number;
  readonly last: number;
  /** The column whose value in the first row stands in all of them. */
  readonly from: string;
  readonly columns: readonly string[];
  /** What is said of it in each row. */
  readonly note: string;
}

/** What a file gives: the names of its columns, where it names them before its rows, its rows, and behind them what is merged. */
export type FileItem = FileRow | { readonly columns: readonly string[] } | { readonly merged: MergedRows };

/** Whether the file could not be read, and so nothing is known of what stands in it. */
export function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}
