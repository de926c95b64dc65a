import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startVendor, type RunningVendor } from '@habeas/rest-engine/fake-vendor';
import type { VendorSystem } from './vendor-system.js';

/** The vendors of a world that were started. */
export interface StartedVendors {
  /** How many requests came to each, by the id of its source. */
  requests(): Readonly<Record<string, number>>;
  close(): Promise<void>;
}

/**
 * Starts vendors on free ports of the loopback interface, and writes where each of them is and its credential into files of the
 * world's folder, from which their sources' configuration takes them. Rejects, with nothing running, where one cannot be started.
 */
export async function startVendors(directory: string, systems: readonly VendorSystem[]): Promise<StartedVendors> {
  const running = new Map<string, RunningVendor>();
  const close = async (): Promise<void> => {
    await Promise.all([...running.values()].map((vendor) => vendor.close()));
  };
  try {
    for (const system of systems) {
      const vendor = await startVendor(holdingsOf(system));
      running.set(system.records.source, vendor);
      const folder = join(directory, 'vendors', system.records.source);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'address'), `${vendor.origin}\n`);
      await writeFile(join(folder, 'secret'), `${system.secret}\n`, { mode: 0o600 });
    }
  } catch (error) {
    await close();
    throw error;
  }
  return {
    requests: () => Object.fromEntries([...running].map(([source, vendor]) => [source, vendor.arrived()])),
    close,
  };
}

function holdingsOf(system: VendorSystem): Parameters<typeof startVendor>[0] {
  const { manifest, settings, secret, secretName, records, shared = {} } = system;
  return { manifest, address: 'base', config: settings, secrets: { [secretName]: secret }, records: records.records, shared };
}
