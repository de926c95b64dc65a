import type { Backed, RetentionOverride } from '@habeas/core/law';
import { periodWords } from './period-words.js';
import { ENDING_WORDS, GROUND_WORDS, NOTHING_SAID, quoted, RULE_WORDS, type TitledRule } from './rule-words.js';

/**
 * A rule of retention as a line that a person can read and {@link readRule} understands in full:
 * `2 ans ; à compter de : membership.endedAt ; après la fin de : membership ; puis : suppression`.
 */
export function writeRule(rule: TitledRule): string {
  const { subjects, period, criterion, whileOpen, then, overrides = [] } = rule;
  const parts = [
    ...said('subjects', subjects?.map(quoted).join(', ')),
    ...(period === undefined ? [] : [periodWords(period.length), ...assumed('assumedPeriod', period)]),
    ...anchorParts(rule),
    ...said('whileOpen', whileOpen),
    ...(then === undefined ? [] : said('then', ENDING_WORDS[then])),
    ...(criterion === undefined
      ? []
      : [
          ...said('criterion', quoted(criterion.text.fr)),
          ...saidFreely('fixedBy', criterion.fixedBy),
          ...assumed('assumedCriterion', criterion),
        ]),
    ...assumed('assumedRule', rule),
    ...overrides.flatMap(overrideParts),
  ];
  return parts.length === 0 ? NOTHING_SAID : parts.join(' ; ');
}

function anchorParts({ anchor, combine }: TitledRule): readonly string[] {
  return anchor === undefined ? [] : said(combine ?? 'anchor', anchor.join(', '));
}

function overrideParts(override: RetentionOverride): readonly string[] {
  const { because, law, anchor, length, until } = override;
  return [
    ...said('override', GROUND_WORDS[because]),
    ...saidFreely('law', law),
    ...said('overrideLength', length === undefined ? undefined : periodWords(length)),
    ...said('overrideAnchor', anchor),
    ...saidFreely('until', until?.fr),
    ...assumed('assumedOverride', override),
  ];
}

function said(word: keyof typeof RULE_WORDS, text: string | undefined): readonly string[] {
  return text === undefined ? [] : [`${RULE_WORDS[word]} : ${text}`];
}

function saidFreely(word: keyof typeof RULE_WORDS, text: string | undefined): readonly string[] {
  return said(word, text === undefined ? undefined : quoted(text));
}

function assumed(word: keyof typeof RULE_WORDS, backing: Backed): readonly string[] {
  return backing.assumed === true ? saidFreely(word, backing.reason ?? '') : [];
}
