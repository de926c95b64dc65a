import { z } from 'zod';
import { jobSchema } from './job-schema.js';
import { paginationSchema } from './pagination-schema.js';
import { questionShape } from './question-schema.js';

/** Keys that every request has. */
export const requestShape = {
  ...questionShape,
  records: z
    .string()
    .min(1)
    .default('.')
    .describe('Where the records stand in a reply: results, or . for the whole of it (a list, or one record).'),
  paginate: z
    .union([z.literal('none'), paginationSchema])
    .optional()
    .describe("How the list comes in pages: by default the manifest's own, none for one reply."),
  on: z
    .partialRecord(z.enum(['400', '404', '410', '422']), z.literal('empty'))
    .default({})
    .describe('Statuses that mean that there is nothing, and no fault: { 404: empty }.'),
  job: jobSchema
    .optional()
    .describe('The vendor takes the request as a job: how it is waited for, and where the records then are.'),
};

/** One request. */
export const requestSchema = z.strictObject(requestShape);

/** A request for many keys at once. */
export const batchSchema = z.strictObject({
  size: z.int().min(1).describe('Keys in one request, at most: ${keys} in it.'),
  ...requestShape,
});

/** How records are asked for by their keys. */
export const keyedReadSchema = z.union([z.strictObject({ each: requestSchema }), z.strictObject({ batch: batchSchema })]);

/** See {@link requestSchema}. */
export type RequestSpec = z.output<typeof requestSchema>;
/** What of a request is sent. */
export type Question = Pick<RequestSpec, 'get' | 'post' | 'query' | 'headers' | 'body'>;
