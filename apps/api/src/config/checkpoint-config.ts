import { resolve, sep } from 'node:path';
import { InvalidInputError } from '@habeas/connector-sdk';
import { isNoteName } from '@habeas/vault';
import { z } from 'zod';
import { type S3Config, s3Config, s3Schema } from './s3-config.js';

/** How often the trail is sealed by a checkpoint, and where checkpoints go (security R82). */
export const checkpointSchema = z.strictObject({
  origin: z
    .string()
    .refine(isNoteName, 'a name without spaces and plus signs, such as privacy.example.org/trail')
    .optional()
    .describe('What the trail is called in its checkpoints; counts when its key is made, and never changes.'),
  directory: z.string().min(1).optional().describe('A folder that exists, on another machine at best.'),
  s3: s3Schema.optional().describe('A prefix of a bucket that the service may add to and not change.'),
  entries: z.int().min(1).max(100_000).default(1_000).describe('A checkpoint after so many entries at the latest.'),
  everySeconds: z.number().min(0.1).max(86_400).default(300).describe('A checkpoint after so long at the latest.'),
});

/** See {@link checkpointSchema}. Paths are absolute. */
export interface CheckpointSettings {
  readonly origin: string;
  readonly directory?: string;
  readonly s3?: S3Config;
  readonly entries: number;
  readonly everySeconds: number;
}

/** What checkpoints are configured to, below the folder of `service.yaml`. Refuses a folder among the data that it is to guard. */
export function checkpointSettings(
  { origin, directory, s3, entries, everySeconds }: z.output<typeof checkpointSchema>,
  { file, base, data, publicUrl }: { file: string; base: string; data: string; publicUrl: string | undefined },
): CheckpointSettings {
  const folder = directory === undefined ? undefined : resolve(base, directory);
  if (folder !== undefined && `${folder}${sep}`.startsWith(`${data}${sep}`)) {
    const what = 'it lies within the data, and whoever can rewrite the trail could rewrite it, too';
    throw new InvalidInputError([
      { file, path: 'checkpoints.directory', what, remedy: 'name a folder elsewhere, on another machine at best' },
    ]);
  }
  const host = publicUrl === undefined ? 'localhost' : new URL(publicUrl).host;
  return {
    ...{ entries, everySeconds, origin: origin ?? `${host}/habeas/trail` },
    ...(folder === undefined ? {} : { directory: folder }),
    ...(s3 === undefined ? {} : { s3: s3Config(s3) }),
  };
}
