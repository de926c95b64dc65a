import { InvalidInputError } from '@habeas/connector-sdk';
import { VaultError } from '@habeas/vault';
import { StoreFault, StoreRefused } from '../persistence/store-fault.js';

/** How a command ends that could not do what it was asked to. */
export interface CommandFault {
  /** What is wrong and what to do about it; a line for each fault of a file. */
  readonly message: string;
  /** 2 where what was given has to be mended, 1 where something it needs is not there. */
  readonly exitCode: 1 | 2;
}

/** What is said of an error that ends a command. Throws it on where nobody has foreseen it: that is a bug. */
export function commandFault(error: unknown): CommandFault {
  if (error instanceof InvalidInputError || error instanceof StoreRefused) return { message: error.message, exitCode: 2 };
  if (error instanceof StoreFault) {
    return { message: `${error.message} Check that its server runs, its URL is right, and its disk is not full.`, exitCode: 1 };
  }
  if (error instanceof VaultError) return { message: `The vault cannot be used: ${error.message} (${error.code}).`, exitCode: 1 };
  const message = ofSystem(error);
  if (message === undefined) throw error;
  return { message, exitCode: 1 };
}

/** What Node says of a call to the system; `path` and `address` are the command's own. */
function ofSystem(error: unknown): string | undefined {
  const { code, syscall, address, port, path } = (error ?? {}) as Partial<NodeJS.ErrnoException> & {
    readonly address?: string;
    readonly port?: number;
  };
  if (code === undefined || syscall === undefined) return undefined;
  if (syscall === 'listen') {
    return `It cannot listen on ${String(address)}:${String(port)} (${code}). Choose another address in listen or operations.`;
  }
  return `The system refused ${syscall}${path === undefined ? '' : ` ${path}`} (${code}). Check the path, its rights and its disk.`;
}
