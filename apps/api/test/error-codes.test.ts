import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { isEnumType } from 'graphql';
import { ERROR_CODES } from '../src/platform/format-error.js';
import { buildSchema } from '../src/report/print-schema.js';

const SOURCES = fileURLToPath(new URL('../src/', import.meta.url));
const DOCUMENT = readFileSync(fileURLToPath(new URL('../../../docs/errors.md', import.meta.url)), 'utf8');

/** The codes of the sections under a heading. */
function sections(heading: string): readonly string[] {
  const part = DOCUMENT.split(/^## /mu).find((text) => text.startsWith(`${heading}\n`)) ?? '';
  return [...part.matchAll(/^### (.+)$/gmu)].flatMap(([, codes]) => (codes ?? '').split(', ')).sort();
}

describe('docs/errors.md', () => {
  it('has a section for each refusal of the schema, and for no other', async () => {
    const type = (await buildSchema()).getType('RefusalCode');
    const codes = isEnumType(type) ? type.getValues().map(({ name }) => name) : [];
    expect(sections('Refusals')).toEqual([...codes].sort());
  });

  it('has a section for each code that an error may have, and for no other', () => {
    expect(sections('Errors')).toEqual([...ERROR_CODES].sort());
  });

  it('has a section for each code that the service’s source names', () => {
    const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) => /(?<!\.test)\.ts$/u.test(file));
    const named = files.flatMap((file) =>
      [...readFileSync(`${SOURCES}${file}`, 'utf8').matchAll(/extensions: \{ code: '(\w+)'|new Refused\(\s*'(\w+)'/gu)].map(
        ([, error, refusal]) => error ?? refusal,
      ),
    );
    expect(named.length).toBeGreaterThan(10);
    expect([...sections('Errors'), ...sections('Refusals')]).toEqual(expect.arrayContaining(named));
  });

  it('says of each code what can be done', () => {
    const texts = DOCUMENT.split(/^##+ .*$/mu).slice(1);
    expect(texts.filter((text) => text.trim() === '' && text !== '\n\n')).toEqual([]);
  });
});
