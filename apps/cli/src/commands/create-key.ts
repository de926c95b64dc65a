import { generateSigningKey } from '@habeas/archive';
import { writeNewFile } from './new-file.js';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** Makes an Ed25519 key pair: the private key readable by its owner only, the public one beside it. Never overwrites. */
export function createKey(file: string, terminal: Terminal): ExitCode {
  const { privateKey, publicKey } = generateSigningKey();
  const publicFile = `${file.replace(/\.pem$/u, '')}.public.pem`;
  writeNewFile(file, privateKey, { mode: 0o600 });
  writeNewFile(publicFile, publicKey, { mode: 0o644 });
  terminal.out(`private key ${file}\npublic key ${publicFile}: publish this one, archives are verified with it`);
  return EXIT.complete;
}
