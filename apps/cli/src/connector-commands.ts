import type { Command } from 'commander';
import type { ImportOptions } from './commands/import-connector.js';
import type { SubjectArguments } from './commands/given-subject.js';
import type { ExitCode } from './terminal/exit-code.js';
import { withConfig, withSubject } from './terminal/shared-options.js';

/** Whom to search at which source, and where the recording goes. */
export interface RecordArguments extends SubjectArguments {
  readonly config: string;
  readonly source?: string;
  readonly out: string;
}

/** What the commands of this file do. */
export interface ConnectorActions {
  newConnector(name: string, options: { readonly folder?: string }): Promise<ExitCode>;
  importConnector(file: string, options: ImportOptions): Promise<ExitCode>;
  recordSource(options: RecordArguments): Promise<ExitCode>;
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
  withSubject(withConfig(connector.command('record')))
    .description('search at a live source, and write what was asked and answered with nobody in it, for tests')
    .option('--source <id>', 'the source, where there are several')
    .requiredOption('--out <file>', 'where the recording is written')
    .action(async (options: RecordArguments) => {
      done(await actions.recordSource(options));
    });
  connector
    .command('lint')
    .argument('<manifest...>', 'manifests in YAML')
    .description('what is wrong with manifests, each with its line')
    .action(async (files: string[]) => {
      done(await actions.lintManifests(files));
    });
}
