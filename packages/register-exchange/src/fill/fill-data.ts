import type { Activity, Register, RegisterField, RegisterRetention } from '@habeas/core/law';
import type { Block } from '../template/labels.js';
import type { TemplateRow } from '../template/template.js';
import { ALL_DATA, familyLabel, PRINTED_FAMILIES } from '../text/families.js';
import { IMPORTED_FIELD } from '../text/imported-field.js';
import { mark } from '../text/mark.js';
import { PRINTED_SPECIAL, specialLabels } from '../text/special.js';
import { writeRule } from '../text/write-rule.js';
import { oneLine, row } from './row.js';

/** A field in the row it belongs to, and the rules that hold for it. */
interface PlacedField {
  readonly block: Block;
  readonly label: string;
  readonly description: string;
  readonly erasure: string;
}

/** The rows of the data: fields of one family that are kept alike share a row; sensitive data have rows of their own. */
export function dataRows(register: Register, activity: Activity): readonly TemplateRow[] {
  const placed = Object.entries(activity.fields ?? {}).flatMap(([id, field]) => placesOf(register, activity, id, field));
  const forAll = placed.length === 0 ? rulesFor(register, activity, undefined) : '';
  return [
    ...rowsIn('data', PRINTED_FAMILIES, placed),
    ...(forAll === '' ? [] : [row('data', ALL_DATA, { erasure: forAll })]),
    ...rowsIn('sensitive', PRINTED_SPECIAL, placed),
  ];
}

function placesOf(register: Register, activity: Activity, id: string, field: RegisterField): readonly PlacedField[] {
  const description = oneLine(field.reason === IMPORTED_FIELD ? field.title.fr : mark(field.title.fr, field));
  const erasure = rulesFor(register, activity, id);
  const labels = specialLabels(field.special ?? []);
  if (labels.length === 0) return [{ block: 'data', label: familyLabel(field.category), description, erasure }];
  return labels.map((label) => ({ block: 'sensitive', label, description, erasure }));
}

/** The rules that hold for a field, a line each. */
function rulesFor(register: Register, { retention = [] }: Activity, field: string | undefined): string {
  return retention
    .filter(({ fields }) => fields === undefined || (field !== undefined && fields.includes(field)))
    .map((rule) => writeRule(titled(register, rule)))
    .join('\n');
}

function titled(register: Register, { fields: _fields, subjects, ...rule }: RegisterRetention): Parameters<typeof writeRule>[0] {
  if (subjects === undefined) return rule;
  return { ...rule, subjects: subjects.map((id) => register.subjects[id]?.title.fr ?? id) };
}

function rowsIn(block: 'data' | 'sensitive', printed: readonly string[], placed: readonly PlacedField[]): readonly TemplateRow[] {
  const own = placed.filter((field) => field.block === block);
  const labels = [...new Set([...printed, ...own.map(({ label }) => label)])];
  return labels.flatMap((label) => {
    const fields = own.filter((field) => field.label === label);
    if (fields.length === 0) return [row(block, label, {})];
    const periods = [...new Set(fields.map(({ erasure }) => erasure))];
    return periods.map((erasure) => {
      const alike = fields.filter((field) => field.erasure === erasure);
      return row(block, label, { description: alike.map(({ description }) => description).join('\n'), erasure });
    });
  });
}
