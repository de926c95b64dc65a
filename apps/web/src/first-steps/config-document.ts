import { asMap, namesOf, parsed, withValue, type YamlPath } from '../yaml/yaml-document.js';

/** A source of a draft: which connector, and what is set of it. */
export interface DraftSource {
  readonly id: string;
  readonly connector: string;
  readonly title: string;
  readonly config: Readonly<Record<string, string>>;
}

/** What somebody would write at a place: empty where nothing stands there, or more than one value. */
export function writtenAt(text: string, path: YamlPath): string {
  const value: unknown = parsed(text)?.getIn(path);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Writes a value, or removes it, and with the last one of a group the group. */
export function withWritten(text: string, path: YamlPath, value: string | number | boolean): string {
  return value === '' ? withoutEmpty(withValue(text, path, undefined), path.slice(0, -1)) : withValue(text, path, value);
}

function withoutEmpty(text: string, path: YamlPath): string {
  const group = asMap(parsed(text)?.getIn(path, true));
  return path.length > 1 && group?.items.length === 0 ? withValue(text, path, undefined) : text;
}

/** The sources of a draft. `undefined` while it cannot be read as YAML. */
export function sourcesOf(text: string): readonly DraftSource[] | undefined {
  const document = parsed(text);
  if (document === undefined) return undefined;
  return namesOf(asMap(document.get('sources', true))).map((id) => ({
    id,
    connector: writtenAt(text, ['sources', id, 'connector']),
    title: writtenAt(text, ['sources', id, 'title']),
    config: Object.fromEntries(
      namesOf(asMap(document.getIn(['sources', id, 'config'], true))).map((name) => [
        name,
        writtenAt(text, ['sources', id, 'config', name]),
      ]),
    ),
  }));
}

interface NewSource {
  readonly connector: string;
  readonly needsDataMap: boolean;
  /** The names of its secrets. */
  readonly secrets: readonly string[];
}

/** Adds a source whose secrets are read from variables of the environment that are named after it. */
export function withSource(text: string, id: string, { connector, needsDataMap, secrets }: NewSource): string {
  const config = Object.fromEntries(secrets.map((name) => [name, `\${env:${variableOf(id, name)}}`]));
  return withValue(text, ['sources', id], { connector, ...(needsDataMap ? { dataMap: `./${id}.map.yaml` } : {}), config });
}

/** Removes a source, and the whole part with the last one. */
export function withoutSource(text: string, id: string): string {
  const left = withValue(text, ['sources', id], undefined);
  return asMap(parsed(left)?.get('sources', true))?.items.length === 0 ? withValue(left, ['sources'], undefined) : left;
}

/** Where a secret is read from: a variable of the environment, or a file. */
export interface SecretPlace {
  readonly kind: 'env' | 'file';
  readonly name: string;
}

/** The place that a setting names; none where something else stands there. */
export function placeIn(written: string): SecretPlace | undefined {
  const { kind, name = '' } = /^\$\{(?<kind>env|file):(?<name>[^}]*)\}$/u.exec(written)?.groups ?? {};
  return kind === 'env' || kind === 'file' ? { kind, name } : undefined;
}

/** What is written for a place. */
export function referenceTo({ kind, name }: SecretPlace): string {
  return `\${${kind}:${name}}`;
}

/** What a variable for a setting of a source would be called. */
export function variableOf(id: string, name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/gu, '$1_$2');
  return `${id}_${words}`.replaceAll(/\W/gu, '_').toUpperCase();
}
