import type { Command } from 'commander';
import type { ImportOptions } from './commands/import-connector.js';
import type { ExitCode } from './terminal/exit-code.js';

/** What the commands of this file do. */
export interface ConnectorActions {
  newConnector(name: string, options: { readonly folder?: string }): Promise<ExitCode>;
  importConnector(file: string, options: ImportOptions): Promise<ExitCode>;
  lintManifests(files: readonly string[]): Promise<ExitCode>;
}

/** The commands for whoever connects a system: a skeleton, a draft of what another tool knows, and what is wrong with a manifest. */
export function addConnectorCommands(program: Command, actions: ConnectorActions, done: (code: ExitCode) => void): void {
  const connector = program.command('connector').description('connect a system by a manifest');
  connector
    .command('new')
    .argument('<name>', 'lower-case letters, digits and hyphens: wild-apricot')
    .description('write a new connector: a manifest that conforms as it stands, to be changed into what the vendor has')
    .option('--folder <folder>', 'where; by default connectors/NAME')
    .action(async (name: string, options: { folder?: string }) => {
      done(await actions.newConnector(name, options));
    });
  connector
    .command('import')
    .argument('<file>', 'a Fides SaaS configuration, or an Airbyte low-code manifest')
    .description('make a draft manifest of what another tool knows of a vendor, and say what a human must still decide')
    .requiredOption('--out <folder>', 'where manifest.yaml is written')
    .option('--dataset <file>', 'the dataset of a Fides configuration, where it is a file of its own')
    .action(async (file: string, options: ImportOptions) => {
      done(await actions.importConnector(file, options));
    });
  connector
    .command('lint')
    .argument('<manifest...>', 'manifests in YAML')
    .description('what is wrong with manifests, each with its line')
    .action(async (files: string[]) => {
      done(await actions.lintManifests(files));
    });
}
