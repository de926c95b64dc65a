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
}

/** Runs the demo; its service stays up where somebody watches. Resolves to 0 where everything came to what the world holds, and 1 where not. */
export async function demoCommand(args: readonly string[], { say, asked, isWatched }: DemoSurroundings): Promise<number> {
  try {
    const { out, once, format } = demoArguments(args);
    const directory = out === undefined ? mkdtempSync(join(tmpdir(), 'habeas-demo-')) : resolve(out);
    mkdirSync(directory, { recursive: true });
    const { isRight, url, stop } = await runDemo({ directory, format, say, port: 0 });
    if (isWatched && !once) {
      say(`\nThe service stays up at ${url}. Ctrl-C ends it.`);
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
