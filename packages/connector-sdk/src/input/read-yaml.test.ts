import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { InvalidInputError } from '../errors.js';
import { faultsInOrder, readYaml } from './read-yaml.js';

const schema = z.strictObject({
  version: z.literal(1),
  sources: z.record(z.string(), z.strictObject({ kind: z.enum(['mysql', 'postgres']), port: z.int().optional() })),
});

function faultsOf(text: string): readonly string[] {
  try {
    readYaml(text, 'habeas.yaml', schema);
  } catch (error) {
    if (error instanceof InvalidInputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('readYaml', () => {
  it('reads what is right, comments and all', () => {
    expect(readYaml('version: 1 # first\nsources: { crm: { kind: mysql } }', 'a.yaml', schema).value).toEqual({
      version: 1,
      sources: { crm: { kind: 'mysql' } },
    });
  });

  it('names the line, the place and the remedy of every fault at once', () => {
    expect(faultsOf('version: 1\nsources:\n  crm:\n    kind: mysqll\n    prot: 3306\n')).toEqual([
      'habeas.yaml:4:5: sources.crm.kind: expected one of mysql, postgres (did you mean "mysql"?)',
      'habeas.yaml:5:5: sources.crm.prot: the key "prot" is not known here (did you mean "port"?)',
    ]);
  });

  it('points a missing key to where it should have stood', () => {
    expect(faultsOf('version: 1\nsources:\n  crm:\n    port: 1\n')).toEqual([
      'habeas.yaml:3:3: sources.crm: "kind" is missing (add it: expected one of mysql, postgres)',
    ]);
  });

  it('refuses a document that grows when its aliases are expanded', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const lines = names.slice(1).map((name, index) => `${name}: &${name} [${`*${names[index] ?? ''},`.repeat(9)}]`);
    expect(faultsOf(['a: &a [x]', ...lines].join('\n'))[0]).toContain('too many aliases');
  });

  it('refuses a document that is too large or too deep, before it is parsed', () => {
    expect(faultsOf('é'.repeat(500_001))).toEqual(['habeas.yaml: the file is larger than 1 MB (split it)']);
    for (const opened of ['[', '- ', '{a: ', '? ']) {
      expect(faultsOf(opened.repeat(50_000))).toEqual(['habeas.yaml: the file is nested more than 60 levels deep']);
    }
  });

  it('names twenty faults of syntax at most', () => {
    expect(faultsOf('- a: 1\n b\n'.repeat(100)).length).toBeLessThanOrEqual(20);
  });

  it('does not take yes for true, nor 1.1 for 1.2', () => {
    expect(readYaml('%YAML 1.1\n---\na: [yes, 010]', 'a.yaml', z.unknown()).value).toEqual({ a: ['yes', 10] });
  });

  it('refuses keys that are not text', () => {
    expect(faultsOf('? [a, b]\n: 1\n? { c: d }\n: 2\n')).toEqual([
      'habeas.yaml:1:3: a key is text (put it in quotes)',
      'habeas.yaml:3:3: a key is text (put it in quotes)',
    ]);
  });

  it('calls a type by its own name where it knows no plainer one', () => {
    expect(() => readYaml('a: 1', 'a.yaml', z.strictObject({ a: z.bigint() }))).toThrow(
      'a.yaml:1:1: a: expected bigint, found a number',
    );
  });

  it('orders faults by place, those without one first', () => {
    const places: Readonly<Record<string, { line?: number; column?: number }>> = {
      b: { line: 2, column: 1 },
      c: { line: 2, column: 9 },
      a: {},
    };
    const faults = ['c', 'b', 'a'].map((what) => ({ path: [], what }));
    const { message } = faultsInOrder(faults, (_path, what) => ({ file: 'f', what, ...places[what] }));
    expect(message).toBe('f: a\nf:2:1: b\nf:2:9: c');
  });

  it('reports what cannot be resolved beside what is wrong', () => {
    const resolve = (
      value: unknown,
    ): { value: unknown; unresolved: readonly { path: string[]; what: string; remedy: string }[] } => ({
      value,
      unresolved: [{ path: ['sources', 'crm', 'kind'], what: 'PASSWORD is not set', remedy: 'set it' }],
    });
    expect(() => readYaml('version: 2\nsources: { crm: { kind: mysql } }', 'a.yaml', schema, { resolve })).toThrow(
      'a.yaml:1:1: version: expected 1\na.yaml:2:19: sources.crm.kind: PASSWORD is not set (set it)',
    );
    expect(() => readYaml('version: 1\nsources: {}', 'a.yaml', schema, { resolve })).toThrow('PASSWORD is not set');
  });

  it('keeps a later fault at its line', () => {
    const { faultAt } = readYaml('version: 1\nsources:\n  crm:\n    kind: mysql\n', 'a.yaml', schema);
    expect(faultAt(['sources', 'crm', 'kind'], 'it is down')).toEqual({
      file: 'a.yaml',
      line: 4,
      column: 5,
      path: 'sources.crm.kind',
      what: 'it is down',
    });
  });
});
