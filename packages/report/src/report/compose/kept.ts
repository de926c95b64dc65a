import { type DatedRetention, explainRetention, type LocalDate, type RetentionEvaluation } from '@habeas/core/law';
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
      return voice.say(isCriterion(evaluation) ? 'kept.criterion' : 'kept.unknown');
    case 'running':
    case 'expires_soon':
    case 'overdue':
      return datedShort(evaluation, group.lastExpiry, voice);
  }
}

function datedShort({ status, expiresOn }: DatedRetention, last: LocalDate | undefined, voice: ReportVoice): string {
  const until = voice.book.date(expiresOn);
  if (status === 'overdue') return voice.say('kept.overdue', { until });
  return voice.say(last === expiresOn ? 'kept.until' : 'kept.from', { until });
}

/** How a group of records is kept, and why, in sentences (RET-03). What the register only assumes is not stated (PRF-03). */
export function keptInWords({ group, holding }: RetentionFact, voice: ReportVoice): string {
  const { rule, evaluation, lastExpiry, isAssumed, records } = group;
  const unstated: RetentionEvaluation = { status: 'indeterminate', gaps: [{ gap: 'period_unstated' }], unchecked: [] };
  const told = explainRetention(isAssumed ? unstated : evaluation, rule, voice.core);
  const isRange = !isAssumed && 'expiresOn' in evaluation && lastExpiry !== undefined && lastExpiry !== evaluation.expiresOn;
  const range = isRange ? [voice.say('activity.retention.range', { last: voice.book.date(lastExpiry) })] : [];
  const text = [told, ...range].join(' ');
  return voice.say('activity.retention.of', { collection: voice.collection(holding.collection), records, text });
}

function isCriterion(evaluation: RetentionEvaluation): boolean {
  return evaluation.status === 'indeterminate' && evaluation.gaps.some(({ gap }) => gap === 'criterion_only');
}
