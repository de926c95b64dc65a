import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { isPermission } from '@habeas/core';
import { type GraphQLSchema, parse, validate } from 'graphql';
import { DOCUMENTS } from '../client/documents.js';
import { audiences, guardSchema, unguardedFields } from '../platform/guard-schema.js';
import { LIMIT_RULES } from '../platform/query-limits.js';
import { buildSchema, printedSchema } from './print-schema.js';

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await buildSchema();
});

describe('the schema', () => {
  it('is the committed one (npm run reports writes it)', () => {
    const committed = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
    expect(printedSchema(schema)).toBe(committed);
  });

  it('says of every field who may see it', () => {
    expect(unguardedFields(schema)).toEqual([]);
    const shown = audiences(schema);
    expect(shown.size).toBeGreaterThan(80);
    expect([...shown.values()].filter((audience) => audience !== 'everybody' && !isPermission(audience))).toEqual([]);
  });

  it('is refused where a field does not say who may see it', async () => {
    const leaky = await buildSchema();
    const field = leaky.getQueryType()?.getFields()['viewer'];
    if (field !== undefined) field.extensions = {};
    expect(() => guardSchema(leaky)).toThrow('Query.viewer');
  });

  it.each(Object.entries(DOCUMENTS))('answers the document %s, within its own limits', (_name, document) => {
    expect(validate(schema, parse(document), LIMIT_RULES).map(({ message }) => message)).toEqual([]);
    expect(validate(schema, parse(document)).map(({ message }) => message)).toEqual([]);
  });
});
