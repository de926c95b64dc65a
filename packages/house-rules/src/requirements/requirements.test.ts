import { describe, expect, it } from '@jest/globals';
import { idsInTitles } from './ids-in-titles.js';
import { readRequirements } from './requirement.js';
import { requirementFaults, requirementsTable } from './requirements-table.js';

const LIST = '# A comment\n\nAAA-01 covered months of the calendar\nAAA-02 begun   holidays\nBBB-01 later   rules\n';
const file = (path: string, ...lines: readonly string[]): { readonly path: string; readonly text: string } => ({
  path,
  text: lines.join('\n'),
});

describe('a list of requirements', () => {
  it('has an id, a status and a few words in each line', () => {
    expect(readRequirements(LIST)).toEqual([
      { id: 'AAA-01', status: 'covered', what: 'months of the calendar' },
      { id: 'AAA-02', status: 'begun', what: 'holidays' },
      { id: 'BBB-01', status: 'later', what: 'rules' },
    ]);
  });

  it.each([
    ['a status that there is not', 'AAA-01 done months', 'line 1: a requirement is written'],
    ['no words', 'AAA-01 covered', 'line 1: a requirement is written'],
    ['an id twice', 'AAA-01 begun a\nAAA-01 later b', 'line 2: AAA-01 is there twice'],
  ])('is refused with %s', (_what, text, message) => {
    expect(() => readRequirements(text)).toThrow(message);
  });
});

describe('the ids of requirements', () => {
  it('are read from titles of tests, and from nothing else', () => {
    const files = [
      file('a.test.ts', "describe('AAA-01 months', () => {", "  it('is so (BBB-01)', () => {", "    expect('CCC-01').toBe(1);"),
      file('b.test.ts', "])('%s is AAA-01', () => {", '// it is AAA-09', "it.each<[string]>([['x']])('DDD-01: %s', () => {"),
      file('c.ts', "it('EEE-01')"),
    ];
    expect(Object.fromEntries(idsInTitles(files))).toEqual({
      'AAA-01': ['a.test.ts', 'b.test.ts'],
      'BBB-01': ['a.test.ts'],
      'DDD-01': ['b.test.ts'],
    });
  });

  it('may be a series', () => {
    const ids = idsInTitles([file('a.test.ts', "it('holds (AAA-01 to AAA-03)', () => {")]);
    expect([...ids.keys()].sort()).toEqual(['AAA-01', 'AAA-02', 'AAA-03']);
  });
});

describe('the table of requirements', () => {
  const requirements = readRequirements(LIST);

  it('names the tests of each', () => {
    const table = requirementsTable(requirements, new Map([['AAA-01', ['a.test.ts', 'b.test.ts']]]));
    expect(table).toContain('1 covered, 1 begun, 1 later.');
    expect(table).toContain('| AAA-01 | months of the calendar | covered | `a.test.ts`<br>`b.test.ts` |\n');
    expect(table).toContain('| BBB-01 | rules | later |  |\n');
  });

  it('claims nothing without a test, and no test names what there is not', () => {
    const tests = new Map([
      ['AAA-01', ['a.test.ts']],
      ['AAA-99', ['b.test.ts']],
      ['UTF-16', ['c.test.ts']],
    ]);
    expect(requirementFaults(requirements, tests)).toEqual([
      'docs/requirements.txt: AAA-02 is begun, and no test carries it in its title',
      'b.test.ts: AAA-99 is no requirement of docs/requirements.txt',
    ]);
  });
});
