import type { Backed, RetentionOverride } from '@habeas/core/law';
import { periodOf } from './period-words.js';
import { ENDING_WORDS, GROUND_WORDS, NOTHING_SAID, RULE_WORDS, type TitledRule } from './rule-words.js';

type Word = keyof typeof RULE_WORDS;
type Draft = { -readonly [Key in keyof TitledRule]: TitledRule[Key] };

const PART = /(?:«(?:[^»]|»»)*»|[^;«])+/gu;
const FREE = /^«((?:[^»]|»»)*)»$/u;
const FREE_ITEM = /«((?:[^»]|»»)*)»(?:, |$)/gu;
const MOMENT = /^[a-z]\w*(?:\.[a-z]\w*)*$/u;
const WORDS = new Map(Object.entries(RULE_WORDS).map(([word, label]) => [label as string, word as Word]));

/** The rule that a line tells, where every part of it is one of {@link writeRule}'s; `undefined` for a line in other words. */
export function readRule(line: string): TitledRule | undefined {
  if (line === NOTHING_SAID) return {};
  const parts = (line.match(PART) ?? []).map((part) => part.trim());
  if (parts.length === 0 || parts.join(' ; ') !== line) return undefined;
  const rule: Draft = {};
  return parts.every((part) => take(rule, part)) ? rule : undefined;
}

/** Adds one part to the rule; `false` where it is none. */
function take(rule: Draft, part: string): boolean {
  const [label = '', ...rest] = part.split(' : ');
  const word = WORDS.get(label);
  if (word === undefined || rest.length === 0) return takePeriod(rule, part);
  const reader = READERS[word];
  return reader(rule, rest.join(' : '));
}

function takePeriod(rule: Draft, part: string): boolean {
  const length = periodOf(part);
  if (length === undefined || rule.period !== undefined) return false;
  rule.period = { length };
  return true;
}

type Reader = (rule: Draft, text: string) => boolean;

const anchors =
  (combine: TitledRule['combine']): Reader =>
  (rule, text) => {
    rule.anchor = text.split(', ');
    if (combine !== undefined) rule.combine = combine;
    return rule.anchor.every((moment) => MOMENT.test(moment));
  };

const assumed =
  (key: 'criterion' | 'period'): Reader =>
  (rule, text) => {
    const reason = free(text);
    const group = rule[key];
    if (reason === undefined || group === undefined) return false;
    Object.assign(rule, { [key]: { ...group, ...backing(reason) } });
    return true;
  };

const override =
  (change: (text: string) => Partial<RetentionOverride> | undefined): Reader =>
  (rule, text) => {
    const last = rule.overrides?.at(-1);
    const more = change(text);
    if (last === undefined || more === undefined || rule.overrides === undefined) return false;
    rule.overrides = [...rule.overrides.slice(0, -1), { ...last, ...more }];
    return true;
  };

const READERS: Readonly<Record<Word, Reader>> = {
  subjects: (rule, text) => {
    rule.subjects = [...text.matchAll(FREE_ITEM)].map(([, title = '']) => title.replaceAll('»»', '»'));
    return rule.subjects.length > 0;
  },
  anchor: anchors(undefined),
  later_of: anchors('later_of'),
  earlier_of: anchors('earlier_of'),
  whileOpen: (rule, text) => {
    rule.whileOpen = text;
    return MOMENT.test(text);
  },
  then: (rule, text) => {
    const then = keyOf(ENDING_WORDS, text);
    if (then !== undefined) rule.then = then;
    return then !== undefined;
  },
  criterion: (rule, text) => {
    const fr = free(text);
    if (fr !== undefined) rule.criterion = { text: { en: fr, fr } };
    return fr !== undefined;
  },
  fixedBy: (rule, text) => {
    const fixedBy = free(text);
    if (fixedBy === undefined || rule.criterion === undefined) return false;
    rule.criterion = { ...rule.criterion, fixedBy };
    return true;
  },
  override: (rule, text) => {
    const because = keyOf(GROUND_WORDS, text);
    if (because === undefined) return false;
    rule.overrides = [...(rule.overrides ?? []), { because }];
    return true;
  },
  law: override((text) => given('law', free(text))),
  overrideLength: override((text) => given('length', periodOf(text))),
  overrideAnchor: override((text) => (MOMENT.test(text) ? { anchor: text } : undefined)),
  until: override((text) => {
    const fr = free(text);
    return fr === undefined ? undefined : { until: { en: fr, fr } };
  }),
  assumedRule: (rule, text) => {
    const reason = free(text);
    if (reason !== undefined) Object.assign(rule, backing(reason));
    return reason !== undefined;
  },
  assumedPeriod: assumed('period'),
  assumedCriterion: assumed('criterion'),
  assumedOverride: override((text) => {
    const reason = free(text);
    return reason === undefined ? undefined : backing(reason);
  }),
};

function free(text: string): string | undefined {
  return FREE.exec(text)?.[1]?.replaceAll('»»', '»');
}

function backing(reason: string): Backed {
  return { assumed: true, reason };
}

function given(key: 'law' | 'length', text: string | undefined): Partial<RetentionOverride> | undefined {
  return text === undefined ? undefined : { [key]: text };
}

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}
