import type { RecordRulingInput, RedactionReason } from '../api/operations.generated.js';
import type { SayKey } from '../words/words.js';
import type { FoundRecord } from './use-records.js';

/** What a ruling is about: a record, or one value in it. */
export interface RuleSubject {
  readonly source: string;
  readonly collection: string;
  readonly record: FoundRecord;
  readonly value: FoundRecord['values'][number] | undefined;
}

/** What is to become of it: hide the record, its value, the stretches that were found or chosen; or show the field. */
export type RuleMode = 'record' | 'value' | 'others' | 'chosen' | 'show';

/** A decision as it is filled in, with the three questions of Art. 15(4). */
export interface RulingDraft {
  readonly mode: RuleMode;
  readonly involvement: RecordRulingInput['involvement'];
  readonly reason: RedactionReason;
  readonly effect: string;
  readonly balance: string;
  /** Why a redaction would not do: of a whole record. */
  readonly instead: string;
  /** Why it is withheld although the subject wrote or received it. */
  readonly rebuttal: string;
  readonly holder: string;
  readonly harm: string;
  readonly span: { readonly start: number; readonly end: number } | undefined;
}

/** What can be decided about it. */
export function modesOf({ value }: RuleSubject): readonly RuleMode[] {
  if (value === undefined) return ['record'];
  const isText = value.type === 'string' && value.json !== null;
  const isMarked = value.thirdParty || value.others.length > 0;
  return [
    ...(value.others.length > 0 ? (['others'] as const) : []),
    ...(isText ? (['chosen'] as const) : []),
    'value',
    ...(isMarked ? (['show'] as const) : []),
  ];
}

/** A draft in which nothing is decided but what is likeliest. */
export function draftOf(subject: RuleSubject): RulingDraft {
  const [mode = 'record'] = modesOf(subject);
  const empty = { effect: '', balance: '', instead: '', rebuttal: '', holder: '', harm: '', span: undefined };
  return { mode, involvement: 'mentioned', reason: 'third_party', ...empty };
}

/** Whose secret or work it is has to be said of these. */
export const isProtected = ({ reason }: RulingDraft): boolean => reason === 'trade_secret' || reason === 'intellectual_property';
/** Of what the subject wrote or received, disclosure is presumed (CNIL): who withholds it says why not. */
export const isRebutted = ({ mode, involvement }: RulingDraft): boolean => mode === 'record' && involvement !== 'mentioned';

/** The first thing that is missing in a draft. Nothing where it can be sent. */
export function gapOf(draft: RulingDraft): SayKey | undefined {
  if (draft.mode === 'show') return undefined;
  const isBlank = (...texts: readonly string[]): boolean => texts.some((text) => text.trim() === '');
  const gaps: readonly (readonly [boolean, SayKey])[] = [
    [draft.mode === 'chosen' && draft.span === undefined, 'rule.noSpan'],
    [isBlank(draft.effect, draft.balance), 'rule.unanswered'],
    [draft.mode === 'record' && isBlank(draft.instead), 'rule.unanswered'],
    [isRebutted(draft) && isBlank(draft.rebuttal), 'rule.unanswered'],
    [isProtected(draft) && isBlank(draft.holder, draft.harm), 'rule.noHolder'],
  ];
  return gaps.find(([isMissing]) => isMissing)?.[1];
}

/** What is sent of a draft. */
export function rulingOf({ source, collection, record, value }: RuleSubject, draft: RulingDraft): RecordRulingInput {
  const isWhole = draft.mode === 'record';
  const spans = spansOf(value, draft);
  return {
    ...{ source, collection, recordId: record.recordId, reason: draft.reason, involvement: draft.involvement },
    ...(value === undefined ? {} : { field: value.field }),
    ...(spans === undefined ? {} : { spans }),
    outcome: isWhole ? 'withhold' : 'redact',
    adverseEffect: { isConcrete: true, what: draft.effect.trim() },
    balance: { prevails: 'other', why: draft.balance.trim() },
    redaction: isWhole ? { reconciles: false, why: draft.instead.trim() } : { reconciles: true },
    ...(isRebutted(draft) ? { rebuttal: draft.rebuttal.trim() } : {}),
    ...(isProtected(draft) ? { interest: { holder: draft.holder.trim(), why: draft.harm.trim() } } : {}),
  };
}

function spansOf(value: RuleSubject['value'], { mode, span }: RulingDraft): RecordRulingInput['spans'] {
  if (mode === 'others') return value?.others.map(({ start, end }) => ({ start, end }));
  return mode === 'chosen' && span !== undefined ? [span] : undefined;
}
