import { driftInSources, type LoadedConfig } from '@habeas/configuration';
import { InvalidInputError } from '@habeas/connector-sdk';
import type { DriftFinding } from '@habeas/core/law';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import type { Terminal } from '../terminal/terminal.js';

/** What is compared, and how it is shown. */
export interface DriftArguments {
  readonly config: string;
  /** As JSON, in English and French. */
  readonly json?: true;
}

/**
 * Looks at every source of a configuration, without reading anybody's data, and says where its register and what is held are not the
 * same (PRF-02). Ends as a fault where a source could not be looked at. Throws `InvalidInputError` where there is no register.
 */
export async function driftOfRegister(
  config: LoadedConfig,
  { config: file, json }: DriftArguments,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<ExitCode> {
  const { register, sources } = config;
  if (register === undefined) {
    const what = 'there is no register to compare the sources with';
    throw new InvalidInputError([{ file, path: 'controller.register', what, remedy: 'name one' }]);
  }
  const findings = await driftInSources(register, sources, signal);
  if (json === true) terminal.out(JSON.stringify({ controller: register.register.id, drift: findings }, undefined, 2));
  else print(findings, register.file, terminal);
  if (findings.some(({ code }) => code === 'SOURCE_UNREACHED')) return EXIT.fault;
  return findings.length === 0 ? EXIT.complete : EXIT.incomplete;
}

/** Findings that say the same are printed once, with all their places. */
function print(findings: readonly DriftFinding[], file: string, terminal: Terminal): void {
  const groups = new Map<string, DriftFinding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.what.en]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  for (const [first, ...rest] of groups.values()) if (first !== undefined) printGroup([first, ...rest], terminal);
  const unreached = findings.filter(({ code }) => code === 'SOURCE_UNREACHED').length;
  const differ = findings.length - unreached;
  if (unreached > 0)
    terminal.out(`${file}: ${counted(unreached, 'source')} COULD NOT BE LOOKED AT: nothing is known of what they hold`);
  const outcome = differ === 0 ? 'no drift' : `${counted(differ, 'finding')} of drift`;
  terminal.out(`${file}: ${unreached > 0 ? `${outcome} in what could be compared` : outcome}`);
}

function printGroup([first, ...rest]: readonly [DriftFinding, ...DriftFinding[]], terminal: Terminal): void {
  const places = [first, ...rest].map(placeOf).filter((place) => place !== '');
  terminal.out(`${first.code} (${first.severity}, ${first.article})`);
  terminal.out(`  ${first.what.en}`);
  if (places.length > 0) terminal.out(`  ${places.join(', ')}`);
  terminal.out(`  ${first.remedy.en}`);
}

function placeOf({ source, collection, field }: DriftFinding): string {
  return [source, collection, field].filter((part) => part !== undefined).join('.');
}

function counted(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? '' : 's'}`;
}
