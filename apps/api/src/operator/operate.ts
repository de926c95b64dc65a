import { parseArgs } from 'node:util';
import { InvalidInputError } from '@habeas/connector-sdk';
import { writeEvidence } from './evidence.js';
import { listKeys, retireKeys, rewrapKeys, rotateEpochs, rotateRoot, verifyKeys } from './keys.js';
import type { Operation, OperatorOptions } from './operation.js';
import { backup, check, restore, verify } from './stores.js';
import { exportTrail, renewTrailKey, showTrailKey } from './trail.js';

const OPERATIONS: Readonly<Record<string, { readonly run: Operation; readonly usage: string; readonly takesNames?: true }>> = {
  backup: { run: backup, usage: '--out FILE            a whole copy of a SQLite store, while it is used' },
  restore: { run: restore, usage: '--from FILE           a SQLite store from its backup, where there is none; then as check' },
  check: { run: check, usage: '[--deep]              store, trail, keyring and blobs: whole, and belonging together' },
  'verify-store': {
    run: verify,
    usage: '[--store URL] [--key KEY …] [--checkpoint FILE …]   schema, integrity, chain and checkpoints of the trail',
  },
  'export-trail': { run: exportTrail, usage: '[--store URL] --out FILE   the trail, to be verified without the service' },
  evidence: {
    run: writeEvidence,
    usage:
      '--controller ID --reference REF --out FILE   the proof of how a request was handled, to be verified without the service',
  },
  'trail-key': { run: showTrailKey, usage: '                      the public key of the trail, for an auditor to keep' },
  'renew-trail-key': {
    run: renewTrailKey,
    usage: '                      another key for the trail, after a restore that lost entries',
  },
  'keys list': { run: listKeys, usage: '                      the keys that wrap data keys, and how many they wrap' },
  'keys verify': { run: verifyKeys, usage: '                      opens every key and every data key in the store' },
  'keys rotate-root': { run: rotateRoot, usage: '                      a new root key' },
  'keys rotate-epochs': {
    run: rotateEpochs,
    usage: '                      a new key for every week, and every data key under it',
  },
  'keys rewrap': { run: rewrapKeys, usage: '                      goes on with a rotation that was interrupted' },
  'keys retire': {
    run: retireKeys,
    takesNames: true,
    usage: '[ID …]                destroys old keys that wrap nothing any more',
  },
};

const USAGE = Object.entries(OPERATIONS).map(([name, { usage }]) => `  ${name.padEnd(18)} ${usage}`);

const USAGE_TEXT = `npm run operate -- COMMAND [--config service.yaml] …\n${USAGE.join('\n')}`;

const OPTIONS = {
  config: { type: 'string', default: 'service.yaml' },
  store: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  controller: { type: 'string' },
  reference: { type: 'string' },
  key: { type: 'string', multiple: true },
  checkpoint: { type: 'string', multiple: true },
  deep: { type: 'boolean' },
} as const;

/**
 * Runs one command of the operator; gives its exit code. Throws `InvalidInputError` with all commands where it is none of them; faults
 * of input, store and keys are thrown as well: they say what is wrong and what to do.
 */
export async function operate(args: readonly string[], say: (line: string) => void): Promise<number> {
  const { values, positionals } = parsed(args);
  const length = positionals[0] === 'keys' ? 2 : 1;
  const operation = OPERATIONS[positionals.slice(0, length).join(' ')];
  const names = positionals.slice(length);
  if (operation === undefined || (names.length > 0 && operation.takesNames !== true)) throw notUnderstood();
  return operation.run({ options: values, names, say });
}

function parsed(args: readonly string[]): { readonly values: OperatorOptions; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch {
    throw notUnderstood();
  }
}

function notUnderstood(): InvalidInputError {
  return new InvalidInputError([{ file: 'command line', what: `this is not understood. It may say:\n${USAGE_TEXT}` }]);
}
