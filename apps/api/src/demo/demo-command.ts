import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { InvalidInputError } from '@habeas/connector-sdk';
import { commandFault } from '../config/command-fault.js';
import { runDemo } from './run-demo.js';

/** What the demo is tied to. */
export interface DemoSurroundings {
  readonly say: (line: string) => void;
  /** Resolves when it is asked to end. */
  readonly asked: Promise<unknown>;
  /** Whether somebody is there who could look at the service. */
  readonly isWatched: boolean;
  /** Has something done whenever somebody presses Enter. */
  readonly onEnter?: (act: () => void) => void;
}

/** Runs the demo; its service stays up where somebody watches. Resolves to 0 where everything came to what the world holds, and 1 where not. */
export async function demoCommand(
  args: readonly string[],
  { say, asked, isWatched, onEnter }: DemoSurroundings,
): Promise<number> {
  try {
    const { out, once, format } = demoArguments(args);
    const directory = out === undefined ? mkdtempSync(join(tmpdir(), 'habeas-demo-')) : resolve(out);
    mkdirSync(directory, { recursive: true });
    const { isRight, url, mailboxUrl, officer, stop } = await runDemo({ directory, format, say, port: 0 });
    if (isWatched && !once) {
      const { login, password, totpSecret } = officer.account;
      say(`\nThe console: ${url}/console/   login: ${login}   password: ${password}`);
      say(`Key for an authenticator: ${totpSecret}. Without one, press Enter here for a code; each works once.`);
      say(`To go the way of a subject yourself: ask at ${url}/ask/hostel, and read what it sends at ${mailboxUrl}`);
      say(`The service stays up at ${url}. Ctrl-C ends it.`);
      onEnter?.(() => {
        say(officer.code());
      });
      await asked;
    }
    await stop();
    return isRight ? 0 : 1;
  } catch (error) {
    const { message, exitCode } = commandFault(error);
    say(message);
    return exitCode;
  }
}

interface DemoArguments {
  readonly out?: string | undefined;
  readonly once: boolean;
  readonly format: 'csv' | 'json';
}

function demoArguments(args: readonly string[]): DemoArguments {
  const options = {
    out: { type: 'string' },
    once: { type: 'boolean', default: false },
    format: { type: 'string', default: 'csv' },
  } as const;
  try {
    const { out, once, format } = parseArgs({ args: [...args], options }).values;
    if (format === 'csv' || format === 'json') return { out, once, format };
  } catch {
    // Told below, with what it may say
  }
  const remedy = 'npm run demo -- [--out FOLDER] [--once] [--format csv|json]';
  throw new InvalidInputError([{ file: 'command line', what: 'this is not understood', remedy }]);
}
