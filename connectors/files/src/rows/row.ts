/** A row of a file: texts by the names of their columns; null where the format says that there is nothing. */
export interface FileRow {
  /** The line it begins in, or its position in a document, from 1. */
  readonly position: number;
  readonly values: ReadonlyMap<string, string | null>;
}

/** What a file gives: the names of its columns, where it names them before its rows, and its rows. */
export type FileItem = FileRow | { readonly columns: readonly string[] };

/** Whether the file could not be read, and so nothing is known of what stands in it. */
export function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
