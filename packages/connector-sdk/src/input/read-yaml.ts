import type { z, ZodType } from 'zod';
import { type InputFault, InvalidInputError } from '../errors.js';
import { issueFaults, type ValueFault } from './issue-faults.js';
import { parseYaml } from './yaml-document.js';

/** A file a person wrote, read and checked; a fault that is found later can still name its line. */
export interface YamlFile<T> {
  readonly value: T;
  readonly file: string;
  /** The fault at a place such as `['sources', 'crm']`; the nearest ancestor that exists gives the line. */
  readonly faultAt: (path: readonly PropertyKey[], what: string, remedy?: string) => InputFault;
}

/** How {@link readYaml} treats the parsed document before it is checked. */
export interface ReadYamlOptions {
  /** Replaces references in the parsed value. Faults it reports are thrown with the others. */
  readonly resolve?: (value: unknown) => {
    readonly value: unknown;
    readonly unresolved: readonly { readonly path: readonly PropertyKey[]; readonly what: string; readonly remedy?: string }[];
  };
}

/**
 * Reads YAML 1.2 (core schema, unique keys, few aliases, no merge keys, ≤ 1 MB) and checks it against a schema.
 * Throws `InvalidInputError` with every fault of syntax or, where that is right, every unknown key and wrong value, each
 * with its line and in the order of the file. Values are not repeated in a fault, so secrets are safe in such a file.
 */
export function readYaml<S extends ZodType>(
  text: string,
  file: string,
  schema: S,
  options: ReadYamlOptions = {},
): YamlFile<z.output<S>> {
  const document = parseYaml(text, file);
  const { value, unresolved } = (options.resolve ?? asItIs)(document.value);
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success && unresolved.length === 0) return { value: parsed.data, file, faultAt: document.faultAt };
  throw faultsInOrder([...unresolved, ...(parsed.success ? [] : issueFaults(schema, parsed.error.issues))], document.faultAt);
}

/** The error with these faults, in the order in which a reader of the file meets them. */
export function faultsInOrder(faults: readonly ValueFault[], faultAt: YamlFile<unknown>['faultAt']): InvalidInputError {
  const placed = faults.map(({ path, what, remedy }) => faultAt(path, what, remedy));
  return new InvalidInputError(placed.sort((a, b) => position(a) - position(b)));
}

function position({ line = 0, column = 0 }: InputFault): number {
  return line * 1_000_000 + column; // a file has at most a million columns
}

function asItIs(value: unknown): { value: unknown; unresolved: readonly [] } {
  return { value, unresolved: [] };
}
