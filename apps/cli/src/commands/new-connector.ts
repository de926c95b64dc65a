import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { connectorSkeleton, isConnectorName } from '@habeas/rest-engine';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';
import { writeNewFile } from './new-file.js';

/** Writes the skeleton of a connector into a folder that is not there yet. Throws `InvalidInputError` where it is, or the name cannot be one. */
export function newConnector(
  name: string,
  { folder = join('connectors', name) }: { readonly folder?: string },
  terminal: Terminal,
): ExitCode {
  if (!isConnectorName(name)) {
    throw new InvalidInputError([
      { file: name, what: 'a connector cannot be called so', remedy: 'use lower-case letters, digits and hyphens: wild-apricot' },
    ]);
  }
  if (existsSync(folder)) {
    throw new InvalidInputError([{ file: folder, what: 'this folder is there already', remedy: 'choose another with --folder' }]);
  }
  for (const [path, text] of connectorSkeleton(name)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeNewFile(join(folder, path), text);
    terminal.out(join(folder, path));
  }
  terminal.out(
    `Next: change ${join(folder, 'manifest.yaml')} (docs/adding-a-connector.md), then npm install and HABEAS_TEST_UPDATE=1 npm test -- ${folder}`,
  );
  return EXIT.complete;
}
