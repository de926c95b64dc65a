import type { FieldSpec } from '@habeas/connector-sdk';
import { explainScope, type Holding, type ScopeDecision } from '@habeas/core/law';
import type { Block, Facts, Section, Text } from '../../document/document.js';
import type { ActivityBlock, PurposeFact } from '../subject-report.js';
import { decisionsOf } from './decisions.js';
import { keptInWords } from './kept.js';
import { originOf } from './origin.js';
import { recipientLine } from './recipients.js';
import { slug } from './summary-section.js';
import { listOf, paragraph, type ReportVoice, withinSentence } from './voice.js';

/** Everything that Art. 15(1)(a)-(h) and (2) want told of one activity (law §2). */
export function activitySection(block: ActivityBlock, voice: ReportVoice): Section {
  const { id, activity, records } = block;
  return {
    kind: 'section',
    id: `activity-${slug(id)}`,
    title: voice.pick(activity.title),
    blocks: [paragraph(voice.say('activity.records', { records })), { kind: 'facts', facts: factsOf(block, voice) }],
  };
}

function factsOf(block: ActivityBlock, voice: ReportVoice): Facts['facts'] {
  const fact = (term: string, value: readonly Block[]): Facts['facts'][number] => ({ term, value });
  return [
    fact(voice.say('activity.purposes'), purposesOf(block, voice)),
    fact(voice.say('activity.categories'), categoriesOf(block, voice)),
    fact(voice.say('activity.recipients'), recipientsOf(block, voice)),
    fact(voice.say('activity.retention'), retentionOf(block, voice)),
    fact(voice.say('activity.origin'), originOf(block, voice)),
    fact(voice.say('activity.decisions'), decisionsOf(block, voice)),
    fact(voice.say('activity.portable'), portableOf(block, voice)),
  ];
}

function purposesOf({ purposes, withoutConsent }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const told = purposes.map((purpose) => purposeLine(purpose, voice));
  const refused = withoutConsent.map((title) => voice.pick(title));
  return [
    listOf(told.length === 0 ? [voice.say('activity.purposes.unstated')] : told),
    ...(refused.length === 0 ? [] : [paragraph(voice.say('activity.withoutConsent', { purposes: voice.list(refused) }))]),
  ];
}

function purposeLine({ title, bases }: PurposeFact, voice: ReportVoice): string {
  const told = bases.map(({ basis, interest }) => {
    if (basis !== 'legitimate_interest') return voice.say(`basis.${basis}`);
    return interest === undefined
      ? voice.say('basis.legitimate_interest.unstated')
      : voice.say('basis.legitimate_interest', { interest: withinSentence(voice.pick(interest)) });
  });
  const basis = told.length === 0 ? voice.say('basis.none') : told.join(' ');
  return voice.say('activity.purpose', { title: voice.pick(title), basis });
}

/** The fields that hold something of this person, each once (Art. 15(1)(b)). */
function categoriesOf({ holdings }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const filled = holdings.flatMap(({ collection, filled: names }) =>
    collection.fields.filter(({ name }) => names.includes(name)),
  );
  const titles = (fields: readonly FieldSpec[]): string => voice.list([...new Set(fields.map((field) => voice.field(field)))]);
  const special = filled.filter((field) => field.special === true);
  return [
    paragraph(titles(filled)),
    ...(special.length === 0 ? [] : [paragraph(voice.say('activity.special', { fields: titles(special) }))]),
  ];
}

function recipientsOf({ activity, recipients }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  if (recipients.length > 0) return [listOf(recipients.map((fact): Text => recipientLine(fact, voice)))];
  return [paragraph(voice.say(activity.recipients === undefined ? 'activity.recipients.unstated' : 'activity.recipients.none'))];
}

function retentionOf({ activity, retention }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const isLawUnreckoned = (activity.retention ?? []).some(({ overrides = [] }) =>
    overrides.some(({ because, law, length }) => because === 'legal_obligation' && (law === undefined || length === undefined)),
  );
  return [listOf(keptInWords(retention, voice)), ...(isLawUnreckoned ? [paragraph(voice.say('activity.retention.law'))] : [])];
}

function portableOf({ holdings }: ActivityBlock, voice: ReportVoice): readonly Block[] {
  const decided = holdings.flatMap((holding) => decidedFields(holding, voice));
  const portable = decided.filter(({ decision }) => decision.verdict === 'include').map(({ title }) => title);
  const reasons = new Map<string, Set<string>>();
  for (const { title, decision } of decided.filter(({ decision: { verdict } }) => verdict !== 'include')) {
    const reason = explainScope(decision, voice.core);
    reasons.set(reason, (reasons.get(reason) ?? new Set()).add(title));
  }
  const head =
    portable.length === 0
      ? voice.say('activity.portable.none')
      : voice.say('activity.portable.fields', { fields: voice.list([...new Set(portable)]) });
  const not = [...reasons].map(([reason, titles]) =>
    voice.say('activity.portable.not', { fields: voice.list([...titles]), reason }),
  );
  return [paragraph(head), ...(not.length === 0 ? [] : [listOf(not)])];
}

function decidedFields(
  { collection, filled, scope }: Holding,
  voice: ReportVoice,
): readonly { readonly title: string; readonly decision: ScopeDecision }[] {
  const fields = new Map(collection.fields.map((field) => [field.name, field]));
  return scope.fields.flatMap(({ field: name, portability }) => {
    const field = fields.get(name);
    return field === undefined || !filled.includes(name) ? [] : [{ title: voice.field(field), decision: portability }];
  });
}
