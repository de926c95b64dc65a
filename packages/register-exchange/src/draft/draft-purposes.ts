import type { Purpose, PurposeBasis } from '@habeas/core/law';
import { rowsOf, type TemplateActivity, type TemplateRow } from '../template/template.js';
import { basisOf } from '../text/choices.js';
import { unmark } from '../text/mark.js';
import type { Held } from '../workbook/workbook.js';
import { linesOf } from './cell-lines.js';
import type { ImportNotes } from './import-notes.js';
import { freshName, wording } from './names.js';

const BETWEEN = ' : ';

/** The purposes of an activity, with the bases that stand beside them, or that are given for all; `undefined` where none is told. */
export function draftPurposes(activity: TemplateActivity, notes: ImportNotes): Readonly<Record<string, Purpose>> | undefined {
  const forAll = rowsOf(activity, 'basis').flatMap(({ cells }) => basesIn(cells.basis ?? cells.description, notes));
  const purposes = new Map<string, Purpose>();
  for (const row of rowsOf(activity, 'purpose')) {
    for (const [title, purpose] of purposesIn(row, forAll, notes)) purposes.set(freshName(title, purposes), purpose);
  }
  return purposes.size === 0 ? undefined : Object.fromEntries(purposes);
}

function purposesIn(
  { cells }: TemplateRow,
  forAll: readonly PurposeBasis[],
  notes: ImportNotes,
): readonly (readonly [string, Purpose])[] {
  const own = basesIn(cells.basis, notes);
  const bases = own.length === 0 ? forAll : own;
  const titles = linesOf(cells.description);
  if (titles.length === 0 && cells.basis !== undefined)
    notes.add(cells.basis, 'a legal basis is given, and no purpose beside it: it is not imported', 'say what it is the basis of');
  return titles.map((line) => {
    const { text, backing } = unmark(line);
    return [text, { title: wording(text), ...(bases.length === 0 ? {} : { bases }), ...backing }];
  });
}

function basesIn(held: Held | undefined, notes: ImportNotes): readonly PurposeBasis[] {
  return linesOf(held).flatMap((line) => {
    const whole = basisIn(line);
    const parts = whole === undefined ? line.split(';').map((part) => basisIn(part.trim())) : [whole];
    if (parts.includes(undefined))
      notes.add(
        held,
        'this names no legal basis of Art. 6(1) GDPR that is understood',
        'name it as the GDPR does: Consentement, Contrat, Obligation légale, Intérêt légitime …',
      );
    return parts.filter((basis) => basis !== undefined);
  });
}

function basisIn(line: string): PurposeBasis | undefined {
  const { text, backing } = unmark(line);
  const [label = '', ...rest] = text.split(BETWEEN);
  const basis = basisOf(label);
  if (basis === undefined) return undefined;
  const interest = rest.join(BETWEEN);
  return { basis, ...(interest === '' ? {} : { interest: wording(interest) }), ...backing };
}
