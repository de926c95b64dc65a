import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connector, JsonObject } from '@habeas/connector-sdk';
import type { RestConfig } from '../../config-schema.js';
import { parseManifest, type Manifest } from '../../manifest/manifest.js';
import { restConnector, type RestConnectorOptions } from '../../rest-connector.js';
import { readWorldFile, type WorldFile } from '../world/world-file.js';

/** A connector to be checked, as its test names it. */
export interface RestConformance {
  /** Its `manifest.yaml`. */
  readonly manifest: URL;
  /** Its `fixtures/world.yaml`: what the vendor's records look like. */
  readonly world: URL;
  /** Its settings. Addresses are replaced by those of the fake vendor. */
  readonly config?: JsonObject;
  /** Its credentials: made up, and long enough to be recognised where they must not stand. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The checks that do not apply, by their id, each with the reason, which is printed where it is skipped. */
  readonly cannot?: Readonly<Record<string, string>>;
  /** Whether long lists are as long as they come, 100,000 records (R1), and not a tenth of it. */
  readonly heavy?: boolean;
  /** Its `conformance.yaml`, which has to tell what this run shows: the scorecard is made of it. */
  readonly results?: URL;
  /** How a connector is made of the manifest: by the engine. Tests of the kit itself put flawed ones in its place. */
  readonly connect?: (manifest: Manifest, options: RestConnectorOptions) => Connector<RestConfig>;
}

/** A scenario with its files read. */
export interface Scenario extends Required<Omit<RestConformance, 'manifest' | 'world' | 'results'>> {
  readonly manifest: Manifest;
  readonly world: WorldFile;
}

/** Reads the files of a scenario. Throws `InvalidInputError` for a manifest or a world with faults. */
export function readScenario({ manifest, world, results: _results, ...given }: RestConformance): Scenario {
  const parsed = parseManifest(readFileSync(manifest, 'utf8'), basename(fileURLToPath(manifest)));
  const defaults = Object.entries(parsed.config).flatMap(([name, { default: value }]) =>
    value === undefined ? [] : [[name, value]],
  );
  return {
    cannot: {},
    heavy: false,
    connect: restConnector,
    ...given,
    config: { ...(Object.fromEntries(defaults) as JsonObject), ...given.config },
    manifest: parsed,
    world: readWorldFile(world),
  };
}
