import { commandFault } from '../config/command-fault.js';
import { operate } from './operate.js';

/** Where a command writes: its result, and what it has to say beside it. */
export interface OperatorSurroundings {
  readonly print: (text: string) => void;
  readonly say: (line: string) => void;
}

/** Does what those who run a service do beside it. Resolves to the exit code: 0, 3 where something is not as it should be, else that of `CommandFault`. */
export async function operatorCommand(args: readonly string[], { print, say }: OperatorSurroundings): Promise<number> {
  try {
    return await operate(args, print);
  } catch (error) {
    const { message, exitCode } = commandFault(error);
    say(message);
    return exitCode;
  }
}
