import { describe, expect, it } from '@jest/globals';
import { canonicalName, nameWords } from './name.js';

describe('canonicalName', () => {
  it.each([
    ['Émile BROWN', 'brown emile'],
    ['Brown, Émile', 'brown emile'],
    ['O’Brien', 'brien o'],
    ["O'Brien", 'brien o'],
    ['Jean-Pierre', 'jean pierre'],
    ['Cœur Æsop Strauß', 'aesop coeur strauss'],
    ['STRAUẞ', 'strauss'],
    ['Łukasz Øre Đorđe', 'dorde lukasz ore'],
    ['Þór Guðrún', 'gudrun thor'],
    ['İpek Işık', 'ipek isik'],
    ['ﬁona', 'fiona'],
    ['Ａｎｎ', 'ann'],
    ['Jean\u00adne', 'jeanne'],
    ['María José', 'jose maria'],
    ['Anna 2', '2 anna'],
  ])('folds %j to %j', (text, exact) => {
    expect(canonicalName(text)?.exact).toBe(exact);
  });

  it('refuses text without a letter', () => {
    expect(canonicalName(' - ')).toBeUndefined();
  });

  it('keeps the vowels of scripts that write them as marks', () => {
    expect(canonicalName('मीना')?.exact).not.toBe(canonicalName('मना')?.exact);
    expect(canonicalName('שָׁלוֹם')?.exact).toBe(canonicalName('שלום')?.exact);
  });
});

describe('nameWords', () => {
  it('keeps the order in which they were written', () => {
    expect(nameWords('Marie-Claire de la Tour')).toEqual(['marie', 'claire', 'de', 'la', 'tour']);
  });
});
