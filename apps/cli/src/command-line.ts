import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Right } from '@habeas/core';
import { EXCHANGE_FORMATS } from '@habeas/register-exchange';
import type { SubjectArguments } from './commands/given-subject.js';
import type { ImportArguments } from './commands/import-archive-file.js';
import type { LintArguments } from './commands/lint-register.js';
import type { DriftArguments } from './commands/register-drift.js';
import type { ExchangeArguments } from './commands/register-exchange.js';
import type { TrailArguments } from './commands/verify-trail.js';
import { collect } from './terminal/collect.js';
import { addConnectorCommands, type ConnectorActions } from './connector-commands.js';
import { addEvidenceCommands, type EvidenceActions } from './evidence-commands.js';
import { addLawCommands, type LawActions } from './law-commands.js';
import type { ExitCode } from './terminal/exit-code.js';
import { withConfig, withSubject } from './terminal/shared-options.js';

/** What `habeas search` was asked, beside the person. */
export interface SearchArguments extends SubjectArguments {
  readonly config: string;
  readonly format: 'csv' | 'json';
  readonly out: string;
  readonly reference?: string;
  readonly requestedAt?: Date;
  readonly language?: 'en' | 'fr';
  readonly rights?: readonly Right[];
}

/** What the commands do. The command line only reads; each of these acts and says how it went. */
export interface Actions extends ConnectorActions, EvidenceActions, LawActions {
  search(options: SearchArguments): Promise<ExitCode>;
  plan(options: SubjectArguments & { readonly config: string }): Promise<ExitCode>;
  checkSources(options: { readonly config: string }): Promise<ExitCode>;
  describeSource(source: string | undefined, options: { readonly config: string }): Promise<ExitCode>;
  verify(archive: string, options: { readonly publicKey?: string }): Promise<ExitCode>;
  importArchive(archive: string, options: ImportArguments): Promise<ExitCode>;
  createKey(file: string): Promise<ExitCode>;
  verifyTrail(file: string, options: TrailArguments): Promise<ExitCode>;
  lintRegisters(files: readonly string[], options: LintArguments): Promise<ExitCode>;
  driftOfRegister(options: DriftArguments): Promise<ExitCode>;
  exportRegister(file: string, options: ExchangeArguments): Promise<ExitCode>;
  importRegister(file: string, options: ExchangeArguments): Promise<ExitCode>;
}

/** The command line of `habeas`. `done` is told the exit code of the command that ran. */
export function commandLine(actions: Actions, version: string, done: (code: ExitCode) => void): Command {
  const program = new Command('habeas');
  program
    .description('Finds everything an organisation holds about one person, and writes it into a verified archive.')
    .version(version)
    .exitOverride()
    .showHelpAfterError('(add --help for what can be given)');
  addSearch(program, async (options) => {
    done(await actions.search(options));
  });
  withSubject(withConfig(program.command('plan')))
    .description('show what a search would do and cost, before anything is fetched')
    .action(async (options: SubjectArguments & { config: string }) => {
      done(await actions.plan(options));
    });
  addSources(program, actions, done);
  program
    .command('verify')
    .argument('<archive>', 'the ZIP file')
    .description('re-read an archive and find any changed byte, missing file or wrong count')
    .option('--public-key <file>', 'the Ed25519 public key, in PEM, that the archive has to be signed with')
    .action(async (archive: string, options: { publicKey?: string }) => {
      done(await actions.verify(archive, options));
    });
  addArchive(program, actions, done);
  program
    .command('keys')
    .description('signing keys')
    .command('create')
    .argument('<file>', 'where the private key goes; the public key goes beside it')
    .description('make a key to sign archives with')
    .action(async (file: string) => {
      done(await actions.createKey(file));
    });
  addAudit(program, actions, done);
  addEvidenceCommands(program, actions, done);
  addRegister(program, actions, done);
  addLawCommands(program, actions, done);
  addConnectorCommands(program, actions, done);
  return program;
}

function addArchive(program: Command, actions: Actions, done: (code: ExitCode) => void): void {
  program
    .command('archive')
    .description('what is in an archive')
    .command('import')
    .argument('<archive>', 'the ZIP file')
    .description(
      'verify an archive, read it into a new database, and compare the two; ends with 3 where the archive does not verify',
    )
    .requiredOption('--into <database>', 'where it goes: sqlite:FILE, which must not be there yet')
    .option('--public-key <file>', 'the Ed25519 public key, in PEM, that the archive has to be signed with')
    .action(async (archive: string, options: ImportArguments) => {
      done(await actions.importArchive(archive, options));
    });
}

