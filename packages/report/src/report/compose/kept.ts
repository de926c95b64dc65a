import {
  anchorsInWords,
  type CalendarPeriod,
  type DatedRetention,
  explainRetention,
  type LocalDate,
  periodInWords,
  type RetentionEvaluation,
  type RetentionRule,
} from '@habeas/core/law';
import type { RetentionFact } from '../subject-report.js';
import type { LongerKept, ToldRetention } from '../told-retention.js';
import { type ReportVoice, withinSentence } from './voice.js';

/** How a group of records is kept, in few words for a table or a picture. */
export function keptShort({ told }: RetentionFact, voice: ReportVoice): string {
  const { evaluation, rule } = told;
  switch (evaluation.status) {
    case 'legal_hold':
      return evaluation.until === undefined
        ? voice.say('kept.dispute')
        : voice.say('kept.until', { until: voice.day(evaluation.until) });
    case 'ongoing_relationship':
      return evaluation.because === 'agreement'
        ? voice.say('kept.agreement')
        : voice.say('kept.ongoing', { name: titleOf(rule, evaluation.name, voice) });
    case 'indeterminate':
      return isCriterion(evaluation) ? voice.say('kept.criterion') : ruleShort(told, voice);
    case 'running':
    case 'expires_soon':
    case 'overdue':
      return datedShort(evaluation, told, voice);
  }
}

/** What was stated, where nobody can tell the day. */
function ruleShort({ rule, unanchored }: ToldRetention, voice: ReportVoice): string {
  const { term } = rule;
  if (unanchored !== undefined) return voice.say('kept.unanchored', { period: periodInWords(unanchored, voice.core) });
  if (term === undefined) return voice.say('kept.unknown');
  const isAtOnce = isNoTime(term.period);
  const titles = term.anchors.map(({ name }) => titleOf(rule, name, voice));
  const anchors = anchorsInWords(isAtOnce ? 'until' : 'from', titles, term.combine, voice.core);
  if (isAtOnce) return voice.say('kept.atOnce', { anchors });
  return voice.say('kept.rule', { period: periodInWords(term.period, voice.core), anchors });
}

function datedShort(evaluation: DatedRetention, { lastExpiry, isArchiveOpen }: ToldRetention, voice: ReportVoice): string {
  const until = voice.day(evaluation.expiresOn);
  if (isArchiveOpen) return voice.say('kept.thenArchived', { until });
  if (evaluation.status === 'overdue') return voice.say('kept.overdue', { until });
  const isRange = lastExpiry !== undefined && lastExpiry !== evaluation.expiresOn;
  return voice.say(isRange ? 'kept.from' : 'kept.until', { until });
}

/** How records are kept, and why, in sentences (RET-03); collections that are kept alike together. */
export function keptInWords(facts: readonly RetentionFact[], voice: ReportVoice): readonly string[] {
  const byText = new Map<string, string[]>();
  for (const fact of facts) {
    const { told, holding } = fact;
    const text = whyKept(fact, voice);
    const records = { collection: voice.collection(holding.collection), records: told.records };
    byText.set(text, [...(byText.get(text) ?? []), voice.say('activity.retention.records', records)]);
  }
  return [...byText].map(([text, collections]) =>
    voice.say('activity.retention.of', { collections: voice.list(collections), text }),
  );
}

/** How one group is kept, in sentences. */
export function whyKept({ told }: RetentionFact, voice: ReportVoice): string {
  const { rule, evaluation, longer, isArchiveOpen } = told;
  return [
    ...explained(told, voice),
    ...afterRelationship(told, voice),
    ...(isArchiveOpen ? [voice.say('retention.archiveOpen')] : []),
    ...rangeOf(evaluation, told.lastExpiry, voice),
    ...longer.map((each) => longerInWords(each, rule, voice)),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** A criterion is told with what it waits for (RET-03). */
function explained({ rule, evaluation, unanchored }: ToldRetention, voice: ReportVoice): readonly string[] {
  const { criterion, whileOpen } = rule;
  if (unanchored !== undefined && evaluation.status === 'indeterminate') {
    return [voice.say('retention.unanchored', { period: periodInWords(unanchored, voice.core) })];
  }
  if (criterion === undefined || !isCriterion(evaluation)) return [explainRetention(evaluation, rule, voice.core)];
  return [
    ...(whileOpen === undefined ? [] : [voice.say('retention.while', { name: titleOf(rule, whileOpen, voice) })]),
    voice.say('retention.criterion', { criterion: withinSentence(voice.pick(criterion)) }),
  ];
}

/** While it lasts no day can be told, but what begins when it ends can (RET-03). */
function afterRelationship({ rule, evaluation, unanchored }: ToldRetention, voice: ReportVoice): readonly string[] {
  if (evaluation.status !== 'ongoing_relationship' || evaluation.because !== 'relationship') return [];
  const { criterion, term } = rule;
  const period = term?.period ?? unanchored;
  if (period !== undefined) {
    return [
      isNoTime(period)
        ? voice.say('retention.period.none')
        : voice.say('retention.period', { period: periodInWords(period, voice.core) }),
    ];
  }
  return criterion === undefined
    ? [voice.say('retention.period.unstated')]
    : [voice.say('retention.criterion', { criterion: withinSentence(voice.pick(criterion)) })];
}

function rangeOf(evaluation: RetentionEvaluation, last: LocalDate | undefined, voice: ReportVoice): readonly string[] {
  const isRange = 'expiresOn' in evaluation && last !== undefined && last !== evaluation.expiresOn;
  return isRange ? [voice.say('activity.retention.range', { last: voice.day(last) })] : [];
}

function longerInWords(longer: LongerKept, rule: RetentionRule, voice: ReportVoice): string {
  switch (longer.because) {
    case 'law':
      return voice.say('retention.longer.law');
    case 'named-law':
      return voice.say('retention.longer.namedLaw', { law: longer.law, period: periodInWords(longer.period, voice.core) });
    case 'dispute':
      return disputeInWords(longer, rule, voice);
    case 'agreement':
      return voice.say('retention.longer.agreement');
  }
}

function disputeInWords(
  { until, from, period }: Extract<LongerKept, { because: 'dispute' }>,
  rule: RetentionRule,
  voice: ReportVoice,
): string {
  if (until !== undefined) return voice.say('retention.longer.disputeUntil', { until: withinSentence(voice.pick(until)) });
  if (from === undefined || period === undefined) return voice.say('retention.longer.dispute');
  const anchor = anchorsInWords('from', [titleOf(rule, from, voice)], 'later_of', voice.core);
  const parts = { period: periodInWords(period, voice.core), anchor };
  return voice.say('retention.longer.disputePeriod', parts);
}

function isNoTime({ years, months, days }: CalendarPeriod): boolean {
  return years + months + days === 0;
}

function titleOf({ titles }: RetentionRule, name: string, voice: ReportVoice): string {
  const title = titles[name];
  return title === undefined ? name : voice.pick(title);
}

function isCriterion(evaluation: RetentionEvaluation): boolean {
  return evaluation.status === 'indeterminate' && evaluation.gaps.some(({ gap }) => gap === 'criterion_only');
}
