import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readYaml, type JsonObject, type JsonValue } from '@habeas/connector-sdk';
import { z } from 'zod';

/** A description of an API by its vendor: OpenAPI 3 or Swagger 2, one file. */
export interface Specification {
  readonly file: string;
  readonly document: JsonObject;
  /** The path that all paths are below, without a slash at its end. */
  readonly prefix: string;
}

/** Reads a specification, YAML or JSON; nothing where there is no such file. */
export function readSpecification(file: URL): Specification | undefined {
  if (!existsSync(file)) return undefined;
  const name = basename(fileURLToPath(file));
  const text = readFileSync(file, 'utf8');
  const document = (name.endsWith('.json') ? JSON.parse(text) : readYaml(text, name, z.unknown()).value) as JsonObject;
  return { file: name, document, prefix: prefixOf(document).replace(/\/$/u, '') };
}

function prefixOf(document: JsonObject): string {
  if (typeof document['basePath'] === 'string') return document['basePath'];
  const [server] = listAt(document, 'servers');
  const url = textAt(server, 'url') ?? '';
  return URL.canParse(url) ? new URL(url).pathname : url;
}

/** A member that is a group; an empty one where there is none. */
export function groupAt(value: JsonValue | undefined, name: string): JsonObject {
  const inner = groupOf(value)[name];
  return groupOf(inner);
}

/** A member that is a list; an empty one where there is none. */
export function listAt(value: JsonValue | undefined, name: string): readonly JsonValue[] {
  const inner = groupOf(value)[name];
  return Array.isArray(inner) ? (inner as readonly JsonValue[]) : [];
}

/** A member that is a text. */
export function textAt(value: JsonValue | undefined, name: string): string | undefined {
  const inner = groupOf(value)[name];
  return typeof inner === 'string' ? inner : undefined;
}

/** The value, where it is a group. */
export function groupOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

/** What a value stands for where it refers to another of the file (`$ref: '#/…'`). Throws where it refers to nothing. */
export function resolved({ document, file }: Specification, value: JsonValue | undefined): JsonObject {
  let group = groupOf(value);
  for (let reference = textAt(group, '$ref'); reference !== undefined; reference = textAt(group, '$ref')) {
    const steps = reference
      .replace(/^#\//u, '')
      .split('/')
      .map((step) => decodeURIComponent(step.replaceAll('~1', '/').replaceAll('~0', '~')));
    const target = steps.reduce<JsonValue | undefined>((at, step) => groupOf(at)[step], document);
    if (target === undefined) throw new Error(`${file} refers to ${reference}, which it does not hold.`);
    group = groupOf(target);
  }
  return group;
}
