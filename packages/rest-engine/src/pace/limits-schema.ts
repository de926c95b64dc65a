import { z } from 'zod';
import { durationSchema } from '../duration.js';

const limitSchema = z
  .strictObject({
    rate: z
      .int()
      .min(1)
      .optional()
      .describe('How many requests (or how much of their cost together) may be sent within any span of `per`.'),
    per: durationSchema.optional().describe('The span that `rate` counts in: 500ms, 10s, 5m, 1h, 1d.'),
    concurrency: z.int().min(1).optional().describe('How many requests may be under way at once.'),
    scope: z
      .string()
      .min(1)
      .optional()
      .describe('The requests it counts, by the scope they name; without one, it counts all requests of the connector.'),
  })
  .refine(({ rate, per }) => (rate === undefined) === (per === undefined), '`rate` and `per` belong together')
  .refine(
    ({ rate, concurrency }) => rate !== undefined || concurrency !== undefined,
    'it limits nothing: give `rate` and `per`, or `concurrency`',
  );

/** What a vendor allows, as a manifest's list of limits; a request counts toward each limit without a scope, and those of its own. */
export const limitsSchema = z
  .array(limitSchema)
  .describe('How fast requests may be sent: { rate: 100, per: 10s }, { concurrency: 5 }, both with a scope.');

/** One entry of {@link limitsSchema}; times are in milliseconds. */
export type Limit = z.output<typeof limitSchema>;
