import { z } from 'zod';
import { IDENTIFIER_KINDS } from '../identifier/identifier.js';

const name = z.string().min(1);
const texts = z.union([
  z
    .string()
    .min(1)
    .transform((en) => ({ en })),
  z.record(z.string().regex(/^[a-z]{2}$/), z.string().min(1)),
]);

const identifierSchema = z.union([
  z.enum(IDENTIFIER_KINDS).transform((kind) => ({ kind, of: 'self' as const })),
  z.strictObject({
    kind: z.enum(IDENTIFIER_KINDS),
    namespace: name.optional().describe("Who issued it; required for kind 'id', and the same text wherever the same ids stand."),
    part: z.enum(['given', 'family', 'full']).optional().describe('For names: which part this field holds.'),
    of: z
      .enum(['self', 'owner'])
      .default('self')
      .describe("'owner': the value identifies the row's owner (a table of addresses), so a hit leads up to the owner."),
  }),
]);

const fieldSchema = z.strictObject({
  column: name.optional().describe("The column, where it is not the field's name."),
  type: z
    .enum([
      'string',
      'integer',
      'big-integer',
      'decimal',
      'number',
      'boolean',
      'date',
      'time',
      'datetime',
      'timestamp',
      'json',
      'bytes',
      'file',
    ])
    .optional()
    .describe('Overrides what the live schema says.'),
  title: texts.optional(),
  description: texts.optional(),
  identifier: identifierSchema.optional(),
  category: name.optional().describe('A term of the W3C Data Privacy Vocabulary, such as pd:EmailAddress.'),
  origin: z.enum(['provided', 'observed', 'derived', 'inferred', 'third_party']).optional(),
  special: z.boolean().default(false).describe('Personal data of Art. 9 or 10.'),
  thirdParty: z.boolean().default(false).describe("It holds somebody else's data."),
  secret: z.boolean().default(false).describe('A password hash, a token: never read, listed as withheld.'),
  freeText: z.boolean().default(false).describe('Text a person wrote, which may name anybody.'),
  codes: z.record(z.string(), z.string()).optional().describe('What the codes in it mean.'),
  charset: z
    .enum(['utf-8', 'latin1', 'windows-1252'])
    .optional()
    .describe('The encoding of text in a binary column, or of text stored under a wrong one.'),
});

const referenceSchema = z.strictObject({
  to: name.describe('The collection it refers to.'),
  on: z.record(name, name).describe('Columns of this collection, each with the column of the other it holds.'),
  as: z
    .enum(['owned', 'context'])
    .describe("'owned': the row belongs to the one it refers to. 'context': it refers to a shared thing."),
  show: z
    .array(name)
    .default([])
    .describe("For context: the other's descriptive fields, or fields of its own context as reference.field."),
  maxDepth: z
    .int()
    .min(1)
    .max(32)
    .optional()
    .describe('For owned references that form a cycle over several collections: how often it may be walked.'),
});

const collectionSchema = z.strictObject({
  table: name.optional().describe("The table or view, where it is not the collection's name; schema.table is understood."),
  title: texts.optional(),
  description: texts.optional(),
  activity: name.optional().describe('The processing activity it serves, by its id in the register.'),
  personal: z
    .enum(['subject', 'none'])
    .default('subject')
    .describe("'none' declares that it holds no personal data; say why in reason."),
  reason: z.string().min(1).optional(),
  key: z.array(name).min(1).optional().describe('The columns that identify a row; by default the primary key.'),
  fields: z
    .record(
      name,
      fieldSchema.nullable().transform((field) => field ?? fieldSchema.parse({})),
    )
    .default({}),
  references: z.record(name, referenceSchema).default({}),
  gaps: z.array(z.string().min(1)).default([]),
});

/**
 * A data map: which fields of a source identify a person, what each field holds, and how its collections belong together.
 * Written as YAML, reviewed by a person, read by {@link parseDataMap}.
 */
export const dataMapSchema = z.strictObject({
  dataMap: z.literal(1).describe('The version of this format.'),
  title: texts.optional(),
  unmapped: z
    .record(name, z.string().min(1))
    .default({})
    .describe('Tables that exist and are left out on purpose, each with the reason.'),
  collections: z.record(name, collectionSchema),
});

/** See {@link dataMapSchema}. */
export type DataMap = z.output<typeof dataMapSchema>;
/** One collection of a {@link DataMap}. */
export type DataMapCollection = DataMap['collections'][string];
/** One field of a {@link DataMapCollection}. */
export type DataMapField = DataMapCollection['fields'][string];
/** One reference of a {@link DataMapCollection}. */
export type DataMapReference = DataMapCollection['references'][string];
