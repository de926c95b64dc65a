import { Ajv } from 'ajv';
import type { ShapeSchema } from '../table/json-shape.js';
import { ArchiveFault } from './problems.js';

const isRecordSchema = new Ajv({ strict: false }).compile<{ readonly properties: Readonly<Record<string, ShapeSchema>> }>({
  type: 'object',
  required: ['$schema', 'title', 'type', 'properties'],
  additionalProperties: false,
  properties: {
    $schema: { const: 'https://json-schema.org/draft/2020-12/schema' },
    title: { type: 'string' },
    type: { const: 'object' },
    properties: { type: 'object', additionalProperties: { $ref: '#/$defs/shape' } },
  },
  $defs: {
    shape: {
      type: 'object',
      additionalProperties: false,
      properties: {
        type: {
          type: 'array',
          minItems: 1,
          items: { enum: ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string'] },
        },
        properties: { type: 'object', additionalProperties: { $ref: '#/$defs/shape' } },
        items: { $ref: '#/$defs/shape' },
      },
    },
  },
});

/**
 * The schemas of a table's nested fields, out of a file in `data/schemas`. Only the few words that we write are
 * understood: a stranger's schema is data here, and never compiled. Throws `ArchiveFault` for anything else.
 */
export function parseShapes(content: Buffer): ReadonlyMap<string, ShapeSchema> {
  let value: unknown;
  try {
    value = JSON.parse(content.toString());
  } catch {
    throw new ArchiveFault('package', 'the schema of nested fields is no JSON');
  }
  if (!isRecordSchema(value)) throw new ArchiveFault('package', 'the schema of nested fields is not one of ours');
  return new Map(Object.entries(value.properties));
}
