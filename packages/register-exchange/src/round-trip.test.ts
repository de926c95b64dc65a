import { describe, expect, it } from '@jest/globals';
import { stringify } from 'yaml';
import { loadRegister, parseRegister } from '@habeas/configuration';
import { REGISTERS, registerFile } from '@habeas/example-worlds';
import { EXCHANGE_FORMATS, exportRegister, importRegister } from './index.js';
import { carriedFacts } from './testing/carried-facts.js';

const cases = EXCHANGE_FORMATS.flatMap((format) => REGISTERS.map((name) => [name, format] as const));

describe('a register that is exported and imported again (PRF-01, PRF-03)', () => {
  it.each(cases)('has every fact of %s that the template can hold, as %s', async (name, format) => {
    const { register } = loadRegister(registerFile(name));
    const { bytes } = await exportRegister(register, { format });
    const { draft } = await importRegister(bytes, { format, file: `a.${format}` });
    expect(carriedFacts(draft)).toEqual(carriedFacts(register));
  });

  it.each(cases)('is sound as a file, and nothing of it was misunderstood: %s as %s', async (name, format) => {
    const { register } = loadRegister(registerFile(name));
    const { bytes } = await exportRegister(register, { format });
    const { draft, gaps } = await importRegister(bytes, { format, file: `a.${format}` });
    const again = parseRegister(stringify({ register: 1, ...draft }, { aliasDuplicateObjects: false }), 'a.register.yaml');
    expect(again.register).toEqual(draft);
    expect(gaps.filter(({ where }) => where !== undefined)).toEqual([]);
  });

  it.each(cases)('is the same when it is exported once more: %s as %s', async (name, format) => {
    const { register } = loadRegister(registerFile(name));
    const { bytes } = await exportRegister(register, { format });
    const { draft } = await importRegister(bytes, { format, file: `a.${format}` });
    const second = await exportRegister(draft, { format });
    const third = await importRegister(second.bytes, { format, file: `b.${format}` });
    expect(carriedFacts(third.draft)).toEqual(carriedFacts(register));
  });
});
