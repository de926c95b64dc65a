import type { Ending, OverrideGround, RegisterRetention } from '@habeas/core/law';

/** The parts of a line that tells a rule of retention, each of the form `word : …`. */
export const RULE_WORDS = {
  subjects: 'pour',
  anchor: 'à compter de',
  later_of: 'à compter du plus tardif de',
  earlier_of: 'à compter du premier de',
  whileOpen: 'après la fin de',
  then: 'puis',
  criterion: 'selon',
  fixedBy: 'fixé par',
  override: 'sauf',
  law: 'loi',
  overrideLength: 'pendant',
  overrideAnchor: 'depuis',
  until: "jusqu'à",
  assumedRule: 'règle à confirmer',
  assumedPeriod: 'durée à confirmer',
  assumedCriterion: 'critère à confirmer',
  assumedOverride: 'exception à confirmer',
} as const;

/** What stands for a rule that says nothing at all. */
export const NOTHING_SAID = 'durée non précisée';

/** What becomes of the data, in French. */
export const ENDING_WORDS: Readonly<Record<Ending, string>> = {
  delete: 'suppression',
  anonymise: 'anonymisation',
  archive: 'archivage',
};

/** What keeps data longer, in French. */
export const GROUND_WORDS: Readonly<Record<OverrideGround, string>> = {
  legal_obligation: 'obligation légale',
  litigation: 'contentieux',
  express_agreement: 'accord exprès',
};

/** A rule of a register in which people are named by their titles. */
export type TitledRule = Omit<RegisterRetention, 'fields'>;

/** A free text within a line, so that its own signs are not taken for the line's. */
export function quoted(text: string): string {
  return `«${text.replaceAll(/\s+/gu, ' ').replaceAll('»', '»»')}»`;
}
