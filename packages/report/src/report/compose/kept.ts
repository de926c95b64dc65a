import {
  type DatedRetention,
  explainRetention,
  type LocalDate,
  NO_RULE,
  periodInWords,
  type RetentionEvaluation,
  type RetentionRule,
} from '@habeas/core/law';
import type { RetentionFact } from '../subject-report.js';
import type { ReportVoice } from './voice.js';

/** How a group of records is kept, in few words for a table or a picture. */
export function keptShort({ group }: RetentionFact, voice: ReportVoice): string {
  const { evaluation, isAssumed, rule } = group;
  if (isAssumed) return voice.say('kept.unknown');
  switch (evaluation.status) {
    case 'legal_hold':
      return voice.say('kept.dispute');
    case 'ongoing_relationship':
      return voice.say('kept.ongoing', { name: voice.pick(rule.titles[evaluation.name] ?? { en: evaluation.name }) });
    case 'indeterminate':
      return isCriterion(evaluation) ? voice.say('kept.criterion') : ruleShort(rule, voice);
    case 'running':
    case 'expires_soon':
    case 'overdue':
      return datedShort(evaluation, group.lastExpiry, voice);
  }
}

/** What was stated, where nobody can tell the day. */
function ruleShort({ term, titles }: RetentionRule, voice: ReportVoice): string {
  if (term === undefined) return voice.say('kept.unknown');
  const anchors = term.anchors.map(({ name }) => voice.pick(titles[name] ?? { en: name }));
  return voice.say('kept.rule', { period: periodInWords(term.period, voice.core), anchors: voice.list(anchors) });
}

function datedShort({ status, expiresOn }: DatedRetention, last: LocalDate | undefined, voice: ReportVoice): string {
  const until = voice.book.date(expiresOn);
  if (status === 'overdue') return voice.say('kept.overdue', { until });
  return voice.say(last === expiresOn ? 'kept.until' : 'kept.from', { until });
}

/** How records are kept, and why, in sentences (RET-03); collections that are kept alike together. What is only assumed is not stated (PRF-03). */
export function keptInWords(facts: readonly RetentionFact[], voice: ReportVoice): readonly string[] {
  const byText = new Map<string, string[]>();
  for (const fact of facts) {
    const { group, holding } = fact;
    const text = whyKept(fact, voice);
    const records = { collection: voice.collection(holding.collection), records: group.records };
    byText.set(text, [...(byText.get(text) ?? []), voice.say('activity.retention.records', records)]);
  }
  return [...byText].map(([text, collections]) =>
    voice.say('activity.retention.of', { collections: voice.list(collections), text }),
  );
}

/** How one group is kept, in sentences. */
export function whyKept({ group }: RetentionFact, voice: ReportVoice): string {
  const { rule, evaluation, lastExpiry, isAssumed } = group;
  if (isAssumed) return explainRetention(UNSTATED, NO_RULE, voice.core);
  const isRange = 'expiresOn' in evaluation && lastExpiry !== undefined && lastExpiry !== evaluation.expiresOn;
  const range = isRange ? [voice.say('activity.retention.range', { last: voice.book.date(lastExpiry) })] : [];
  return [explainRetention(evaluation, rule, voice.core), ...range].join(' ');
}

const UNSTATED: RetentionEvaluation = { status: 'indeterminate', gaps: [{ gap: 'period_unstated' }], unchecked: [] };

function isCriterion(evaluation: RetentionEvaluation): boolean {
  return evaluation.status === 'indeterminate' && evaluation.gaps.some(({ gap }) => gap === 'criterion_only');
}
