import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadServiceConfig, type ServiceConfig } from '../service-config.js';

const HABEAS = `habeas: 1
controller: { name: Club }
sources:
  paper: { connector: manual, config: { instructions: Look., doneBy: Ann, tells: [name], collections: { folder: {} } } }
`;

/** A folder with the configuration of two controllers and some files beside it. */
export interface ConfigFolder {
  /** Reads a service.yaml with these further lines. */
  load(lines: string): ServiceConfig;
  remove(): void;
}

/** See {@link ConfigFolder}. */
export function configFolder(files: Readonly<Record<string, string>> = {}): ConfigFolder {
  const folder = mkdtempSync(join(tmpdir(), 'habeas-config-'));
  for (const [name, text] of Object.entries({ 'habeas.yaml': HABEAS, ...files })) writeFileSync(join(folder, name), text);
  return {
    load: (lines) => {
      const file = join(folder, 'service.yaml');
      writeFileSync(file, `service: 1\ncontrollers: { club: habeas.yaml, hostel: habeas.yaml }\n${lines}`);
      return loadServiceConfig(file, new Map());
    },
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
