import { parseArgs } from 'node:util';
import { InvalidInputError } from '@habeas/connector-sdk';
import { CONNECTORS } from '../composition/connectors.js';
import { commandFault } from '../config/command-fault.js';
import { loadServiceConfig } from '../config/service-config.js';
import { backupStore, verifyStore } from '../persistence/index.js';
import { exportTrail } from './export-trail.js';

const USAGE = `npm run operate -- backup       [--config service.yaml] [--store URL] --out FILE  a whole copy of a SQLite store, while it is used
npm run operate -- verify-store [--config service.yaml] [--store URL]             schema, integrity, the chain of the trail
npm run operate -- export-trail [--config service.yaml] [--store URL] --out FILE  the chain, as a file that anybody can verify`;

/** Where a command writes: its result, and what it has to say beside it. */
export interface OperatorSurroundings {
  readonly print: (text: string) => void;
  readonly say: (line: string) => void;
}

/** Does what those who run a service do beside it. Resolves to the exit code: 0, 3 where a store does not hold, else that of `CommandFault`. */
export async function operatorCommand(args: readonly string[], { print, say }: OperatorSurroundings): Promise<number> {
  try {
    return await run(wanted(args), print);
  } catch (error) {
    const { message, exitCode } = commandFault(error);
    say(message);
    return exitCode;
  }
}

type Wanted =
  | { readonly command: 'verify-store'; readonly store: () => string }
  | { readonly command: 'backup' | 'export-trail'; readonly store: () => string; readonly out: string };

async function run(asked: Wanted, print: (text: string) => void): Promise<number> {
  const url = asked.store();
  if (asked.command === 'verify-store') return verify(url, print);
  if (asked.command === 'export-trail') {
    await exportTrail(url, asked.out);
    return 0;
  }
  await backupStore(url, asked.out);
  return verify(`sqlite:${asked.out}`, print);
}

function wanted(args: readonly string[]): Wanted {
  const { values, positionals } = parsed(args);
  const [command, ...more] = positionals;
  const { out, store: given, config } = values;
  const store = (): string => given ?? loadServiceConfig(config, CONNECTORS).store;
  if (more.length === 0 && command === 'verify-store' && out === undefined) return { command, store };
  if (more.length === 0 && (command === 'backup' || command === 'export-trail') && out !== undefined)
    return { command, store, out };
  throw notUnderstood();
}

function parsed(args: readonly string[]): {
  readonly values: { readonly config: string; readonly out?: string | undefined; readonly store?: string | undefined };
  readonly positionals: readonly string[];
} {
  const options = {
    config: { type: 'string', default: 'service.yaml' },
    out: { type: 'string' },
    store: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw notUnderstood();
  }
}

function notUnderstood(): InvalidInputError {
  return new InvalidInputError([{ file: 'command line', what: `this is not understood. It may say:\n${USAGE}` }]);
}

async function verify(url: string, print: (text: string) => void): Promise<number> {
  const verdict = await verifyStore(url);
  print(JSON.stringify(verdict, undefined, 2));
  return verdict.isGood ? 0 : 3;
}
