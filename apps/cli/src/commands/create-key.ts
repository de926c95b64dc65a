import { writeFileSync } from 'node:fs';
import { generateSigningKey } from '@habeas/archive';
import { InvalidInputError } from '@habeas/connector-sdk';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** Makes an Ed25519 key pair: the private key readable by its owner only, the public one beside it. Never overwrites. */
export function createKey(file: string, terminal: Terminal): ExitCode {
  const { privateKey, publicKey } = generateSigningKey();
  const publicFile = `${file.replace(/\.pem$/u, '')}.public.pem`;
  writeNew(file, privateKey, 0o600);
  writeNew(publicFile, publicKey, 0o644);
  terminal.out(`private key ${file}\npublic key ${publicFile}: publish this one, archives are verified with it`);
  return EXIT.complete;
}

function writeNew(file: string, text: string, mode: number): void {
  try {
    writeFileSync(file, text, { mode, flag: 'wx' });
  } catch (cause) {
    const exists = typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === 'EEXIST';
    const what = exists ? 'there is a file of this name already' : 'it cannot be written';
    throw new InvalidInputError([{ file, what, remedy: 'choose another place' }]);
  }
}
