import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { environmentVariable } from './env.js';

/** A reference that could not be resolved: where it stands, and what is missing. */
export interface UnresolvedReference {
  readonly path: readonly (string | number)[];
  readonly what: string;
  readonly remedy: string;
}

/** A configuration with its `${env:…}` and `${file:…}` references replaced, and those that could not be. */
export interface ResolvedReferences {
  readonly value: unknown;
  readonly unresolved: readonly UnresolvedReference[];
}

const REFERENCE = /\$\{(env|file):([^}]+)\}/gu;

/** Whether a text stands for another, or holds one that does. */
export function isReference(text: string): boolean {
  return text.search(REFERENCE) >= 0;
}

/**
 * Replaces `${env:NAME}` and `${file:PATH}` in every text of a configuration. A file's path is meant from `baseDirectory`,
 * and one trailing line break is not part of the secret. Nothing is replaced by nothing: what is missing is reported.
 */
export function resolveReferences(value: unknown, baseDirectory: string): ResolvedReferences {
  const unresolved: UnresolvedReference[] = [];
  const walk = (node: unknown, path: readonly (string | number)[]): unknown => {
    if (typeof node === 'string')
      return node.replace(REFERENCE, (whole, kind: string, name: string) => lookUp(whole, kind, name, path));
    if (Array.isArray(node)) return node.map((item, index) => walk(item, [...path, index]));
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, walk(item, [...path, key])]));
  };
  const lookUp = (whole: string, kind: string, name: string, path: readonly (string | number)[]): string => {
    const found = kind === 'env' ? environmentVariable(name) : fileText(resolve(baseDirectory, name));
    if (found !== undefined) return found;
    unresolved.push({ path, ...missing(kind, name) });
    return whole;
  };
  return { value: walk(value, []), unresolved };
}

function missing(kind: string, name: string): { what: string; remedy: string } {
  return kind === 'env'
    ? { what: `the environment variable ${name} is not set`, remedy: 'set it before starting habeas' }
    : { what: `the file ${name} cannot be read`, remedy: 'check that it exists and that this account may read it' };
}

function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').replace(/\r?\n$/u, '');
  } catch {
    return undefined; // the caller reports it by name
  }
}
