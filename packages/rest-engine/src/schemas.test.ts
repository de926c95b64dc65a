import { describe, expect, it } from '@jest/globals';
import { readYaml } from '@habeas/connector-sdk';
import { z } from 'zod';
import { authSchema } from './auth/auth-schema.js';
import { responsesSchema } from './call/responses-schema.js';
import { durationSchema } from './duration.js';
import { limitsSchema } from './pace/limits-schema.js';

const problemOf = (schema: z.ZodType, value: unknown): string => schema.safeParse(value).error?.issues[0]?.message ?? 'none';

describe('a span of time', () => {
  it.each([
    ['500ms', 500],
    ['10s', 10_000],
    ['1.5m', 90_000],
    ['1h', 3_600_000],
    ['1d', 86_400_000],
  ])('%s is %i milliseconds', (text, milliseconds) => {
    expect(durationSchema.parse(text)).toBe(milliseconds);
  });

  it.each(['10', 's', '10 s', '-1s', '1w'])('“%s” is none', (text) => {
    expect(problemOf(durationSchema, text)).toContain('expected a number with its unit');
  });
});

describe('limits', () => {
  it('are read from a manifest', () => {
    const yaml = '[{ rate: 100, per: 10s, concurrency: 5 }, { concurrency: 1, scope: search }]';
    expect(readYaml(yaml, 'manifest.yaml', limitsSchema).value).toEqual([
      { rate: 100, per: 10_000, concurrency: 5 },
      { concurrency: 1, scope: 'search' },
    ]);
  });

  it('say what is wrong with them', () => {
    expect(problemOf(limitsSchema, [{ rate: 1 }])).toContain('belong together');
    expect(problemOf(limitsSchema, [{ scope: 'search' }])).toContain('limits nothing');
  });
});

describe('what replies mean', () => {
  it('is what their status says where the manifest says nothing', () => {
    expect(responsesSchema.parse(undefined)).toEqual({ rules: [], wait: [], most: 300_000, tries: 5 });
  });

  it.each([
    [{ rules: [{ status: 403, is: 'x', means: 'quota' }] }, 'need `at`'],
    [{ rules: [{ status: 403, at: 'a', is: 'x', exists: false, means: 'quota' }] }, 'needs something that exists'],
    [{ rules: [{ status: 403, means: 'egress' }] }, 'Invalid option'],
  ])('cannot be said like this: %j', (responses, problem) => {
    expect(problemOf(responsesSchema, responses)).toContain(problem);
  });
});

/** Every key that a manifest may have, with its path. */
function undescribed(
  schema: { readonly properties?: object; readonly description?: string; readonly [key: string]: unknown },
  path: string,
): readonly string[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, value]) => {
    const property = value as typeof schema;
    return [...(property.description === undefined ? [`${path}.${key}`] : []), ...undescribed(property, `${path}.${key}`)];
  });
  const branches = [schema['anyOf'], schema['oneOf'], schema['items']]
    .flat()
    .filter((one) => typeof one === 'object' && one !== null);
  return [...inner, ...branches.flatMap((one) => undescribed(one as typeof schema, path))];
}

describe('the schemas', () => {
  it.each([
    ['auth', authSchema],
    ['limits', limitsSchema],
    ['responses', responsesSchema],
  ])('say of every key what it means: %s', (name, schema) => {
    expect(undescribed(z.toJSONSchema(schema, { io: 'input' }) as Parameters<typeof undescribed>[0], name)).toEqual([]);
  });
});
