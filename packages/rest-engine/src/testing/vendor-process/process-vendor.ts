import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connector, JsonObject } from '@habeas/connector-sdk';
import type { RestConfig } from '../../config-schema.js';
import { parseManifest, type Manifest } from '../../manifest/manifest.js';
import { restConnector } from '../../rest-connector.js';
import { movedTo } from '../moved-manifest.js';

/** A vendor that runs in a process of its own, and what it holds. */
export interface ProcessVendor {
  /** The address of its manifest. */
  readonly manifest: string;
  /** The address of the file that says what its records look like. */
  readonly world: string;
  readonly config: JsonObject;
  readonly secrets: Readonly<Record<string, string>>;
  /** Whom it knows by their address, and how many records it has of them in each collection. */
  readonly people: readonly { readonly email: string; readonly counts: Readonly<Record<string, number>> }[];
  /** Records of one page, at most. */
  readonly pageSize: number;
  /** Letters that each record holds beside its fields. */
  readonly bulk?: number;
  /** Milliseconds before each answer. */
  readonly delayMs?: number;
}

/** Where such a vendor answers. */
export interface VendorAddress {
  readonly origin: string;
}

/** Its manifest. Throws `InvalidInputError` with every fault of the file. */
export function manifestOf({ manifest }: Pick<ProcessVendor, 'manifest'>): Manifest {
  return parseManifest(readFileSync(new URL(manifest), 'utf8'), basename(fileURLToPath(manifest)));
}

/** A connector to a vendor that answers somewhere else than its manifest says, and its configuration. */
export function connectorAt(
  origin: string,
  vendor: Pick<ProcessVendor, 'manifest' | 'config' | 'secrets'>,
  change: (manifest: Manifest) => Manifest = (manifest) => manifest,
): { readonly connector: Connector<RestConfig>; readonly config: RestConfig } {
  const connector = restConnector(movedTo(origin, change(manifestOf(vendor)), vendor.config));
  const network = { private: ['127.0.0.0/8'], insecure: true };
  return { connector, config: connector.config.parse({ ...vendor.config, ...vendor.secrets, network }) };
}
