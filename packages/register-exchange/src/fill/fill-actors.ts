import type { ActivityRole, ControllerIdentity, Officer, Register } from '@habeas/core/law';
import type { TemplateRow } from '../template/template.js';
import { countryName } from '../text/countries.js';
import { mark } from '../text/mark.js';
import { oneLine, row } from './row.js';

/** The rows of the actors: who answers, who advises, who acts for the controller, and with whom it decides where it does. */
export function actorRows({ controller, contacts }: Register, role: ActivityRole): readonly TemplateRow[] {
  return [
    controllerRow(controller, role),
    row('officer', 'Délégué à la protection des données', contacts.dpo === undefined ? {} : officerCells(contacts.dpo)),
    row('representative', 'Représentant', { name: lineOf(controller.representative) }),
    ...jointRows(controller, role),
  ];
}

/** Where it is assumed that the controller alone decides, its name in the record carries the mark. */
function controllerRow(controller: ControllerIdentity, role: ActivityRole): TemplateRow {
  const isRoleAssumed = role.is === 'controller' && role.assumed === true;
  return row('controller', 'Responsable du traitement', {
    name: mark(oneLine(controller.name), isRoleAssumed ? role : controller),
    address: lineOf(controller.address),
    country: countryName(controller.country),
  });
}

function officerCells(officer: Officer): Parameters<typeof row>[2] {
  const { name, post, phone, email } = officer;
  const backing = officer.assumed === true ? mark(lineOf(name) ?? '', officer) : lineOf(name);
  return { name: backing, address: lineOf(post), phone: lineOf(phone), email: lineOf(email) };
}

function jointRows({ jointWith = [] }: ControllerIdentity, role: ActivityRole): readonly TemplateRow[] {
  const names = role.is === 'joint' ? jointWith : [];
  return (names.length === 0 ? [undefined] : names).map((name, index) =>
    row('joint', `Responsable conjoint ${String(index + 1)}`, { name: name === undefined ? '' : mark(oneLine(name), role) }),
  );
}

function lineOf(text: string | undefined): string | undefined {
  return text === undefined ? undefined : oneLine(text);
}
