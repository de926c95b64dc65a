import type { RegisterRetention } from '@habeas/core/law';
import { periodsIn } from '../text/period-words.js';
import { readRule } from '../text/read-rule.js';
import type { TitledRule } from '../text/rule-words.js';
import type { Held } from '../workbook/workbook.js';
import { linesOf } from './cell-lines.js';
import type { DraftedFields } from './draft-fields.js';
import type { ImportNotes } from './import-notes.js';
import { wording } from './names.js';

/** A rule as a cell tells it, and what it is of. */
interface ToldRule {
  readonly rule: TitledRule;
  readonly held: Held;
  readonly fields: readonly string[] | 'all';
}

/** The id of a group of people of the activity, by its title. */
export type SubjectIds = (title: string) => string | undefined;

/**
 * The rules of an activity: one for each that is told, for the data in whose rows it stands. Words that are no rule of ours are
 * kept as the criterion, with the one period they name; from when it runs is for a person to say.
 */
export function draftRetention(
  { erasures, fields }: DraftedFields,
  subjectId: SubjectIds,
  notes: ImportNotes,
): readonly RegisterRetention[] | undefined {
  const told = erasures.flatMap(({ held, fields: of }) => rulesIn(held, notes).map((rule) => ({ rule, held, fields: of })));
  const groups = group(told);
  const all = Object.keys(fields ?? {});
  const rules = [...groups.values()].map((same) => retentionOf(same, all, subjectId, notes));
  return rules.length === 0 ? undefined : rules;
}

function group(told: readonly ToldRule[]): ReadonlyMap<string, readonly [ToldRule, ...ToldRule[]]> {
  const groups = new Map<string, [ToldRule, ...ToldRule[]]>();
  for (const each of told) {
    const key = JSON.stringify(each.rule);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [each]);
    else known.push(each);
  }
  return groups;
}

function retentionOf(
  same: readonly [ToldRule, ...ToldRule[]],
  all: readonly string[],
  subjectId: SubjectIds,
  notes: ImportNotes,
): RegisterRetention {
  const [{ rule, held }] = same;
  const isForAll = same.some(({ fields }) => fields === 'all');
  const named = new Set(same.flatMap(({ fields }) => (fields === 'all' ? [] : fields)));
  const { subjects, ...rest } = rule;
  const ids = subjects?.flatMap((title) => subjectId(title) ?? []);
  if (subjects?.length !== ids?.length)
    notes.add(held, 'the period is of people that this activity does not name', 'add them to the people it concerns');
  return {
    ...(ids === undefined || ids.length === 0 ? {} : { subjects: ids }),
    ...(isForAll || named.size === all.length ? {} : { fields: all.filter((id) => named.has(id)) }),
    ...rest,
  };
}

function rulesIn(held: Held, notes: ImportNotes): readonly TitledRule[] {
  const lines = linesOf(held);
  const rules = lines.map(readRule);
  if (rules.every((rule) => rule !== undefined)) return rules;
  return [ruleInWords(lines.join(' '), held, notes)];
}

function ruleInWords(text: string, held: Held, notes: ImportNotes): TitledRule {
  const periods = new Set(periodsIn(text));
  const [length] = periods;
  const isPeriod = length !== undefined && periods.size === 1;
  notes.add(
    held,
    isPeriod
      ? `the period is understood as ${length}, and not from which moment it runs: that is kept in words`
      : 'no single period is understood here: the text is kept as what determines the end',
    'add anchor and period to the rule in the register',
  );
  return { ...(isPeriod ? { period: { length } } : {}), criterion: { text: wording(text) } };
}
