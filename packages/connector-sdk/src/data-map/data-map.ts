import { z } from 'zod';
import { IDENTIFIER_KINDS } from '../identifier/identifier.js';

const column = z.string().min(1);
/** Names are joined by dots (`order_line.order`, `event.place.name`), so they hold none themselves. */
const name = z.string().regex(/^[^.]+$/u, 'a name has at least one character, and no dot');
const text = z.string().min(1);
/** A text in English, or one per language. */
export const texts = z.union([
  text.transform((en) => ({ en })),
  z
    .record(z.string().regex(/^[a-z]{2}$/u, 'expected a language as two letters, such as en'), text)
    .refine((given) => Object.keys(given).length > 0, 'it has no text in any language'),
]);
const title = texts
  .optional()
  .describe('How a person would call it: a text in English, or one text per language ({ en: …, fr: … }).');
const description = texts
  .optional()
  .describe('What it holds, for the person it is about: a text in English, or one per language.');

const kind = z
  .enum(IDENTIFIER_KINDS)
  .describe("What it identifies a person by. 'id' is any number or code somebody issues; names and birth dates only confirm.");
/** What a field identifies a person by. */
export const identifierSchema = z
  .union([
    kind.transform((short) => ({ kind: short, of: 'self' as const })),
    z.strictObject({
      kind,
      namespace: text
        .optional()
        .describe("Who issued it; required for kind 'id', and the same text wherever the same ids stand."),
      part: z.enum(['given', 'family', 'full']).optional().describe('For names: which part this field holds.'),
      of: z
        .enum(['self', 'owner'])
        .default('self')
        .describe("'owner': the value identifies the row's owner (a table of addresses), so a hit leads up to the owner."),
    }),
  ])
  .describe('The field identifies a person: its kind alone, or a group of keys.');

/** What a person says of one field. */
export const fieldSchema = z.strictObject({
  column: column.optional().describe("The column, where it is not the field's name."),
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
    .describe('Overrides what the live schema says: json for JSON kept as text, file for a BLOB that holds a file.'),
  title,
  description,
  identifier: identifierSchema.optional(),
  category: text.optional().describe('A term of the W3C Data Privacy Vocabulary, such as pd:EmailAddress.'),
  origin: z
    .enum(['provided', 'observed', 'derived', 'inferred', 'third_party'])
    .optional()
    .describe(
      'Where the value comes from: provided by the person, observed of them, derived or inferred from that, or from somebody else. Decides what is portable.',
    ),
  special: z.boolean().default(false).describe('Personal data of Art. 9 or 10 GDPR: health, beliefs, convictions.'),
  thirdParty: z
    .boolean()
    .default(false)
    .describe("It holds somebody else's data: a record found by it mentions the person, and is not theirs."),
  ownUse: z
    .boolean()
    .optional()
    .describe(
      "Of somebody else's data: true where the person gave them for a use of their own, as a list of contacts is, so that they take them along; false where they did not, as a room-mate's passport. Without it a person decides.",
    ),
  secret: z.boolean().default(false).describe('A password hash, a token: never read, listed as withheld.'),
  freeText: z.boolean().default(false).describe('Text a person wrote, which may name anybody.'),
  codes: z
    .record(z.string(), texts)
    .optional()
    .describe(
      'What the codes in it mean, each as a text in English or one per language: { A: active, L: { en: left, fr: parti } }.',
    ),
  moment: text
    .optional()
    .describe(
      'The moment of the register that it holds, which periods of retention run from: contract.endedAt. Empty: it has not come.',
    ),
  relationship: text
    .optional()
    .describe('The relationship that it says is open, yes or no, as whileOpen of the register names it: membership.'),
  tells: z
    .enum(['source', 'collected-at'])
    .optional()
    .describe('It says of its row from whom the data came, or when they were collected.'),
  consentTo: text
    .optional()
    .describe('The purpose of the activity, by its id, that the person has agreed to (yes) or not (no): newsletter.'),
  log: z
    .enum(['date', 'purpose', 'staff'])
    .optional()
    .describe('In a log of consultations: when, what for, or by whom the data were looked at.'),
  charset: z
    .enum(['utf-8', 'latin1', 'windows-1252'])
    .optional()
    .describe('The encoding of text in a binary column, or of text stored under a wrong one.'),
});

const referenceSchema = z.strictObject({
  to: name.describe('The collection it refers to.'),
  on: z
    .record(column, column)
    .refine((pairs) => Object.keys(pairs).length > 0, 'it names no columns')
    .describe('Columns of this collection, each with the column of the other it holds: { customer_id: id }.'),
  as: z
    .enum(['owned', 'context'])
    .describe(
      "'owned': the row belongs to the one it refers to, and is delivered with it. 'context': it refers to a shared thing, which is shown and never followed back to other people.",
    ),
  show: z
    .array(text)
    .default([])
    .describe("For context: the other's descriptive fields, or fields of its own context as reference.field."),
  maxDepth: z
    .int()
    .min(1)
    .max(32)
    .optional()
    .describe('For owned references that form a cycle over several collections: how often this one may be walked.'),
});

const collectionSchema = z.strictObject({
  table: text.optional().describe("The table or view, where it is not the collection's name; schema.table is understood."),
  title,
  description,
  activity: text.optional().describe('The processing activity it serves, by its id in the register.'),
  nature: z
    .enum(['own', 'consultation-log'])
    .default('own')
    .describe("'consultation-log': its rows tell who looked at the person's data. Staff in it is shown as a role."),
  personal: z
    .enum(['subject', 'none'])
    .default('subject')
    .describe("'none' declares that it holds no personal data of its own and is not searched; say why in reason."),
  reason: text.optional().describe('Why it holds no personal data.'),
  key: z
    .array(column)
    .min(1)
    .optional()
    .describe('The columns (not the fields) that identify a row; by default the primary key. Needed for views.'),
  fields: z
    .record(
      name,
      fieldSchema.nullable().transform((field) => field ?? fieldSchema.parse({})),
    )
    .default({})
    .describe('What each column holds. A column that is not named here is delivered too, and reported as unclassified.'),
  references: z.record(name, referenceSchema).default({}).describe('How its rows refer to rows of other collections.'),
  gaps: z.array(text).default([]).describe('What is known to be missing from it, in words: printed in the ledger.'),
});

/**
 * A data map: which fields of a source identify a person, what each field holds, and how its collections belong together.
 * Written as YAML, reviewed by a person, read by {@link parseDataMap}.
 */
export const dataMapSchema = z.strictObject({
  dataMap: z.literal(1).describe('The version of this format.'),
  title: texts.optional().describe('What the source is, in words.'),
  unmapped: z
    .record(z.string().min(1), text)
    .default({})
    .describe('Tables that exist and are left out on purpose, each with the reason.'),
  collections: z
    .record(name, collectionSchema)
    .describe('The tables and views to be searched, by the names they are given in archives.'),
});

/** See {@link dataMapSchema}. */
export type DataMap = z.output<typeof dataMapSchema>;
/** One collection of a {@link DataMap}. */
export type DataMapCollection = DataMap['collections'][string];
/** One field of a {@link DataMapCollection}. */
export type DataMapField = DataMapCollection['fields'][string];
/** One reference of a {@link DataMapCollection}. */
export type DataMapReference = DataMapCollection['references'][string];
