import type { StatedText } from '@habeas/core/law';
import { normalise } from '../template/normalise.js';
import { blockOf } from '../template/labels.js';
import { rowsOf, type TemplateActivity, type TemplateRow } from '../template/template.js';
import { unmark } from '../text/mark.js';
import { linesOf, titlesOf } from './cell-lines.js';
import type { ImportNotes } from './import-notes.js';
import { wording } from './names.js';

/** The security measures, which a register tells once for all activities: every measure that some record tells. */
export function draftSecurity(activities: readonly TemplateActivity[], notes: ImportNotes): StatedText | undefined {
  const told = activities.map((activity) => rowsOf(activity, 'measure').flatMap(measuresIn));
  const measures = new Map(told.flat().map((measure) => [normalise(measure), measure]));
  if (measures.size === 0) return undefined;
  if (told.some((own) => own.length > 0 && new Set(own.map(normalise)).size !== measures.size))
    notes.add(
      undefined,
      'the security measures differ between activities, and a register has one text for all: it has every measure',
      'say in security.text what holds in general',
    );
  const { text, backing } = unmark([...measures.values()].join('\n'));
  return { text: wording(text), ...backing };
}

/** A row's measure; the label counts where its author chose it. */
function measuresIn({ label, cells: { type, precision } }: TemplateRow): readonly string[] {
  const kind = blockOf(label) === 'measure' ? [] : [label];
  const text = [...linesOf(type), ...(precision === undefined ? [] : [titlesOf(precision, label).join('\n')])].filter(
    (part) => part !== '',
  );
  if (text.length === 0) return [];
  return [[...new Set([...kind, ...text])].join(' : ')];
}
