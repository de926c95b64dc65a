import { IDENTIFYING } from '../fields.js';
import { entryOf, type Given, type Group, isGroup } from '../given.js';

/** What a stream's schema says of its fields. */
export interface ReadSchema {
  readonly fields: Readonly<Record<string, Group>>;
  readonly notes: readonly string[];
}

const TYPES: Readonly<Record<string, string>> = {
  integer: 'integer',
  number: 'number',
  boolean: 'boolean',
  object: 'json',
  array: 'json',
};
const FORMATS: Readonly<Record<string, string>> = { date: 'date', 'date-time': 'timestamp', time: 'time' };

/** What names of fields say by themselves; a human reviews it. */
const NAMES: readonly { readonly is: RegExp; readonly says: Group }[] = [
  { is: /^(?:primary_)?e_?mail(?:_?address)?$/iu, says: IDENTIFYING.email },
  { is: /^(?:mobile_?)?(?:tele)?phone(?:_?number)?$/iu, says: IDENTIFYING.phone },
  { is: /^first_?name$/iu, says: IDENTIFYING.given },
  { is: /^last_?name$/iu, says: IDENTIFYING.family },
  { is: /^(?:birth_?(?:date|day)|date_of_birth)$/iu, says: IDENTIFYING.birthDate },
];

/** The fields of a stream's inline JSON schema. A schema in another file is told. */
export function readSchema(loader: Given): ReadSchema {
  const type = loader.text('type');
  const schema = loader.get('schema').taken();
  if (!isGroup(schema) || !isGroup(schema['properties'])) {
    const path = loader.text('file_path');
    const where = path === undefined ? '' : `, but stands in ${path}`;
    return { fields: {}, notes: [`its schema is not in the file${where}${type === undefined ? '' : ` (${type})`}`] };
  }
  const fields = Object.fromEntries(
    Object.entries(schema['properties']).map(([name, property]) => [name, fieldOf(name, property)]),
  );
  const guessed = Object.keys(fields).filter((name) => fields[name]?.['category'] !== undefined);
  const notes =
    guessed.length === 0
      ? []
      : [
          `taken from the names of fields: what ${guessed.join(', ')} stands for. See that it is so, and that it is the person's own`,
        ];
  return { fields, notes };
}

function fieldOf(name: string, property: unknown): Group {
  const { type: given, format, description } = isGroup(property) ? property : {};
  const types = (Array.isArray(given) ? (given as unknown[]) : [given]).map(String).filter((each) => each !== 'null');
  const only = types.length === 1 ? types[0] : undefined;
  const type = only === 'string' ? entryOf(FORMATS, String(format)) : entryOf(TYPES, only);
  return {
    ...(type === undefined ? {} : { type }),
    ...(typeof description === 'string' && description.trim() !== '' ? { description } : {}),
    ...(only === 'string' ? saidBy(name, format) : {}),
  };
}

function saidBy(name: string, format: unknown): Group {
  const named = NAMES.find(({ is }) => is.test(name))?.says;
  return named ?? (format === 'email' ? IDENTIFYING.email : {});
}
