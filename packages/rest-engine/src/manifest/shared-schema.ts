import { fieldSchema, texts } from '@habeas/connector-sdk';
import { z } from 'zod';
import { restFieldSchema } from './field-schema.js';
import { keyedReadSchema } from './request-schema.js';

const name = z.string().regex(/^[^.]+$/u, 'a name holds no dot');

const sharedFieldSchema = fieldSchema
  .pick({ type: true, title: true, description: true, category: true, origin: true, codes: true })
  .extend({
    at: z.string().min(1).optional().describe('Where in the thing it stands, if not under its own name: name.text.'),
    epoch: restFieldSchema.shape.epoch,
  });

/** A kind of thing that the records of many people refer to: events, products, lists. */
export const sharedSchema = z.strictObject({
  title: texts.optional(),
  key: z.array(z.string()).min(1).describe('The fields that tell its things apart.'),
  record: z.string().optional().describe('Where in a reply the thing stands, if it is wrapped.'),
  fields: z
    .record(
      name,
      sharedFieldSchema.nullable().transform((field) => field ?? sharedFieldSchema.parse({})),
    )
    .describe('What describes it. Nothing else of it is ever kept.'),
  read: keyedReadSchema.describe('How things are asked for by their keys: ${key.id}, or ${keys}.'),
  scopes: z.array(z.string()).default([]).describe('What the vendor calls the rights it takes.'),
});

/** How records refer to shared things, which are shown and never followed back to other people. */
export const contextSchema = z
  .record(
    name,
    z.strictObject({
      to: z.string().describe('The kind of shared thing it refers to.'),
      on: z
        .record(z.string(), z.string())
        .refine((pairs) => Object.keys(pairs).length > 0, 'it names no fields')
        .describe('Paths in a record, each with the key field of the thing that stands there: { event_id: id }.'),
      show: z.array(z.string()).min(1).describe("The thing's fields that are shown with the record, as reference.field."),
    }),
  )
  .default({});

/** See {@link sharedSchema}. */
export type Shared = z.output<typeof sharedSchema>;
/** What a shared thing is described by. */
export type SharedField = Shared['fields'][string];
