import { type ConfiguredSource, loadConfig } from '@habeas/configuration';
import { ArchiveError } from '@habeas/archive';
import { type Connector, ConnectorError, InvalidInputError } from '@habeas/connector-sdk';
import { Refused } from '@habeas/core';
import { type Actions, commandLine, isUsageError } from './command-line.js';
import { checkSources } from './commands/check-sources.js';
import { createKey } from './commands/create-key.js';
import { describeSource } from './commands/describe-source.js';
import { givenSubject } from './commands/given-subject.js';
import { importArchiveFile } from './commands/import-archive-file.js';
import { importConnector } from './commands/import-connector.js';
import { lintManifests } from './commands/lint-manifests.js';
import { lintRegisters } from './commands/lint-register.js';
import { newConnector } from './commands/new-connector.js';
import { exportRegisterFile, importRegisterFile } from './commands/register-exchange.js';
import { recordSource } from './commands/record-cassette.js';
import { planSearch } from './commands/plan-search.js';
import { showDeadlines } from './commands/show-deadlines.js';
import { showScope } from './commands/show-scope.js';
import { driftOfRegister } from './commands/register-drift.js';
import { searchPerson } from './commands/search-person.js';
import { verifyEvidence, writeEvidencePage } from './commands/verify-evidence.js';
import { verifyFile } from './commands/verify-file.js';
import { verifyTrailFile } from './commands/verify-trail.js';
import { writeLetterFile } from './commands/write-letter.js';
import { SOFTWARE } from './software.js';
import { EXIT, type ExitCode } from './terminal/exit-code.js';
import type { Terminal } from './terminal/terminal.js';

/** What a run of `habeas` is given by the process around it. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly connectors: ReadonlyMap<string, Connector>;
  /** Ends the run when it aborts. */
  readonly signal: AbortSignal;
}

/** Runs one command of `habeas` and returns its exit code. Faults of input, sources and archives end in one clear message. */
export async function habeas(args: readonly string[], surroundings: Surroundings): Promise<ExitCode> {
  const { terminal } = surroundings;
  let exitCode: ExitCode = EXIT.complete;
  const program = commandLine(actionsIn(surroundings), SOFTWARE.version, (code) => {
    exitCode = code;
  });
  const speak = (text: string): void => {
    terminal.err(text.trimEnd());
  };
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command.exitOverride().configureOutput({ writeOut: (text) => { terminal.out(text.trimEnd()); }, writeErr: speak }); // prettier-ignore
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return exitCodeOf(error, speak);
  }
}

function exitCodeOf(error: unknown, speak: (text: string) => void): ExitCode {
  const isUsage = isUsageError(error);
  if (isUsage !== undefined) return isUsage ? EXIT.usage : EXIT.complete;
  if (error instanceof InvalidInputError) {
    speak(error.message);
    return EXIT.usage;
  }
  if (error instanceof ConnectorError || error instanceof Refused) {
    speak(`${error.message}${error.remedy === undefined ? '' : `\n  ${error.remedy}`}`);
    return error instanceof Refused ? EXIT.usage : EXIT.fault;
  }
  if (!(error instanceof ArchiveError)) throw error;
  speak(error.message);
  return error.code === 'options' ? EXIT.usage : EXIT.fault;
}

function actionsIn({ terminal, connectors, signal }: Surroundings): Actions {
  return {
    search: async ({ config: file, ...options }) => {
      const config = loadConfig(file, connectors);
      const { exitCode } = await searchPerson(config, givenSubject(options, config.phoneRegion), options, { terminal, signal });
      return exitCode;
    },
    plan: ({ config: file, ...options }) => {
      const config = loadConfig(file, connectors);
      return planSearch(config, givenSubject(options, config.phoneRegion), terminal, signal);
    },
    checkSources: ({ config }) => checkSources(loadConfig(config, connectors).sources, terminal, signal),
    describeSource: (source, { config }) =>
      describeSource(
        theSource(source, loadConfig(config, connectors, { dataMapsOptional: true }).sources, config),
        terminal,
        signal,
      ),
    verify: (archive, { publicKey }) => verifyFile(archive, publicKey, terminal),
    importArchive: (archive, options) => importArchiveFile(archive, options, terminal),
    createKey: (file) => Promise.resolve(createKey(file, terminal)),
    verifyTrail: (file, options) => verifyTrailFile(file, options, terminal),
    verifyEvidence: (file, options) => verifyEvidence(file, options, terminal),
    writeEvidencePage: (file, options) => writeEvidencePage(file, options, terminal),
    lintRegisters: (files, options) => Promise.resolve(lintRegisters(files, options, terminal)),
    showDeadlines: ({ config, ...given }) => {
      const controller = config === undefined ? undefined : loadConfig(config, connectors).controller;
      return Promise.resolve(showDeadlines(given, controller, terminal));
    },
    showScope: (options) => Promise.resolve(showScope(loadConfig(options.config, connectors), options, terminal)),
    writeLetter: (kind, options) => writeLetterFile(kind, loadConfig(options.config, connectors), options, terminal),
    exportRegister: (file, options) => exportRegisterFile(file, options, terminal),
    importRegister: (file, options) => importRegisterFile(file, options, terminal),
    newConnector: (name, options) => Promise.resolve(newConnector(name, options, terminal)),
    importConnector: (file, options) => Promise.resolve(importConnector(file, options, terminal)),
    recordSource: ({ config: file, source, out, ...given }) => {
      const config = loadConfig(file, connectors);
      const subject = givenSubject(given, config.phoneRegion);
      return recordSource(theSource(source, config.sources, file), subject, { out, terminal, signal });
    },
    lintManifests: (files) => Promise.resolve(lintManifests(files, terminal)),
    driftOfRegister: (options) => driftOfRegister(loadConfig(options.config, connectors), options, terminal, signal),
  };
}

function theSource(id: string | undefined, sources: readonly ConfiguredSource[], file: string): ConfiguredSource {
  const found = id === undefined && sources.length === 1 ? sources[0] : sources.find((source) => source.id === id);
  if (found !== undefined) return found;
  const what = id === undefined ? 'there are several sources' : `there is no source "${id}"`;
  const remedy = `name one of ${sources.map((source) => source.id).join(', ')}`;
  throw new InvalidInputError([{ file, path: 'sources', what, remedy }]);
}
