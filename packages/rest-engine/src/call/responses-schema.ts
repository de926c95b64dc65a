import { z } from 'zod';
import { durationSchema } from '../duration.js';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const status = z.int().min(100).max(599);

const ruleSchema = z
  .strictObject({
    status: z.union([status.transform((one) => [one]), z.array(status).min(1)]).describe('The status it is about, or several.'),
    at: z
      .string()
      .min(1)
      .optional()
      .describe(
        'A path in the JSON of the body (0.errorCode, errors[].code): the rule holds where something other than null stands there.',
      ),
    is: z
      .union([scalar.transform((one) => [one]), z.array(scalar).min(1)])
      .optional()
      .describe('What has to stand there: a value, or one of several.'),
    exists: z.boolean().optional().describe('false: nothing, or null, may stand there.'),
    json: z.boolean().optional().describe('false: the body may not be JSON; true: it has to be.'),
    means: z
      .enum(['auth', 'permission', 'not-found', 'throttle', 'quota', 'transient', 'contract', 'empty'])
      .describe('What it means: a class of errors, or empty where it says that there is nothing.'),
  })
  .refine(({ at, is, exists }) => at !== undefined || (is === undefined && exists === undefined), '`is` and `exists` need `at`')
  .refine(({ is, exists }) => is === undefined || exists !== false, '`is` needs something that exists');

const waitSchema = z.strictObject({
  header: z.string().min(1).describe('The header that says when to come back: X-RateLimit-Reset.'),
  holds: z
    .enum(['seconds', 'milliseconds', 'epoch-seconds', 'epoch-milliseconds', 'date'])
    .describe('What stands in it: a span from now, a moment since 1970, or a date.'),
});

/** What a vendor's replies mean, where that is not what their status says. */
export const responsesSchema = z
  .strictObject({
    rules: z.array(ruleSchema).default([]).describe('The first that holds decides; then what the status means everywhere.'),
    wait: z.array(waitSchema).default([]).describe('Where replies say how long to wait, beside Retry-After.'),
    most: durationSchema
      .prefault('5m')
      .describe('The longest that one request waits in all before its collection ends as throttled.'),
    tries: z.int().min(1).max(20).default(5).describe('How often a request is tried whose fault may be gone the next time.'),
  })
  .prefault({})
  .describe('What replies mean, where that is not what their status says.');

/** See {@link responsesSchema}. Times are in milliseconds. */
export type Responses = z.output<typeof responsesSchema>;
/** One rule of {@link Responses}. */
export type ResponseRule = Responses['rules'][number];
