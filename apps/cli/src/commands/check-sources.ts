import { type ConfiguredSource, openSource } from '@habeas/configuration';
import { ConnectorError, type Problem, type SourceHealth } from '@habeas/connector-sdk';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/** What looking at one source brought: its health, or the reason why it could not be looked at. */
type CheckedSource = { readonly id: string } & ({ readonly health: SourceHealth } | { readonly problem: Problem });

/** Looks at every source without reading anybody's data, and says what to do where something is wrong. */
export async function checkSources(
  sources: readonly ConfiguredSource[],
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const checked = await Promise.all(sources.map((source) => checkSource(source, signal)));
  checked.forEach((source) => {
    printSource(source, terminal);
  });
  return checked.every(isSound) ? EXIT.complete : EXIT.incomplete;
}

async function checkSource(source: ConfiguredSource, signal: AbortSignal): Promise<CheckedSource> {
  const { id } = source;
  try {
    const session = await openSource(source, signal);
    try {
      return { id, health: await session.check() };
    } finally {
      await session.close();
    }
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { errorClass, message, remedy } = error;
    return { id, problem: { errorClass, message, ...(remedy === undefined ? {} : { remedy }) } };
  }
}

function isSound(source: CheckedSource): boolean {
  return (
    'health' in source && source.health.readOnly !== 'no' && source.health.collections.every(({ status }) => status === 'ok')
  );
}

const READ_ONLY: Readonly<Record<SourceHealth['readOnly'], string>> = {
  proved: 'the account cannot write',
  session: 'this session cannot write; the account itself could',
  no: 'THE ACCOUNT CAN WRITE',
};

function printSource(source: CheckedSource, terminal: Terminal): void {
  if ('problem' in source) {
    terminal.out(`\n${source.id}: cannot be used (${source.problem.errorClass})`);
    printProblem(source.problem, terminal);
    return;
  }
  const { system, readOnly, collections, advice } = source.health;
  terminal.out(`\n${source.id}: ${system}; ${READ_ONLY[readOnly]}`);
  const rows = collections.map(({ collection, status }) => [collection, status]);
  table([{ title: 'collection' }, { title: 'status' }], rows).forEach((line) => {
    terminal.out(line);
  });
  collections
    .flatMap(({ problems }) => problems)
    .forEach((problem) => {
      printProblem(problem, terminal);
    });
  advice.forEach(({ collection, text, ddl }) => {
    terminal.out(
      `  advice${collection === undefined ? '' : ` for ${collection}`}: ${text}${ddl === undefined ? '' : `\n    ${ddl}`}`,
    );
  });
}

function printProblem({ message, remedy }: Problem, terminal: Terminal): void {
  terminal.out(`  ${message}${remedy === undefined ? '' : `\n    ${remedy}`}`);
}
