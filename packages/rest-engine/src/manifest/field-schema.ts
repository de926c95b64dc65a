import { fieldSchema, identifierSchema } from '@habeas/connector-sdk';
import { z } from 'zod';

/** What a manifest says of one field: what a data map says, and where an identifier stands inside it. */
export const restFieldSchema = fieldSchema.omit({ column: true, charset: true, identifier: true }).extend({
  identifier: identifierSchema.optional(),
  at: z
    .string()
    .min(1)
    .optional()
    .describe('Where in the value the identifier stands, for lists and groups: [].attendee_email. Everywhere, without it.'),
  epoch: z.enum(['seconds', 'milliseconds']).optional().describe('The value counts from 1970: it is carried as a timestamp.'),
});

/** See {@link restFieldSchema}. */
export type RestField = z.output<typeof restFieldSchema>;
