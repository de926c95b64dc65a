import { commandFault } from './config/command-fault.js';
import { serviceArguments } from './config/arguments.js';
import { lastWords } from './platform/last-words.js';
import { ServiceLog } from './platform/service-log.js';
import { startService, type StartedService } from './start.js';

/** What a running service is tied to. */
export interface ServiceSurroundings {
  /** Tells whoever started it. The set-up code is told here only, never to the log. */
  readonly say: (line: string) => void;
  /** Resolves when it is asked to end. */
  readonly asked: Promise<unknown>;
  readonly log?: ServiceLog;
  /** Has an error that nothing has caught told to `end`, which exits. */
  readonly onUncaught?: (end: (error: unknown) => void) => void;
  readonly exit?: (code: number) => void;
}

/** Runs a service until it is asked to end, and resolves to its exit code: 0 once everything is closed; see `CommandFault` for others. */
export async function serviceCommand(args: readonly string[], surroundings: ServiceSurroundings): Promise<number> {
  const { say, asked, log = new ServiceLog(), onUncaught, exit = () => undefined } = surroundings;
  try {
    const started = await startService(serviceArguments(args), log);
    onUncaught?.(lastWords({ log, stop: () => started.stop(), exit }));
    for (const line of linesOf(started)) say(line);
    await asked;
    await started.stop();
    return 0;
  } catch (error) {
    const { message, exitCode } = commandFault(error);
    say(message);
    return exitCode;
  }
}

/** Who waits for a service waits for the last of them. */
function linesOf({ url, operationsUrl, setUpCode }: StartedService): readonly string[] {
  return [
    url === undefined ? 'The worker is working.' : `Habeas is at ${url}`,
    ...(setUpCode === undefined ? [] : [`Set-up code for the first account, good for 15 minutes: ${setUpCode}`]),
    `Health and metrics: ${operationsUrl}`,
  ];
}
