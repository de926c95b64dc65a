import { readFileSync } from 'node:fs';
import { InvalidInputError } from '@habeas/connector-sdk';

/** The text of a file that a person named. Throws `InvalidInputError` where there is none, or it cannot be read. */
export function readInput(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : 'unreadable';
    const what = code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${code})`;
    throw new InvalidInputError([{ file, what, remedy: 'check the path' }]);
  }
}
