import { DEFAULT_LIMIT_SETTINGS } from '@habeas/core';
import { z } from 'zod';

const { mailsPerHour, mailsPerDay, requestsPerHour } = DEFAULT_LIMIT_SETTINGS;

/** How often somebody is written to whom nobody knows to have asked, and how often it is asked from one network. */
export const limitsSchema = z
  .strictObject({
    mailsPerHour: z.int().min(1).max(1_000).default(mailsPerHour).describe('Codes and notices to one mailbox within an hour.'),
    mailsPerDay: z.int().min(1).max(10_000).default(mailsPerDay).describe('The same within a day.'),
    requestsPerHour: z
      .int()
      .min(1)
      .max(100_000)
      .default(requestsPerHour)
      .describe('Requests that are made on the pages from one network within an hour.'),
  })
  .prefault({});
