import { type Connector, defineConnector } from '@habeas/connector-sdk';
import { manualSession, type ManualSource } from '@habeas/core';
import { z } from 'zod';
import { bilingualSchema, nameSchema, textSchema } from '../register/backing-schema.js';

const collectionSchema = z.strictObject({
  title: bilingualSchema.exactOptional(),
  activity: nameSchema.exactOptional().describe('The processing activity it serves, by its id in the register.'),
  origin: z.enum(['provided', 'observed', 'derived', 'inferred', 'third_party']).exactOptional(),
  special: z.boolean().exactOptional().describe('Whether it holds personal data of Art. 9 or 10.'),
});

const manualSchema = z
  .strictObject({
    instructions: z.union([textSchema, bilingualSchema]).describe('What is to be done: a text, or { en: …, fr: … }.'),
    doneBy: textSchema.describe('The role or the team that does it; no name of a person.'),
    dueInDays: z.int().min(1).max(30).default(10),
    tells: z.array(z.enum(['email', 'phone', 'id', 'name', 'birthDate'])).min(1),
    collections: z
      .record(nameSchema, collectionSchema)
      .refine((collections) => Object.keys(collections).length > 0, 'name at least one collection'),
  })
  .transform(({ instructions, collections, ...settings }): ManualSource => ({
    ...settings,
    instructions: typeof instructions === 'string' ? { en: instructions, fr: instructions } : instructions,
    collections: Object.entries(collections).map(([name, told]) => ({ name, ...told })),
  }));

/** A source that is a person or a paper file (SCP-07). Every configuration knows it; opened alone, it tells that a person has to search. */
export const manualConnector: Connector<ManualSource> = defineConnector<ManualSource>({
  manifest: {
    id: 'manual',
    version: '1.0.0',
    sdk: 1,
    title: 'A person or a paper file',
    kind: 'manual',
    systems: [{ name: 'people and paper', versions: 'any', tested: true }],
    needsDataMap: false,
    gaps: ['What a person overlooks is not found.'],
  },
  config: manualSchema,
  open: (source) => Promise.resolve(manualSession(source)),
});

/** What a source declares to be done by hand, where it is a manual one. */
export function manualSourceOf({
  connector,
  settings,
}: {
  readonly connector: Connector;
  readonly settings: unknown;
}): ManualSource | undefined {
  return connector === manualConnector ? (settings as ManualSource) : undefined;
}
