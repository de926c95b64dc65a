import { describe, expect, it } from '@jest/globals';
import { anchorsInWords } from './anchors-in-words.js';
import { MOMENT_TITLES } from './moment-titles.js';

const TWO = ['la collecte des données', 'votre dernier contact avec nous'];
const THREE = ['le contrat', 'les factures', 'l’appel'];

describe('anchorsInWords (RET-03, PER-01)', () => {
  it('one alone', () => {
    expect(anchorsInWords('from', ['the call'], 'later_of', 'en')).toBe('from the call');
    expect(anchorsInWords('until', ['the call'], 'earlier_of', 'en')).toBe('until the call');
    expect(anchorsInWords('from', ['l’appel'], 'later_of', 'fr')).toBe('à compter de l’appel');
  });

  it('the later or the earlier of two', () => {
    const two = ['the collection of the data', 'your last contact with us'];
    expect(anchorsInWords('from', two, 'later_of', 'en')).toBe(
      'from the collection of the data or your last contact with us, whichever is later',
    );
    expect(anchorsInWords('until', two, 'earlier_of', 'en')).toMatch(/, whichever is earlier$/u);
    expect(anchorsInWords('from', TWO, 'later_of', 'fr')).toBe(
      'à compter de la collecte des données ou de votre dernier contact avec nous, la plus tardive de ces deux dates étant retenue',
    );
    expect(anchorsInWords('until', TWO, 'earlier_of', 'fr')).toBe(
      'jusqu’à la collecte des données ou à votre dernier contact avec nous, la première de ces deux dates étant retenue',
    );
  });

  it('the latest or the earliest of several', () => {
    expect(anchorsInWords('from', ['a', 'b', 'c'], 'later_of', 'en')).toBe('from a, b or c, whichever is the latest');
    expect(anchorsInWords('until', ['a', 'b', 'c'], 'earlier_of', 'en')).toBe('until a, b or c, whichever is the earliest');
    expect(anchorsInWords('from', THREE, 'later_of', 'fr')).toBe(
      'à compter du contrat, des factures ou de l’appel, la plus tardive de ces dates étant retenue',
    );
    expect(anchorsInWords('until', THREE, 'earlier_of', 'fr')).toBe(
      'jusqu’au contrat, aux factures ou à l’appel, la première de ces dates étant retenue',
    );
  });

  it.each(Object.values(MOMENT_TITLES))('draws preposition and article together in French: $fr', ({ fr }) => {
    for (const relation of ['from', 'until'] as const) {
      expect(anchorsInWords(relation, [fr], 'later_of', 'fr')).not.toMatch(/(?: de|à) les? /u);
    }
  });
});
