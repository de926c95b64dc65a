import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type TrailFault, type TrailHead, verifyTrail } from '@habeas/core';
import { TRAIL_HASHING } from '@habeas/vault';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** Re-reads an exported trail, without the service, and says whether it is as it was written (security R82). */
export async function verifyTrailFile(file: string, through: string | undefined, terminal: Terminal): Promise<ExitCode> {
  const expected = through === undefined ? {} : { through: headOf(through) };
  const verdict = await verifyTrail(await linesOf(file), TRAIL_HASHING, expected);
  if (verdict.holds) {
    const { sequence, hash } = verdict.head;
    terminal.out(`${file}: the trail holds, ${String(verdict.entries)} entries`);
    terminal.out(`  its end, to be noted elsewhere: ${String(sequence)}:${hash}`);
    return EXIT.complete;
  }
  terminal.out(`${file}: THE TRAIL DOES NOT HOLD at line ${String(verdict.line)}: ${FAULTS[verdict.fault]}`);
  return EXIT.incomplete;
}

const FAULTS: Readonly<Record<TrailFault, string>> = {
  unreadable: 'this is no entry as the service writes it',
  'out-of-order': 'an entry is missing before it, or it was moved',
  'broken-chain': 'it does not go on where the one before ends',
  changed: 'it was changed',
  'cut-off': 'entries after it are missing',
};

function headOf(text: string): TrailHead {
  const [, sequence, hash] = /^(\d+):([0-9a-f]{64})$/u.exec(text) ?? [];
  if (sequence !== undefined && hash !== undefined) return { sequence: Number(sequence), hash };
  throw new InvalidInputError([
    { file: '--through', what: 'this is not SEQUENCE:HASH', remedy: 'take what an earlier run printed' },
  ]);
}

async function linesOf(file: string): Promise<AsyncIterable<string>> {
  await access(file, constants.R_OK).catch(() => {
    throw new InvalidInputError([{ file, what: 'it cannot be read', remedy: 'check the path' }]);
  });
  return createInterface({ input: createReadStream(file), crlfDelay: Infinity });
}
