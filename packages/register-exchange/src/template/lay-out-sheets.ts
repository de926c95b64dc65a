import type { Sheet } from '../workbook/workbook.js';
import { type Section, SECTIONS } from './layout.js';
import { sheetNames } from './sheet-names.js';
import { cellOf, rowsOf, type TemplateActivity, type TemplateRegister, type TemplateRow } from './template.js';

/** The first sheet of the template. */
export const LIST_SHEET = 'Liste des traitements';

const LIST_HEADINGS = [
  'Nom du traitement',
  'N° / RÉF',
  'Date de création',
  'Mise à jour',
  'Finalité principale',
  'Données sensibles',
] as const;

/** The sheets of a workbook: the list of activities with the actors above it, and a record for each. */
export function layOutSheets(register: TemplateRegister): readonly Sheet[] {
  const names = sheetNames(
    register.activities.map((activity) => textOf(activity, 'name')),
    [LIST_SHEET],
  );
  return [
    { name: LIST_SHEET, rows: listRows(register) },
    ...register.activities.map((activity, index) => ({ name: names[index] ?? LIST_SHEET, rows: recordRows(activity) })),
  ];
}

function listRows({ head, activities }: TemplateRegister): Sheet['rows'] {
  const actors = SECTIONS.filter(({ blocks }) => blocks.includes('controller'));
  return [
    ['Registre des activités de traitement'],
    [],
    ...actors.flatMap((section) => sectionRows(section, head)),
    [],
    [...LIST_HEADINGS],
    ...activities.map(listRow),
  ];
}

function listRow(activity: TemplateActivity): readonly string[] {
  const isTold = rowsOf(activity, 'data', 'sensitive').some(({ cells }) => cells.description !== undefined);
  const isSensitive = rowsOf(activity, 'sensitive').some(({ cells }) => cells.description !== undefined);
  const purpose = rowsOf(activity, 'purpose')[0]?.cells.description?.text ?? '';
  const days = [textOf(activity, 'createdOn'), textOf(activity, 'updatedOn')];
  const sensitive = isSensitive ? 'Oui' : isTold ? 'Non' : '';
  return [textOf(activity, 'name'), textOf(activity, 'reference'), ...days, purpose, sensitive];
}

function recordRows(activity: TemplateActivity): Sheet['rows'] {
  const sections = SECTIONS.flatMap((section) => [...sectionRows(section, rowsOf(activity, ...section.blocks)), []]);
  return [['Fiche de registre', textOf(activity, 'reference')], [], ...sections];
}

function sectionRows({ heading, columns }: Section, rows: readonly TemplateRow[]): Sheet['rows'] {
  return [
    [heading, ...columns.map(([, label]) => label)],
    ...rows.map(({ label, cells }) => [label, ...columns.map(([column]) => cells[column]?.text ?? '')]),
  ];
}

function textOf(activity: TemplateActivity, block: 'createdOn' | 'name' | 'reference' | 'updatedOn'): string {
  return cellOf(activity, block)?.text ?? '';
}
