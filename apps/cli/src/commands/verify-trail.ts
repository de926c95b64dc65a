import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { InvalidInputError } from '@habeas/connector-sdk';
import { type TrailFault, type TrailHead, verifyTrail } from '@habeas/core';
import { type BrokenCheckpoint, CheckedLines, type CheckpointFault, TRAIL_HASHING } from '@habeas/vault';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { givenCheckpoints } from './given-checkpoints.js';

/** What a trail is compared with. */
export interface TrailArguments {
  /** `SEQUENCE:HASH` of an entry that it must contain. */
  readonly through?: string;
  /** Files of checkpoints, or folders of them. */
  readonly checkpoint?: readonly string[];
  /** Public keys that checkpoints are signed with, or files that hold one. */
  readonly key?: readonly string[];
}

/**
 * Re-reads an exported trail, without the service, and says whether it is as it was written: its chain, and each checkpoint that was
 * kept elsewhere (security R82). Checkpoints that all hold for one trail are consistent with each other.
 */
export async function verifyTrailFile(file: string, given: TrailArguments, terminal: Terminal): Promise<ExitCode> {
  const expected = given.through === undefined ? {} : { through: headOf(given.through) };
  const checkpoints = await givenCheckpoints(given.checkpoint ?? [], given.key ?? []);
  const checked = new CheckedLines(checkpoints);
  const verdict = await verifyTrail(checked.pass(await linesOf(file)), TRAIL_HASHING, expected);
  if (!verdict.holds) {
    terminal.out(`${file}: THE TRAIL DOES NOT HOLD at line ${String(verdict.line)}: ${FAULTS[verdict.fault]}`);
    return EXIT.incomplete;
  }
  if (checked.broken.length > 0) {
    for (const each of checked.broken) terminal.out(`${file}: THE TRAIL DOES NOT HOLD: ${aboutBroken(each)}`);
    return EXIT.incomplete;
  }
  const { sequence, hash } = verdict.head;
  terminal.out(`${file}: the trail holds, ${String(verdict.entries)} entries`);
  if (checkpoints.length > 0) terminal.out(`  and all of ${String(checkpoints.length)} signed checkpoints hold for it`);
  terminal.out(`  its end, to be noted elsewhere: ${String(sequence)}:${hash}`);
  return EXIT.complete;
}

const FAULTS: Readonly<Record<TrailFault, string>> = {
  unreadable: 'this is no entry as the service writes it',
  'out-of-order': 'an entry is missing before it, or it was moved',
  'broken-chain': 'it does not go on where the one before ends',
  changed: 'it was changed',
  'cut-off': 'entries after it are missing',
};

const BROKEN: Readonly<Record<CheckpointFault, string>> = {
  'cut-off': 'entries after its end are missing',
  rewritten: 'its entries are not those that were signed',
};

function aboutBroken({ checkpoint, fault }: BrokenCheckpoint): string {
  return `the checkpoint over ${String(checkpoint.size)} entries says that ${BROKEN[fault]}`;
}

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
