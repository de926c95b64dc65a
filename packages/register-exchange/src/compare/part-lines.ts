import type { Block } from '../template/labels.js';
import { rowsOf, type TemplateActivity, type TemplateRow } from '../template/template.js';

/** What of the controller two registers are compared in. */
export const CONTROLLER_PARTS = ['controller', 'officer', 'representative', 'measure'] as const satisfies readonly Block[];

/** What of an activity two registers are compared in. */
export const ACTIVITY_PARTS = [
  'name',
  'joint',
  'purpose',
  'data',
  'sensitive',
  'subject',
  'recipient',
  'transfer',
] as const satisfies readonly Block[];

/** A part of the template in which registers may differ. */
export type ComparedPart = (typeof CONTROLLER_PARTS)[number] | (typeof ACTIVITY_PARTS)[number];

/** What the template says of something, a line for each. Numbers of rows are left out: an order is no difference. */
export function linesIn(block: Block, activity: Pick<TemplateActivity, 'rows'>): readonly string[] {
  const lines = rowsOf(activity, block).flatMap(block === 'data' || block === 'sensitive' ? dataLines : rowLine);
  return [...new Set(lines)];
}

/** A line for each kind of data, with how long it is kept. */
function dataLines({ label, cells: { description, erasure } }: TemplateRow): readonly string[] {
  const kept = erasure === undefined ? '' : ` (${oneLineOf(erasure.text)})`;
  if (description === undefined) return kept === '' ? [] : [`${label}${kept}`];
  return description.text.split('\n').map((kind) => `${label} : ${kind}${kept}`);
}

function rowLine({ cells }: TemplateRow): readonly string[] {
  const texts = Object.values(cells).map(({ text }) => oneLineOf(text));
  return texts.length === 0 ? [] : [texts.join(' · ')];
}

function oneLineOf(text: string): string {
  return text.replaceAll('\n', ' / ');
}
