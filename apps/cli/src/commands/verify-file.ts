import { accessSync, constants, readFileSync } from 'node:fs';
import { type ArchiveProblem, type Verification, verifyArchive } from '@habeas/archive';
import { InvalidInputError } from '@habeas/connector-sdk';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** Re-reads an archive and says whether every byte, file and count is as it was written, and who signed it. */
export async function verifyFile(archive: string, publicKeyFile: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const publicKey = publicKeyFile === undefined ? undefined : orRefuse(publicKeyFile, (file) => readFileSync(file, 'utf8'));
  orRefuse(archive, (file) => {
    accessSync(file, constants.R_OK);
  });
  const verification = await verifyArchive(archive, publicKey === undefined ? {} : { publicKey });
  printVerification(archive, verification, terminal);
  return verification.ok ? EXIT.complete : EXIT.incomplete;
}

function printVerification(archive: string, verification: Verification, terminal: Terminal): void {
  const { ok, problems, problemCount, signature, identity, complete } = verification;
  terminal.out(`${archive}: ${ok ? 'verified' : `${String(problemCount)} PROBLEMS`}`);
  if (identity !== undefined) terminal.out(`  identity ${identity}`);
  terminal.out(`  ${SIGNATURE[signature.state]}`);
  if (complete === false) terminal.out('  the archive says of itself that it is not complete');
  problems.forEach((problem) => {
    terminal.out(`  ${problemLine(problem)}`);
  });
  if (problemCount > problems.length) terminal.out(`  … and ${String(problemCount - problems.length)} more`);
}

const SIGNATURE: Readonly<Record<Verification['signature']['state'], string>> = {
  absent: 'not signed',
  invalid: 'THE SIGNATURE DOES NOT HOLD',
  valid: 'signed with the given key',
  'unknown-key': 'signed, with a key that was not given: compare it with the one the organisation publishes (--public-key)',
};

function problemLine({ code, message, file, row, field }: ArchiveProblem): string {
  const place = [file, row === undefined ? undefined : `row ${String(row)}`, field]
    .filter((part) => part !== undefined)
    .join(', ');
  return `${place === '' ? '' : `${place}: `}${message} [${code}]`;
}

function orRefuse<T>(file: string, read: (file: string) => T): T {
  try {
    return read(file);
  } catch {
    throw new InvalidInputError([{ file, what: 'it cannot be read', remedy: 'check the path' }]);
  }
}
