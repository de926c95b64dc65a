import { writeFileSync } from 'node:fs';
import { InvalidInputError } from '@habeas/connector-sdk';

/** How a file is written. */
export interface NewFileOptions {
  /** Its rights; by default those of any file. */
  readonly mode?: number;
  /** A file that is there may be replaced. */
  readonly force?: true | undefined;
  /** What to do about a file that is there, beside choosing another place. */
  readonly orElse?: string;
}

/** Writes a file that is not there yet. Throws `InvalidInputError` where one is, or it cannot be written. */
export function writeNewFile(
  file: string,
  content: string | Uint8Array,
  { mode = 0o666, force, orElse }: NewFileOptions = {},
): void {
  try {
    writeFileSync(file, content, { mode, flag: force === true ? 'w' : 'wx' });
  } catch (cause) {
    const exists = codeOf(cause) === 'EEXIST';
    const what = exists ? 'there is a file of this name already' : 'it cannot be written';
    const remedy = exists && orElse !== undefined ? `choose another place, or ${orElse}` : 'choose another place';
    throw new InvalidInputError([{ file, what, remedy }]);
  }
}

/** The code of an error of the file system. */
export function codeOf(cause: unknown): unknown {
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}
