import { describe, expect, it } from '@jest/globals';
import { parseRegister } from '@habeas/configuration';
import type { Register } from '@habeas/core/law';
import { exportRegister } from './export-register.js';
import { notCarried } from './fill/not-carried.js';
import { importRegister } from './import-register.js';
import { carriedFacts } from './testing/carried-facts.js';
import { RICH_REGISTER } from './testing/rich-register.js';

const rich = (change: (text: string) => string = (text) => text): Register =>
  parseRegister(change(RICH_REGISTER), 'rich.register.yaml').register;

const paths = (register: Register): readonly string[] => notCarried(register).map(({ path }) => path);

describe('exportRegister', () => {
  it.each(['csv', 'ods', 'xlsx'] as const)(
    'carries everything that has a cell, assumed or stated, as %s (PRF-03)',
    async (format) => {
      const register = rich();
      const { bytes } = await exportRegister(register, { format });
      const { draft, gaps } = await importRegister(bytes, { format, file: 'a' });
      expect(carriedFacts(draft)).toEqual(carriedFacts(register));
      expect(gaps.filter(({ where }) => where !== undefined)).toEqual([]);
    },
  );

  it('tells of everything that has no cell, with how often it occurs', () => {
    const told = notCarried(rich());
    expect(told).toContainEqual({ path: 'activities.*', what: expect.stringContaining('on behalf of others'), count: 1 });
    expect(told).toContainEqual({ path: 'subjects.*', what: expect.any(String), count: 1 });
    expect(told).toContainEqual({ path: 'controller.website', what: 'the website', count: 1 });
    expect(told.map(({ path }) => path)).not.toContain('activities.*.fields.*.title.fr');
  });

  it('tells of rights and declarations of which the register has nothing but the words of the policy', () => {
    const quoted = (text: string): string =>
      text
        .replace('rights: { access: {} }', 'rights: { access: { quote: { line: 1, text: a } } }')
        .replace('declares: { noAdm: true }', 'declares: { noAdm: { quote: { line: 2, text: b } } }');
    expect(paths(rich(quoted))).toEqual(expect.arrayContaining(['rights', 'declares', '*.quote']));
  });

  it('tells of a key that nobody has thought of', () => {
    const register = { ...rich(), weather: { today: 'fine' } };
    expect(notCarried(register)).toContainEqual({ path: 'weather.today', what: 'the template has no place for it', count: 1 });
  });

  it('tells that nobody is named who decides too, or that nobody decides with those who are', () => {
    expect(paths(rich((text) => text.replace(', jointWith: [Example Partner]', '')))).toContain('activities.*.role');
    expect(
      paths(rich((text) => text.replace('role: { is: joint, assumed: true, reason: likely }', 'role: controller'))),
    ).toContain('controller.jointWith');
  });
});
