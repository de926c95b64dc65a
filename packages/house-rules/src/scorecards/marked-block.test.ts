import { describe, expect, it } from '@jest/globals';
import { marked, markedBlock, withMarkedBlock } from './marked-block.js';

const ONE = marked('One.');
const TWO = marked('Two.\n');

describe('a block that is written between two comment lines', () => {
  it('takes the place of the one before, and leaves all else as it is', () => {
    expect(withMarkedBlock(`# It\n\n${ONE}\n\n## More\n`, TWO)).toBe(`# It\n\n${TWO}\n\n## More\n`);
  });

  it('stands at the end of a text that had none', () => {
    expect(withMarkedBlock('# It\n\n', ONE)).toBe(`# It\n\n${ONE}\n`);
  });

  it('is found with its lines, and only where both are there', () => {
    expect(markedBlock(`# It\n\n${ONE}\n`)).toBe(ONE);
    expect(markedBlock('# It\n')).toBeUndefined();
    expect(markedBlock(ONE.slice(0, -5))).toBeUndefined();
    expect(markedBlock(ONE.slice(5))).toBeUndefined();
  });
});
