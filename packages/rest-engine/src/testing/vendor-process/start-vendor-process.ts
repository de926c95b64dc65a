import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { ProcessVendor, VendorAddress } from './process-vendor.js';

/** A vendor that answers until it is stopped. */
export interface RunningProcessVendor extends VendorAddress {
  stop(): Promise<void>;
}

/**
 * Starts a vendor in a process of its own, so that what it takes of memory and time is not that of whoever asks it. Run from a
 * build: Node has to be able to run what stands beside this file.
 */
export async function startVendorProcess(vendor: ProcessVendor): Promise<RunningProcessVendor> {
  const child = fork(fileURLToPath(new URL('main.js', import.meta.url)), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  child.send(vendor);
  const answered = once(child, 'message') as Promise<[VendorAddress]>;
  const [address] = await Promise.race([answered, ended.then(() => [undefined] as const)]);
  if (address === undefined) throw new Error('The vendor ended before it answered: see above.');
  return {
    ...address,
    stop: async () => {
      child.disconnect();
      await ended;
    },
  };
}
