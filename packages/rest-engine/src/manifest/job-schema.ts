import { z } from 'zod';
import { durationSchema } from '../duration.js';
import { place } from './pagination-schema.js';
import { questionShape } from './question-schema.js';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const oneOrSeveral = z.union([scalar.transform((one) => [one]), z.array(scalar).min(1)]);
/** What has a meaning of its own is no way of saying "not yet". */
const SPOKEN_FOR: readonly number[] = [200, 401, 403, 429];
const later = z
  .int()
  .min(100)
  .max(599)
  .refine((status) => !SPOKEN_FOR.includes(status), `a status that means something else: ${SPOKEN_FOR.join(', ')}`);

const stepSchema = z.strictObject({
  at: place
    .optional()
    .describe('In place of a request: where the reply before holds the address to ask. It is bound by the same origins.'),
  ...questionShape,
});

/** A request that the vendor only takes: it is asked whether it is done, for so long, and then for the records. */
export const jobSchema = z.strictObject({
  id: place.optional().describe('Where the reply to the request holds the id of the job: ${job} in what follows.'),
  poll: stepSchema.describe('How it is asked whether the job is done. Without a result, its last answer holds the records.'),
  state: place.optional().describe('Where that answer says how far the job is.'),
  done: oneOrSeveral.optional().describe('What stands there when it is done: a value, or one of several.'),
  failed: oneOrSeveral
    .optional()
    .describe('What stands there when the vendor could not do it. Anything else means that it is not done yet.'),
  later: z
    .union([later.transform((one) => [one]), z.array(later).min(1)])
    .default([])
    .describe('Statuses of the answer that mean that it is not done yet: 202, 409.'),
  every: durationSchema
    .prefault('5s')
    .describe('The pause before it is asked; a Retry-After of the answer before stands in place of it.'),
  most: durationSchema
    .prefault('10m')
    .describe('The longest that it is waited for. Then it is a fault, and never nothing found.'),
  polls: z.int().min(1).default(200).describe('How often it is asked at most, with the same end.'),
  result: stepSchema.optional().describe('How the records are asked for when it is done, where the answer does not hold them.'),
});

/** See {@link jobSchema}. Times are in milliseconds. */
export type JobSpec = z.output<typeof jobSchema>;
/** One request of a job, or where its address stands. */
export type JobStep = z.output<typeof stepSchema>;
