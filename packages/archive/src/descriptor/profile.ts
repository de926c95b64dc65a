/**
 * The JSON Schema that `datapackage.json` must satisfy: what the profiles of Data Package 2.0 demand of the properties we
 * use (https://datapackage.org/profiles/2.0/), and what our own layout adds. The profiles themselves allow any further property.
 */
const name = { type: 'string', pattern: '^[a-z0-9][a-z0-9._-]*$' };
const text = { type: 'string' };
const names = { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string', minLength: 1 } };
const sources = { type: 'array', items: { type: 'object', minProperties: 1, properties: { title: text, version: text } } };

/** The formats each type of Table Schema knows; of those without an entry only `default`. */
const FORMATS: Readonly<Record<string, object>> = {
  string: { enum: ['default', 'email', 'uri', 'binary', 'uuid'] },
  date: text,
  time: text,
  datetime: text,
};

const TYPES = ['string', 'integer', 'number', 'boolean', 'date', 'time', 'datetime', 'object', 'array', 'any'] as const;

const field = {
  type: 'object',
  required: ['name', 'type', 'x-type'],
  properties: {
    name: { type: 'string', minLength: 1 },
    title: text,
    description: text,
    rdfType: text,
    constraints: { type: 'object' },
  },
  oneOf: TYPES.map((type) => ({
    properties: {
      type: { const: type },
      format: FORMATS[type] ?? { const: 'default' },
      ...(type === 'boolean' ? { trueValues: names, falseValues: names } : { trueValues: false, falseValues: false }),
    },
  })),
};

const schema = {
  type: 'object',
  required: ['fields', 'missingValues'],
  properties: {
    fields: { type: 'array', minItems: 1, items: field },
    missingValues: { type: 'array', items: text },
    primaryKey: names,
    foreignKeys: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['fields', 'reference'],
        properties: {
          fields: names,
          reference: { type: 'object', required: ['resource', 'fields'], properties: { resource: name, fields: names } },
        },
      },
    },
  },
};

const dialect = {
  type: 'object',
  required: ['x-escaping'],
  properties: {
    header: { const: true },
    delimiter: { const: ',' },
    lineTerminator: { const: '\r\n' },
    quoteChar: { const: '"' },
    doubleQuote: { const: true },
    'x-escaping': { const: 'formula-prefix' },
  },
};

const resource = {
  type: 'object',
  required: ['name', 'type', 'path', 'format', 'mediatype', 'encoding', 'hash', 'schema', 'x-role', 'x-records'],
  properties: {
    name,
    type: { const: 'table' },
    path: { type: 'string', pattern: '^data/[a-z0-9._/-]+$' },
    title: text,
    description: text,
    format: { enum: ['csv', 'json'] },
    mediatype: { enum: ['text/csv', 'application/json'] },
    encoding: { const: 'utf-8' },
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
    dialect,
    schema,
    sources,
    'x-role': { enum: ['collection', 'child', 'attachments', 'provenance'] },
    'x-records': { type: 'integer', minimum: 0 },
    'x-source': text,
    'x-collection': text,
  },
};

const document = {
  type: 'object',
  required: ['path', 'title', 'bytes', 'hash'],
  properties: {
    path: { type: 'string', pattern: '^data/report/[a-z0-9.-]+$' },
    title: { type: 'object' },
    bytes: { type: 'integer', minimum: 0 },
    hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
  },
};

/** See the top of this file. */
export const PACKAGE_PROFILE = {
  type: 'object',
  required: ['$schema', 'name', 'id', 'title', 'created', 'contributors', 'resources', 'x-profile', 'x-complete'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name,
    id: { type: 'string', pattern: '^urn:uuid:[0-9a-f-]{36}$' },
    title: text,
    description: text,
    version: text,
    created: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$' },
    contributors: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', minProperties: 1, properties: { title: text, roles: names } },
    },
    sources,
    resources: { type: 'array', minItems: 1, items: resource },
    'x-profile': { const: 'habeas-archive/1' },
    'x-complete': { type: 'boolean' },
    'x-documents': { type: 'array', items: document },
  },
} as const;
