import type { Contacts, ControllerIdentity, Officer } from '@habeas/core/law';
import { normalise, saysNothing } from '../template/normalise.js';
import type { Block, Column } from '../template/labels.js';
import type { TemplateRegister, TemplateRow } from '../template/template.js';
import { countryCode } from '../text/countries.js';
import { unmark } from '../text/mark.js';
import type { Held } from '../workbook/workbook.js';
import type { ImportNotes } from './import-notes.js';

/** Where the template's authors are, and stands where no other country is given. */
const HOME = 'FR';
const NO_NAME = { name: '?', assumed: true, reason: 'The file names no controller.' } as const;

/** Who answers, as the rows above the list say it, or else those of the records. */
export function draftController(register: TemplateRegister, notes: ImportNotes): ControllerIdentity {
  const row = actor(register, 'controller', notes);
  const joint = actorRows(register, 'joint').flatMap(({ cells }) => textsOf(cells.name));
  const jointWith = [...new Set(joint.map((name) => unmark(name).text))];
  const { text: name, backing } = unmark(textsOf(row?.cells.name)[0] ?? '');
  if (name === '') notes.add(undefined, 'no controller is named', 'add controller.name to the register');
  unplaced(row, notes);
  return {
    ...(name === '' ? NO_NAME : { name }),
    ...given('address', addressOf(row)),
    country: countryOf(row, notes),
    ...given('representative', lineOf(actor(register, 'representative', notes))),
    ...(jointWith.length === 0 ? {} : { jointWith }),
    ...(name === '' || isRoleMark(register) ? {} : backing),
  };
}

/** The officer. Where requests can be sent is not in the template. */
export function draftContacts(register: TemplateRegister, notes: ImportNotes): Contacts {
  const row = actor(register, 'officer', notes);
  const { text: name, backing } = unmark(textsOf(row?.cells.name)[0] ?? '');
  const dpo: Officer = {
    ...given('name', name),
    ...given('email', textsOf(row?.cells.email)[0]),
    ...given('phone', textsOf(row?.cells.phone)[0]),
    ...given('post', addressOf(row)),
  };
  return Object.keys(dpo).length === 0 ? {} : { dpo: { ...dpo, ...backing } };
}

/** A mark behind the controller's name in some records, and not in all, is of what it is to those activities. */
export function isRoleMark({ head, activities }: TemplateRegister): boolean {
  if (head.some(({ block, cells }) => block === 'controller' && cells.name !== undefined)) return false;
  const names = activities.map(({ rows }) => rows.find(({ block }) => block === 'controller')?.cells.name?.text);
  return new Set(names).size > 1;
}

function actorRows({ head, activities }: TemplateRegister, block: Block): readonly TemplateRow[] {
  const rows = [...head, ...activities.flatMap((activity) => activity.rows)];
  return rows.filter((row) => row.block === block && Object.values(row.cells).some(({ text }) => !saysNothing(text)));
}

/** The first row that says something. A register is of one controller: another name is told. */
function actor(register: TemplateRegister, block: Block, notes: ImportNotes): TemplateRow | undefined {
  const rows = actorRows(register, block);
  const nameOf = (row: TemplateRow | undefined): string => normalise(unmark(row?.cells.name?.text ?? '').text);
  const other = rows.find((row) => nameOf(row) !== nameOf(rows[0]));
  if (other !== undefined)
    notes.add(
      other.cells.name ?? Object.values(other.cells)[0],
      'another one is named here than before: the first is imported',
      'keep one register for each controller',
    );
  return rows[0];
}

function countryOf(row: TemplateRow | undefined, notes: ImportNotes): string {
  const held = row?.cells.country;
  const code = held === undefined ? undefined : countryCode(held.text);
  if (code !== undefined) return code;
  notes.add(
    held,
    held === undefined
      ? 'the country of the controller is not given: FR stands for it'
      : 'this is no country that is understood: FR stands for it',
    'set controller.country in the register',
  );
  return HOME;
}

function addressOf(row: TemplateRow | undefined): string {
  const { address, postcode, city } = row?.cells ?? {};
  const town = [...textsOf(postcode), ...textsOf(city)].join(' ');
  return [...textsOf(address), ...(town === '' ? [] : [town])].join(', ');
}

function lineOf(row: TemplateRow | undefined): string {
  const { name, country, phone, email } = row?.cells ?? {};
  return [textsOf(name), [addressOf(row)], textsOf(country), textsOf(phone), textsOf(email)]
    .flat()
    .filter((text) => text !== '')
    .join(', ');
}

/** How the controller itself is reached is not in a register, but where requests can be sent. */
function unplaced(row: TemplateRow | undefined, notes: ImportNotes): void {
  for (const column of ['phone', 'email'] as const satisfies readonly Column[]) {
    const held = row?.cells[column];
    if (held !== undefined && !saysNothing(held.text))
      notes.add(
        held,
        'a register has no place for how the controller is reached',
        'add it to contacts.rightsChannels if requests can be sent there',
      );
  }
}

function textsOf(held: Held | undefined): readonly string[] {
  return held === undefined || saysNothing(held.text) ? [] : [held.text.replaceAll(/\s+/gu, ' ')];
}

function given<Key extends string>(key: Key, text: string | undefined): Partial<Record<Key, string>> {
  return text === undefined || text === '' ? {} : ({ [key]: text } as Record<Key, string>);
}
