import type { FieldSpec } from '@habeas/connector-sdk';
import { sourceTitle } from '@habeas/core/law';
import type { ArchiveTable, TableReference } from '../assembly/archive-table.js';
import type { ArchiveLanguage } from '../options.js';
import type { TableFormat, WrittenColumn } from '../table/table-writer.js';
import { textIn, type Texts } from '../texts.js';
import type { FieldDescriptor, ForeignKeyDescriptor, ResourceDescriptor } from './data-package.js';

const PROFILES = 'https://datapackage.org/profiles/2.0';
const DPV = 'https://w3id.org/dpv/pd#';

const MEDIA_TYPES: Readonly<Record<TableFormat, string>> = { csv: 'text/csv', json: 'application/json' };

/** A table as a tabular Data Resource of Data Package v2. */
export function describeTable(table: ArchiveTable, language: ArchiveLanguage): ResourceDescriptor {
  const { format, facts, file, title, description, primaryKey, source } = table;
  return {
    $schema: `${PROFILES}/dataresource.json`,
    name: table.name,
    type: 'table',
    path: file.path,
    title: textIn(language, title, table.name),
    ...(description === undefined ? {} : { description: textIn(language, description, '') }),
    format,
    mediatype: MEDIA_TYPES[format],
    encoding: 'utf-8',
    // Of a JSON table some validators cannot tell the size and then call it wrong; the hash says more anyway.
    ...(format === 'csv' ? { bytes: file.bytes } : {}),
    hash: `sha256:${file.sha256}`,
    ...(format === 'csv' ? { dialect: CSV_DIALECT } : {}),
    schema: {
      $schema: `${PROFILES}/tableschema.json`,
      fields: facts.columns.map((column) => describeField(column, format, language)),
      missingValues: format === 'csv' ? [''] : [],
      ...(primaryKey.length === 0 ? {} : { primaryKey }),
      ...foreignKeys(table.references ?? [], facts.columns),
    },
    ...(source === undefined ? {} : { sources: [{ title: sourceTitle(source, language) }] }),
    'x-role': table.role,
    'x-title': title,
    'x-records': facts.rows,
    ...(facts.replaced === 0 ? {} : { 'x-replaced-characters': facts.replaced }),
    ...table.extras,
  };
}

/** RFC 4180, and our way of keeping spreadsheets from taking text for formulas; see the package's README. */
const CSV_DIALECT = {
  $schema: `${PROFILES}/tabledialect.json`,
  header: true,
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  skipInitialSpace: false,
  'x-escaping': 'formula-prefix',
} as const;

function describeField(
  { name, label, type, spec, title, required, observed }: WrittenColumn,
  format: TableFormat,
  language: ArchiveLanguage,
): FieldDescriptor {
  const titles = spec?.title ?? title;
  return {
    name: label,
    ...observed,
    ...describeTexts(name, spec, titles, language),
    ...(observed.type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(required === true ? { constraints: { required } } : {}),
    'x-type': type,
    ...(format === 'csv' && type === 'json' ? { 'x-encoding': 'json' } : {}),
    ...describeMeaning(spec, titles, language),
  };
}

function describeTexts(
  name: string,
  spec: FieldSpec | undefined,
  titles: Texts | undefined,
  language: ArchiveLanguage,
): Pick<FieldDescriptor, 'title' | 'description'> {
  return {
    ...(titles === undefined ? {} : { title: textIn(language, titles, name) }),
    ...(spec?.description === undefined ? {} : { description: textIn(language, spec.description, '') }),
  };
}

/** What the data map says about a field: each fact under a name of our own. */
function describeMeaning(
  spec: Partial<FieldSpec> = {},
  titles: Texts | undefined,
  language: ArchiveLanguage,
): Partial<FieldDescriptor> {
  const facts = {
    rdfType: spec.category?.startsWith('pd:') === true ? DPV + spec.category.slice(3) : undefined,
    'x-title': titles,
    'x-category': spec.category,
    'x-origin': spec.origin,
    'x-special': spec.special,
    'x-third-party': spec.thirdParty,
    'x-free-text': spec.freeText,
    'x-codes': spec.codes === undefined ? undefined : meaningsIn(language, spec.codes),
    'x-code-titles': spec.codes,
    'x-context': spec.context,
    'x-unclassified': spec.unclassified,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined && value !== false));
}

/** What each code means, in the language of the archive. */
function meaningsIn(language: ArchiveLanguage, codes: NonNullable<FieldSpec['codes']>): Texts {
  return Object.fromEntries(Object.entries(codes).map(([code, texts]) => [code, textIn(language, texts, code)]));
}

function foreignKeys(
  references: readonly TableReference[],
  columns: readonly WrittenColumn[],
): { readonly foreignKeys?: readonly ForeignKeyDescriptor[] } {
  if (references.length === 0) return {};
  const labelOf = (name: string): string => columns.find((column) => column.name === name)?.label ?? name;
  return {
    foreignKeys: references.map(({ fields, to, toFields }) => ({
      fields: fields.map(labelOf),
      reference: { resource: to, fields: toFields },
    })),
  };
}
