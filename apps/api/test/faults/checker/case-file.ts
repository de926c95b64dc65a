import { readFileSync } from 'node:fs';

/** Everything that the checker is told. Paths are absolute. */
export interface CaseFile {
  readonly store: { readonly sqlite: string } | { readonly mysql: string };
  /** The folder of the blobs: of the service itself, or of its storage. */
  readonly blobs: string;
  /** What clients know: JSON lines. */
  readonly diary: string;
  /** Archives as clients have fetched them: `KEY.zip`; those of undisturbed requests are `undisturbed-PERSON.zip`. */
  readonly archives: string;
  /** The databases that were searched. */
  readonly sources: { readonly shop: string; readonly letters: string };
  /** Whom the requests are about, by the id that the diary has. */
  readonly people: readonly { readonly id: string; readonly email: string }[];
  /** Texts that may lie nowhere in clear, and the files and folders they are looked for in. */
  readonly canaries: readonly string[];
  readonly searched: readonly string[];
  /** Folders that have to be empty once everything is over. */
  readonly temporary: readonly string[];
  /** How long what nobody needs any more may lie around; 24 hours where it is missing. */
  readonly leftoverMs?: number;
}

/** One line of the diary. */
export interface DiaryLine {
  readonly word: 'asked' | 'acknowledged';
  readonly act: string;
  readonly about: string;
  readonly person?: string;
  readonly request?: string;
  readonly file?: string;
  readonly etag?: string;
}

/** Reads a file of JSON. */
export function readCase(path: string): CaseFile {
  return JSON.parse(readFileSync(path, 'utf8')) as CaseFile;
}

/** Reads a diary. */
export function readDiary(path: string): readonly DiaryLine[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as DiaryLine);
}
