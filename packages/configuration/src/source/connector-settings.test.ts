import { type Connector, Secret } from '@habeas/connector-sdk';
import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { connectorSettings } from './connector-settings.js';

const settingsOf = (config: z.ZodType): ReturnType<typeof connectorSettings> => connectorSettings({ config } as Connector);
const secret = z
  .string()
  .min(1)
  .transform((text) => new Secret(text));

describe('the settings of a connector', () => {
  it('are told one by one, what is required first, with what each is for and what it is by itself', () => {
    const schema = z.strictObject({
      port: z.int().default(3306).describe('Where it listens.'),
      host: z.string(),
      mode: z.enum(['strict', 'lax']).default('lax'),
      quiet: z.boolean().default(false),
      tls: z.strictObject({ ca: z.string().optional() }).prefault({}),
      schemas: z.array(z.string()).default(['a']),
      either: z.union([z.string(), z.int()]).optional(),
    });
    expect(settingsOf(schema)).toEqual([
      { name: 'host', kind: 'text', isRequired: true, options: [] },
      { name: 'port', kind: 'number', isRequired: false, options: [], byDefault: '3306', description: 'Where it listens.' },
      { name: 'mode', kind: 'choice', isRequired: false, options: ['strict', 'lax'], byDefault: 'lax' },
      { name: 'quiet', kind: 'flag', isRequired: false, options: [], byDefault: 'false' },
      { name: 'tls', kind: 'group', isRequired: false, options: [] },
      { name: 'schemas', kind: 'group', isRequired: false, options: [] },
      { name: 'either', kind: 'group', isRequired: false, options: [] },
    ]);
  });

  it('are known as secrets by what is made of them, also where they are optional or made into something else', () => {
    const schema = z
      .strictObject({ token: secret.describe('A token.'), key: secret.optional(), base: z.url() })
      .transform((settings) => ({ settings }));
    expect(settingsOf(schema).map(({ name, kind }) => [name, kind])).toEqual([
      ['token', 'secret'],
      ['base', 'text'],
      ['key', 'secret'],
    ]);
  });

  it('are none where a schema is no group of keys', () => {
    expect(settingsOf(z.string())).toEqual([]);
  });
});
