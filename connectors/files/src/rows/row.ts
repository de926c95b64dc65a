/** A row of a file: texts by the names of their columns; null where the format says that there is nothing. */
export interface FileRow {
  /** The line it begins in, or its position in a document, from 1. */
  readonly position: number;
  readonly values: ReadonlyMap<string, string | null>;
}

/** What a file gives: the names of its columns, where it names them before its rows, and its rows. */
export type FileItem = FileRow | { readonly columns: readonly string[] };
