import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { InvalidInputError, Secret } from '@habeas/connector-sdk';
import { z } from 'zod';
import type { RedisSettings } from '../dispatch/redis-link.js';

/** Where steps are told. The message says nothing of the value: a password is in it. */
export const redisUrl = z
  .string()
  .refine(isRedisUrl, 'a URL is meant: rediss://ACCOUNT:PASSWORD@HOST:PORT, or redis:// within one machine')
  .describe('Work is told to workers through this Redis or Valkey, with BullMQ; without it, each worker looks by itself.');

/** How work is dispatched. */
export const dispatchSchema = z
  .strictObject({
    prefix: z
      .string()
      .regex(/^[\w{}-]{1,40}$/u, 'a prefix has letters, digits, hyphens and underscores, 40 at most')
      .default('habeas')
      .describe('What every key in Redis begins with: another one for each installation.'),
    reconcileSeconds: z.number().min(0.1).max(60).default(15).describe('How often all that is due is told again.'),
    caFile: z.string().min(1).optional().describe('The authority of the certificate of Redis, where it is not a public one.'),
  })
  .prefault({});

/** The server behind a URL. Throws `InvalidInputError` where the authority cannot be read. */
export function redisSettings(
  url: string,
  caFile: string | undefined,
  { file, base }: { readonly file: string; readonly base: string },
): RedisSettings {
  if (caFile === undefined) return { url: new Secret(url) };
  try {
    return { url: new Secret(url), ca: readFileSync(resolve(base, caFile), 'utf8') };
  } catch {
    throw new InvalidInputError([
      {
        file,
        path: 'dispatch.caFile',
        what: 'it cannot be read',
        remedy: 'check the path, and whether this account may read it',
      },
    ]);
  }
}

function isRedisUrl(text: string): boolean {
  return URL.canParse(text) && ['redis:', 'rediss:'].includes(new URL(text).protocol) && new URL(text).hostname !== '';
}
