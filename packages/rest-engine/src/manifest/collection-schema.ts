import { IDENTIFIER_KINDS, texts } from '@habeas/connector-sdk';
import { z } from 'zod';
import { restFieldSchema } from './field-schema.js';
import { batchSchema, keyedReadSchema, requestSchema, requestShape } from './request-schema.js';
import { contextSchema } from './shared-schema.js';

const listings = z
  .union([z.string().transform((one) => [one]), z.array(z.string()).min(1)])
  .default([])
  .describe('The listings to go through: the request is made for each item, which ${name.field} names.');

const findSchema = z.strictObject({
  by: z.enum(IDENTIFIER_KINDS).describe('The kind of identifier that ${id} stands for.'),
  namespace: z.string().optional().describe("For kind id: the name of the manifest's namespace that issued it."),
  field: z.string().describe('The field that it finds it by.'),
  mode: z
    .enum(['exact', 'index', 'scan'])
    .describe(
      'exact: one key, one answer. index: a search of the vendor. scan: everything is read, since the vendor has no way to ask.',
    ),
  owner: z
    .record(
      z.string(),
      z.union([
        z.string(),
        z.strictObject({ endOf: z.string().describe("Where the owner's address stands: its last part counts.") }),
      ]),
    )
    .optional()
    .describe("The record identifies its owner: the owner's key fields, each with the path in this record. A hit leads up."),
  alone: z
    .boolean()
    .default(false)
    .describe('A record may have no owner, and then stands for the person itself. Without it, one that names none is a fault.'),
  brief: z
    .boolean()
    .default(false)
    .describe('Its list shows records in brief: a hit without the identifier is read by its key, and looked at again.'),
  strangers: z
    .int()
    .min(0)
    .default(10)
    .describe('Hits that may be of others. More of them, and the vendor has ignored the filter: the search has failed.'),
  for: listings,
  ...requestShape,
});

const fetchSchema = z
  .strictObject({
    key: z.string().describe("Where in a listed item its record's key stands: toObjectId. ${item} is that key."),
    each: requestSchema.optional().describe('A request for each.'),
    batch: batchSchema.optional().describe('A request for many: ${keys}.'),
  })
  .refine(({ each, batch }) => (each === undefined) !== (batch === undefined), 'give either each or batch');

const ownedSchema = z.strictObject({
  by: z.string().optional().describe('What the reference is called. By default the name of the owner.'),
  fetch: fetchSchema.optional().describe('The list holds keys only: how the records are fetched.'),
  exclusive: z.boolean().default(false).describe('A record has one owner, so that the lists of two owners have none in common.'),
  for: listings,
  ...requestShape,
});

const propertiesSchema = z.strictObject({
  ...requestShape,
  name: z.string().describe('Where in a listed property its name stands.'),
  chunk: z.int().min(1).default(100).describe('Names in one request, at most: ${properties} in the requests of the collection.'),
});

const fileSchema = z.strictObject({
  ...requestShape,
  name: z.string().optional().describe("Where in the record the file's name stands."),
  mediaType: z.string().optional(),
  size: z.string().optional().describe('Where in the record its size in bytes stands.'),
  title: texts.optional(),
});

/** One kind of record that a vendor has. */
export const restCollectionSchema = z.strictObject({
  like: z
    .string()
    .optional()
    .describe('The template that it has all from that it does not say itself; ${collection} is its own name there.'),
  with: z.record(z.string(), z.string()).default({}).describe('What further names stand for in that template: { entity: Call }.'),
  title: texts.optional(),
  description: texts.optional(),
  nature: z.enum(['own', 'consultation-log']).default('own'),
  key: z.array(z.string()).min(1).describe('The fields that tell its records apart.'),
  record: z.string().optional().describe('Where in a listed item the record stands, if it is wrapped.'),
  lift: z.array(z.string()).default([]).describe('Groups in a record whose members become fields of their own: properties.'),
  set: z
    .record(z.string(), z.string())
    .default({})
    .describe(
      'Fields that the vendor does not send: { list_id: "${lists.id}" }. ${digest} stands for all that a record holds, where nothing else tells it apart.',
    ),
  fields: z
    .record(
      z.string(),
      restFieldSchema.nullable().transform((field) => field ?? restFieldSchema.parse({})),
    )
    .describe('What each field holds. What is not named here is delivered too, in one field, and reported as unclassified.'),
  properties: propertiesSchema.optional().describe('The vendor sends only properties that are named: how to list them all.'),
  find: z.array(findSchema).default([]).describe('How the vendor is asked for a person.'),
  read: keyedReadSchema
    .optional()
    .describe('How records are asked for by their keys: ${key.id}, or ${keys}. Needed where there is a find.'),
  of: z
    .record(z.string(), ownedSchema)
    .default({})
    .describe('The collections whose records own records of this one, each with the list of one owner: ${parent.id}.'),
  context: contextSchema.describe('The shared things that its records refer to, by what the reference is called.'),
  files: z.record(z.string(), fileSchema).default({}).describe('Files of a record, by the field they are given.'),
  scopes: z.array(z.string()).default([]).describe('What the vendor calls the rights it takes.'),
  gaps: z.array(z.string()).default([]).describe('What is known to be missing, in words: printed in the ledger.'),
});

/** See {@link restCollectionSchema}. */
export type RestCollection = z.output<typeof restCollectionSchema>;
/** One way a collection can be asked for a person. */
export type Find = RestCollection['find'][number];
/** The list of one owner. */
export type Owned = RestCollection['of'][string];
/** How listed keys become records. */
export type Fetch = NonNullable<Owned['fetch']>;
