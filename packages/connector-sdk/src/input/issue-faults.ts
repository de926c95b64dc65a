import type { core, ZodType } from 'zod';
import { allowedKeys } from './allowed-keys.js';
import { nearestWord, spellingRemedy } from './nearest-word.js';

/** A fault of a value, before its line is known. */
export interface ValueFault {
  readonly path: readonly PropertyKey[];
  readonly what: string;
  readonly remedy?: string;
}

const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  null: 'nothing',
};

/**
 * What a schema's issues say to the author of the file: one fault for each unknown key, and for a union those of the
 * branch that was meant. Values are never repeated, since a file may hold secrets; keys are.
 */
export function issueFaults(schema: ZodType, issues: readonly core.$ZodIssue[]): readonly ValueFault[] {
  return issues.flatMap((issue) => faultsOf(schema, issue, issue.path));
}

function faultsOf(schema: ZodType, issue: core.$ZodIssue, path: readonly PropertyKey[]): readonly ValueFault[] {
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, allowedKeys(schema, path), path);
  if (issue.code === 'invalid_union') return unionFaults(schema, issue, path);
  if (isMissing(issue)) return [missing(issue, path)];
  if (issue.code === 'invalid_value') return [{ path, what: expectedValues(issue), ...suggestion(issue) }];
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => ({ path, what: `this key: ${sentence(inner)}` }));
  return [{ path, what: sentence(issue) }];
}

function unknownKeys(keys: readonly string[], known: readonly string[], path: readonly PropertyKey[]): readonly ValueFault[] {
  return keys.map((key) => ({
    path: [...path, key],
    what: `the key "${key}" is not known here`,
    remedy: spellingRemedy(key, known),
  }));
}

/** Only what was asked for and is not there; a wrong value has an input. */
function isMissing({ code, input }: core.$ZodIssue): boolean {
  return (code === 'invalid_type' || code === 'invalid_value') && input === undefined;
}

function missing(issue: core.$ZodIssue, path: readonly PropertyKey[]): ValueFault {
  return { path: path.slice(0, -1), what: `"${String(path.at(-1))}" is missing`, remedy: `add it: ${sentence(issue)}` };
}

/** What was expected, in words. */
function sentence(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_type') {
    const isNearly = issue.expected === 'int' && typeof issue.input === 'number';
    return isNearly || issue.input === undefined ? expectedType(issue) : `${expectedType(issue)}, found ${found(issue.input)}`;
  }
  if (issue.code === 'invalid_value') return expectedValues(issue);
  if (issue.code === 'too_small') return issue.origin === 'number' ? `expected at least ${String(issue.minimum)}` : 'it is empty';
  if (issue.code === 'too_big') return `expected at most ${String(issue.maximum)}`;
  return issue.message;
}

function expectedType({ expected }: core.$ZodIssueInvalidType): string {
  return `expected ${noun(expected)}`;
}

function expectedValues({ values }: core.$ZodIssueInvalidValue): string {
  return `expected ${values.length > 1 ? 'one of ' : ''}${values.map(String).join(', ')}`;
}

function noun(type: string): string {
  return NOUNS[type] ?? type;
}

function found(input: unknown): string {
  if (input === null) return noun('null');
  return noun(Array.isArray(input) ? 'array' : typeof input);
}

/** Of a union's branches the one that took the value's type, or else what all of them expect. */
function unionFaults(schema: ZodType, issue: core.$ZodIssueInvalidUnion, path: readonly PropertyKey[]): readonly ValueFault[] {
  const meant = issue.errors.find((branch) => !branch.some(isOfOtherType));
  if (meant !== undefined) return meant.flatMap((inner) => faultsOf(schema, inner, [...path, ...inner.path]));
  const expected = issue.errors.flat().map((inner) => (inner.code === 'invalid_type' ? expectedType(inner) : sentence(inner)));
  return [{ path, what: expected.join(', or ') }];
}

function isOfOtherType(issue: core.$ZodIssue): boolean {
  if (issue.path.length > 0) return false;
  return issue.code === 'invalid_type' || (issue.code === 'invalid_value' && typeof issue.input !== typeof issue.values[0]);
}

function suggestion({ values, input }: core.$ZodIssueInvalidValue): { remedy?: string } {
  const nearest = typeof input === 'string' ? nearestWord(input, values.map(String)) : undefined;
  return nearest === undefined ? {} : { remedy: `did you mean "${nearest}"?` };
}
