import { type Command, Option } from 'commander';
import { EXTENSION_REASONS } from '@habeas/core/law';
import { LETTER_KINDS, type LetterKind } from '@habeas/report';
import { collect } from './terminal/collect.js';
import type { DeadlineArguments } from './commands/show-deadlines.js';
import type { ScopeArguments } from './commands/show-scope.js';
import type { LetterArguments } from './commands/write-letter.js';
import type { ExitCode } from './terminal/exit-code.js';

/** What the commands of this file do. */
export interface LawActions {
  showDeadlines(options: DeadlineArguments & { readonly config?: string }): Promise<ExitCode>;
  showScope(options: ScopeArguments): Promise<ExitCode>;
  writeLetter(kind: LetterKind, options: LetterArguments): Promise<ExitCode>;
}

/** The commands that apply the law without searching anything: deadlines, scope, letters. */
export function addLawCommands(program: Command, actions: LawActions, done: (code: ExitCode) => void): void {
  addDeadlines(program, actions, done);
  program
    .command('scope')
    .description('what of each field a person gets by access and by portability, and why; ends with 3 where a fact is missing')
    .option('--config <file>', 'the configuration', 'habeas.yaml')
    .addOption(languageOption())
    .option('--json', 'as JSON')
    .action(async (options: ScopeArguments) => {
      done(await actions.showScope(options));
    });
  program
    .command('letter')
    .argument('<kind>', `one of ${LETTER_KINDS.join(', ')}`)
    .description('write a letter of the controller; refused, with each thing that is missing, where the law demands more')
    .option('--config <file>', 'the configuration', 'habeas.yaml')
    .requiredOption('--facts <file>', 'YAML: what the letter has to know (docs/letters.md)')
    .requiredOption('--out <file>', 'ends in .html, .pdf or .txt; never overwritten')
    .addOption(languageOption())
    .action(async (kind: string, options: LetterArguments) => {
      done(await actions.writeLetter(letterKind(kind, program), options));
    });
}

function addDeadlines(program: Command, actions: LawActions, done: (code: ExitCode) => void): void {
  program
    .command('deadlines')
    .description('when a request is due, and how each day came about')
    .requiredOption('--received <time>', 'when it reached the controller: 2026-01-31 or 2026-01-31T10:00:00Z')
    .option('--question <asked/answered>', 'a question about identity; without an answer it is open (may be repeated)', collect)
    .option('--extended <time>', 'when the notice of an extension was sent')
    .addOption(new Option('--because <reason>', 'of the extension').choices(EXTENSION_REASONS).default(EXTENSION_REASONS[0]))
    .option('--at <time>', 'as of when; by default now')
    .option('--config <file>', "a configuration, for the controller's place and language")
    .option('--time-zone <zone>', 'by default Europe/Paris')
    .option('--holidays <calendar>', 'by ISO 3166, such as FR or FR-57; by default FR')
    .addOption(languageOption())
    .option('--json', 'as JSON')
    .action(async (options: DeadlineArguments & { config?: string }) => {
      done(await actions.showDeadlines(options));
    });
}

function languageOption(): Option {
  return new Option('--language <language>', "by default the controller's").choices(['en', 'fr']);
}

function letterKind(text: string, program: Command): LetterKind {
  const kind = LETTER_KINDS.find((each) => each === text);
  if (kind === undefined) program.error(`error: there is no letter "${text}"; there are: ${LETTER_KINDS.join(', ')}`);
  return kind;
}
