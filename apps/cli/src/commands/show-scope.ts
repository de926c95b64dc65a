import type { LoadedConfig } from '@habeas/configuration';
import { type InputFault, InvalidInputError } from '@habeas/connector-sdk';
import { explainScope, type Language, type MappedScope, type ScopeDecision, scopeOfMap } from '@habeas/core/law';
import { EXIT, type ExitCode } from '../terminal/exit-code.js';
import { table } from '../terminal/table.js';
import type { Terminal } from '../terminal/terminal.js';

/** How decisions of scope are shown. */
export interface ScopeArguments {
  readonly config: string;
  readonly language?: Language;
  readonly json?: true;
}

interface SourceScope {
  readonly source: string;
  readonly collections: readonly MappedScope[];
}

const COLUMNS = [{ title: 'field' }, { title: 'access' }, { title: 'portability' }] as const;

/**
 * Says of each field of each source what a person gets of it by access and by portability, and why (SCP-01, PRT-01): by the data maps
 * and the register alone, no source is asked. Ends with `incomplete` where something cannot be decided because a fact is missing.
 * Throws `InvalidInputError` where there is no register.
 */
export function showScope(config: LoadedConfig, { config: file, language, json }: ScopeArguments, terminal: Terminal): ExitCode {
  if (config.register === undefined) throw new InvalidInputError([NO_REGISTER(file)]);
  const { register } = config.register;
  const scopes = config.sources.flatMap(({ id: source, dataMap }): readonly SourceScope[] =>
    dataMap === undefined ? [] : [{ source, collections: scopeOfMap(source, dataMap.map, register) }],
  );
  const words = language ?? config.controller.language;
  if (json === true) terminal.out(JSON.stringify({ sources: scopes.map((scope) => asJson(scope, words)) }, undefined, 2));
  else for (const line of scopes.flatMap((scope) => inWords(scope, words))) terminal.out(line);
  return scopes.some(isOpen) ? EXIT.incomplete : EXIT.complete;
}

const NO_REGISTER = (file: string): InputFault => ({
  file,
  path: 'controller.register',
  what: 'there is no register, and scope follows from its activities',
  remedy: 'name one: controller.register',
});

function isOpen({ collections }: SourceScope): boolean {
  return collections.some(({ scope }) => scope.access.fields.undetermined > 0 || scope.portability.fields.undetermined > 0);
}

/** A table for each collection, and below it each reason once. */
function inWords({ source, collections }: SourceScope, language: Language): readonly string[] {
  return collections.flatMap(({ collection, activity, scope, secrets }) => {
    const rows = scope.fields.map(({ field, access, portability }) => [field, short(access), short(portability)]);
    const withheld = secrets.map((field) => [field, 'never read', 'never read']);
    const reasons = new Map(
      scope.fields
        .flatMap(({ access, portability }) => [access, portability])
        .map((each) => [short(each), explainScope(each, language)]),
    );
    return [
      '',
      `${source}.${collection}: ${activity ?? 'NO ACTIVITY'}`,
      ...table(COLUMNS, [...rows, ...withheld]),
      ...[...reasons].map(([reason, words]) => `  ${reason}: ${words}`),
    ];
  });
}

function short({ verdict, reason, missing = [] }: ScopeDecision): string {
  return missing.length === 0 ? `${verdict} (${reason})` : `${verdict} (${missing.join(', ')})`;
}

function asJson({ source, collections }: SourceScope, language: Language): unknown {
  const told = (decision: ScopeDecision): unknown => ({ ...decision, text: explainScope(decision, language) });
  return {
    source,
    collections: collections.map(({ collection, activity, scope, secrets }) => ({
      collection,
      activity,
      fields: scope.fields.map(({ field, access, portability }) => ({
        field,
        access: told(access),
        portability: told(portability),
      })),
      neverRead: secrets,
    })),
  };
}
