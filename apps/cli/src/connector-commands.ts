import type { Command } from 'commander';
import type { ExitCode } from './terminal/exit-code.js';

/** What the commands of this file do. */
export interface ConnectorActions {
  newConnector(name: string, options: { readonly folder?: string }): Promise<ExitCode>;
  lintManifests(files: readonly string[]): Promise<ExitCode>;
}

/** The commands for whoever connects a system: a skeleton, and what is wrong with a manifest. */
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
    .command('lint')
    .argument('<manifest...>', 'manifests in YAML')
    .description('what is wrong with manifests, each with its line')
    .action(async (files: string[]) => {
      done(await actions.lintManifests(files));
    });
}
