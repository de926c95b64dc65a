import { explainScope, type Holding, type ScopeDecision } from '@habeas/core/law';
import type { Block } from '../../document/document.js';
import type { ActivityBlock } from '../subject-report.js';
import { listOf, paragraph, type ReportVoice } from './voice.js';

interface DecidedField {
  readonly title: string;
  readonly decision: ScopeDecision;
}

/** What can be taken along and what cannot, with the reason (Art. 20; REP-07). */
export function portableOf(block: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const decided = block.holdings.flatMap((holding) => decidedFields(holding, voice));
  const portable = decided.filter(({ decision }) => decision.verdict === 'include').map(({ title }) => title);
  const reasons = new Map<string, Set<string>>();
  for (const { title, decision } of decided.filter(({ decision: { verdict } }) => verdict !== 'include')) {
    const reason = reasonOf(decision, block, voice);
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(title));
  }
  const head = headOf([...new Set(portable)], decided, voice);
  const not = [...reasons].map(([reason, titles]) =>
    voice.say('activity.portable.not', { fields: voice.list([...titles]), reason }),
  );
  return [...head, ...(not.length === 0 ? [] : [listOf(not)])];
}

/** That nothing falls under the right is said where nothing is open. */
function headOf(portable: readonly string[], decided: readonly DecidedField[], voice: ReportVoice): readonly Block[] {
  if (portable.length > 0) return [paragraph(voice.say('activity.portable.fields', { fields: voice.list(portable) }))];
  const isOpen = decided.some(({ decision }) => decision.verdict === 'undetermined');
  return isOpen ? [] : [paragraph(voice.say('activity.portable.none'))];
}

/** The reasons that lie in the bases: where one is only assumed, they would tell it as a fact (PRF-03). */
const BY_BASIS: ReadonlySet<ScopeDecision['reason']> = new Set<ScopeDecision['reason']>(['basis', 'public-task', 'article-9']);

function reasonOf(decision: ScopeDecision, { isBasisOpen }: ActivityBlock, voice: ReportVoice): string {
  if (decision.verdict === 'undetermined') return voice.say('activity.portable.open');
  if (isBasisOpen && BY_BASIS.has(decision.reason)) return voice.say('activity.portable.basisOpen');
  return explainScope(decision, voice.core);
}

function decidedFields({ collection, filled, scope }: Holding, voice: ReportVoice): readonly DecidedField[] {
  const fields = new Map(collection.fields.map((field) => [field.name, field]));
  const told = new Set(filled);
  return scope.fields.flatMap(({ field: name, portability }) => {
    const field = fields.get(name);
    return field === undefined || !told.has(name) ? [] : [{ title: voice.field(field), decision: portability }];
  });
}