function addAudit(program: Command, actions: Actions, done: (code: ExitCode) => void): void {
  program
    .command('audit')
    .description('the trail of the service')
    .command('verify')
    .argument('<file>', 'an exported trail: JSON lines')
    .description('find any entry that was changed, removed, added or moved')
    .option('--through <sequence:hash>', 'an entry it must contain: what was noted of the trail elsewhere')
    .option('--checkpoint <file>', 'a signed checkpoint that was kept elsewhere, or a folder of them (may be repeated)', collect)
    .option('--key <key>', 'the public key of the trail, or a file that holds it (may be repeated)', collect)
    .action(async (file: string, options: TrailArguments) => {
      done(await actions.verifyTrail(file, options));
    });
}

function addRegister(program: Command, actions: Actions, done: (code: ExitCode) => void): void {
  const register = program.command('register').description('registers of processing');
  register
    .command('lint')
    .argument('<files...>', 'registers: YAML')
    .description('say what in a register is not as the law wants it, and what to do; ends with 3 where there is something')
    .option('--json', 'as JSON, with what is assumed and what is unstated')
    .action(async (files: readonly string[], options: LintArguments) => {
      done(await actions.lintRegisters(files, options));
    });
  withConfig(register.command('drift'))
    .description('compare the register with what its sources hold, without reading anybody’s data; ends with 3 where they differ')
    .option('--json', 'as JSON, in English and French')
    .action(async (options: DriftArguments) => {
      done(await actions.driftOfRegister(options));
    });
  withExchange(register.command('export'))
    .argument('<file>', 'a register: YAML')
    .description("write a register in the form of CNIL's template, and say what it has no place for")
    .requiredOption('--out <file>', 'where the workbook goes')
    .action(async (file: string, options: ExchangeArguments) => {
      done(await actions.exportRegister(file, options));
    });
  withExchange(register.command('import'))
    .argument('<file>', "a register in the form of CNIL's template")
    .description(
      'draft a register from a workbook, and list what a person has to complete; ends with 3 where cells were not understood',
    )
    .requiredOption('--out <file>', 'where the register goes: YAML')
    .action(async (file: string, options: ExchangeArguments) => {
      done(await actions.importRegister(file, options));
    });
}

function withExchange(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', "of the workbook; by default what the file's name ends with").choices(EXCHANGE_FORMATS),
    )
    .option('--force', 'put it in the place of a file that is there');
}

function addSearch(program: Command, run: (options: SearchArguments) => Promise<void>): void {
  withSubject(withConfig(program.command('search')))
    .description('search every source for one person and write the archive')
    .addOption(new Option('--format <format>', 'of the tables').choices(['csv', 'json']).default('csv'))
    .addOption(new Option('--language <language>', "of the index page; by default the controller's").choices(['en', 'fr']))
    .addOption(
      new Option(
        '--rights <right...>',
        'access (a copy of everything, and the report) or portability; by default access',
      ).choices(['access', 'portability']),
    )
    .requiredOption('--out <folder>', 'where the archive goes')
    .option('--reference <name>', 'names the archive (lower-case letters, digits, . _ -); by default the day and a random part')
    .option('--requested-at <time>', 'when the request was made (ISO 8601); by default now', isoTime)
    .action(run);
}

function addSources(program: Command, actions: Actions, done: (code: ExitCode) => void): void {
  const sources = program.command('sources').description('look at the sources');
  withConfig(sources.command('check'))
    .description('check rights, tables, indexes and the data maps, without reading anybody’s data')
    .action(async (options: { config: string }) => {
      done(await actions.checkSources(options));
    });
  withConfig(sources.command('describe'))
    .argument('[source]', 'which source; not needed where there is only one')
    .description('draft a data map from the live schema, for a person to complete')
    .action(async (source: string | undefined, options: { config: string }) => {
      done(await actions.describeSource(source, options));
    });
}

function isoTime(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime()))
    throw new InvalidArgumentError('This is not a time such as 2026-03-31 or 2026-03-31T10:00:00Z.');
  return time;
}

/** Whether the command line itself ended the program: help or version were asked (`false`), or it was not understood (`true`). */
export function isUsageError(error: unknown): boolean | undefined {
  return error instanceof CommanderError ? error.exitCode !== 0 : undefined;
}
