import { disjoined, type Language, type Wording } from '../wording/wording.js';
import type { Combination } from './rule.js';

/** How a term stands to its anchors: a period that runs from them, or none that is added to them. */
export type AnchorRelation = 'from' | 'until';

/**
 * The anchors of a term, by their titles, as a person writes them: `from the collection of the data or your last contact with us,
 * whichever is later` (RET-03, PER-01). One title alone needs no combination.
 */
export function anchorsInWords(
  relation: AnchorRelation,
  titles: readonly string[],
  combine: Combination,
  language: Language,
): string {
  const { opening, each } = RELATIONS[language][relation];
  const choice = titles.length < 2 ? '' : CHOICES[combine][titles.length === 2 ? 'two' : 'several'][language];
  return `${opening}${disjoined(titles.map(each), language)}${choice}`;
}

interface Relation {
  readonly opening: string;
  /** A title as it stands after the opening, and after "or". */
  readonly each: (title: string) => string;
}

const asItIs = (title: string): string => title;

const RELATIONS: Readonly<Record<Language, Readonly<Record<AnchorRelation, Relation>>>> = {
  en: { from: { opening: 'from ', each: asItIs }, until: { opening: 'until ', each: asItIs } },
  fr: {
    from: { opening: 'à compter ', each: (title) => joined(title, { plain: 'de ', le: 'du ', les: 'des ' }) },
    until: { opening: 'jusqu’', each: (title) => joined(title, { plain: 'à ', le: 'au ', les: 'aux ' }) },
  },
};

/** French draws its preposition and the article together: du contrat, au contrat. */
function joined(title: string, { plain, le, les }: Readonly<Record<'plain' | 'le' | 'les', string>>): string {
  if (title.startsWith('le ')) return le + title.slice('le '.length);
  if (title.startsWith('les ')) return les + title.slice('les '.length);
  return plain + title;
}

const CHOICES: Readonly<Record<Combination, Readonly<Record<'two' | 'several', Wording>>>> = {
  later_of: {
    two: { en: ', whichever is later', fr: ', la plus tardive de ces deux dates étant retenue' },
    several: { en: ', whichever is the latest', fr: ', la plus tardive de ces dates étant retenue' },
  },
  earlier_of: {
    two: { en: ', whichever is earlier', fr: ', la première de ces deux dates étant retenue' },
    several: { en: ', whichever is the earliest', fr: ', la première de ces dates étant retenue' },
  },
};
