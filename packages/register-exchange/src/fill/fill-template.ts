import type { Activity, Purpose, Register } from '@habeas/core/law';
import type { TemplateActivity, TemplateRegister, TemplateRow } from '../template/template.js';
import { basisLabel } from '../text/choices.js';
import { mark } from '../text/mark.js';
import { actorRows } from './fill-actors.js';
import { dataRows } from './fill-data.js';
import { recipientRows, transferRows } from './fill-recipients.js';
import { oneLine, row } from './row.js';

/** The activities that have a record in the template: those that the controller answers for. */
export function carriedActivities({ activities }: Register): readonly (readonly [string, Activity])[] {
  return Object.entries(activities).filter(([, { role }]) => role.is !== 'processor');
}

/** A register in the template's form: what it states, and what it assumes with a mark. What it does not state stays empty. */
export function fillTemplate(register: Register): TemplateRegister {
  return {
    head: actorRows(register, { is: 'joint' }),
    activities: carriedActivities(register).map(([id, activity]) => fillActivity(register, id, activity)),
  };
}

function fillActivity(register: Register, id: string, activity: Activity): TemplateActivity {
  const { security } = register;
  return {
    sheet: '',
    rows: [
      row('name', 'Nom du traitement', { description: mark(oneLine(activity.title.fr), activity) }),
      row('reference', 'N° / RÉF', { description: id }),
      row('createdOn', 'Date de création', {}),
      row('updatedOn', 'Mise à jour', {}),
      ...actorRows(register, activity.role),
      ...purposeRows(activity),
      row('measure', 'Mesure 1', security === undefined ? {} : { precision: mark(security.text.fr, security) }),
      ...dataRows(register, activity),
      ...subjectRows(register, activity),
      ...recipientRows(register, activity),
      ...transferRows(register, activity),
    ],
  };
}

function purposeRows({ purposes }: Activity): readonly TemplateRow[] {
  const told = Object.values(purposes ?? {}).map((purpose, index) =>
    row('purpose', index === 0 ? 'Finalité principale' : `Sous-finalité ${String(index)}`, {
      description: mark(oneLine(purpose.title.fr), purpose),
      basis: basisLines(purpose),
    }),
  );
  return told.length === 0 ? [row('purpose', 'Finalité principale', {})] : told;
}

/** A line for each basis, with the interest that is pursued. */
function basisLines({ bases = [] }: Purpose): string {
  return bases
    .map((backed) => {
      const { basis, interest } = backed;
      const text = interest === undefined ? basisLabel(basis) : `${basisLabel(basis)} : ${oneLine(interest.fr)}`;
      return mark(text, backed);
    })
    .join('\n');
}

function subjectRows(register: Register, { subjects = [] }: Activity): readonly TemplateRow[] {
  const titles = subjects.flatMap((id) => register.subjects[id]?.title.fr ?? []);
  return (titles.length === 0 ? [''] : titles).map((title, index) =>
    row('subject', `Catégorie de personnes ${String(index + 1)}`, { description: oneLine(title) }),
  );
}
