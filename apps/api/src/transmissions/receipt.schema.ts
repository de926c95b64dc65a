import { z } from 'zod';

/** What an installation answers that has taken an archive: that one, or what is newer, says more. */
export const receiptSchema = z.object({
  transmission: z.object({
    bytes: z.int().min(0),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/u)
      .describe('Of the archive as it arrived, lower-case hexadecimal.'),
  }),
});
