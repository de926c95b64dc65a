import type { DueStep } from '@habeas/core';
import { z } from 'zod';

/** All that Redis holds of a step: its id, in a format with a number (security R10). */
export const hintSchema = z.strictObject({ stepId: z.string().min(1).max(64), v: z.literal(1) });

/** See {@link hintSchema}. */
export type Hint = z.output<typeof hintSchema>;

/** The one name of every job. */
export const JOB_NAME = 'step';

/** The queue, below the prefix of the installation. */
export const QUEUE_NAME = 'steps';

/** Of the ledger's own retries BullMQ knows nothing (security F1), and what is over leaves nothing behind. */
const JOB_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** A job of BullMQ that is nothing but a hint. The same claim of the same step is the same job: told twice, it is there once. */
export interface HintJob {
  readonly name: typeof JOB_NAME;
  readonly data: Hint;
  readonly opts: typeof JOB_OPTIONS & { readonly jobId: string };
}

export function hintJob({ id, fence }: Pick<DueStep, 'id' | 'fence'>): HintJob {
  return { name: JOB_NAME, data: { stepId: id, v: 1 }, opts: { ...JOB_OPTIONS, jobId: `${id}.${String(fence)}` } };
}
