import { expect, it } from '@jest/globals';
import { gapsFile } from './gaps-file.js';

it('a list of what is not described is YAML, in quotes what YAML takes for something else', () => {
  expect(
    gapsFile({ reader: ['birthday', '@type', "o'clock"], true: ['null'] })
      .split('\n')
      .slice(1),
  ).toEqual(['reader:', '  - birthday', "  - '@type'", "  - 'o''clock'", "'true':", "  - 'null'", '']);
});
