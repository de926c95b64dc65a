import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { JsonObject } from '@habeas/connector-sdk';
import { systemClock } from '../../clock.js';
import { parseManifest } from '../../manifest/manifest.js';
import { fill, parseTemplate } from '../../template/template.js';
import { heldWorld, type HeldRecord, type HeldThings } from '../world/held-world.js';
import { startFakeVendor } from './fake-vendor.js';

/** What a vendor is, and what it holds. */
export interface VendorHoldings {
  /** The file of its manifest. */
  readonly manifest: string;
  /** The settings of a source at it, but for its address. */
  readonly config: JsonObject;
  /** The name of the setting that holds its address: it can stand wherever its users say. */
  readonly address: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** Owners first. */
  readonly records: readonly HeldRecord[];
  /** Things that records refer to, by their kind, in the shape in which the vendor sends them. */
  readonly shared?: HeldThings;
}

/** A vendor that answers until it is closed. */
export interface RunningVendor {
  /** `http://127.0.0.1:…`: for the setting that holds its address. */
  readonly origin: string;
  /** How many requests have come so far. */
  readonly arrived: () => number;
  close(): Promise<void>;
}

/** Starts a vendor that holds these records on a free port of the loopback interface. Throws `InvalidInputError` for a manifest with faults. */
export async function startVendor({
  manifest: file,
  address,
  secrets,
  records,
  shared,
  ...given
}: VendorHoldings): Promise<RunningVendor> {
  const manifest = parseManifest(readFileSync(file, 'utf8'), basename(file));
  const config = { ...given.config, [address]: 'http://127.0.0.1' };
  const base = new URL(fill(parseTemplate(manifest.base), { config }, (value) => value));
  const prefix = base.pathname.replace(/\/$/u, '');
  const world = heldWorld(manifest, config, { records, shared });
  const vendor = await startFakeVendor({ manifest, config, secrets, prefix, clock: systemClock });
  vendor.hold(world);
  return vendor;
}
