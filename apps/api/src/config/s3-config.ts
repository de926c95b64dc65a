import { Secret } from '@habeas/connector-sdk';
import { z } from 'zod';

/** A bucket of S3-compatible storage, as it is written in `service.yaml`. */
export const s3Schema = z
  .strictObject({
    bucket: z.string().min(1),
    prefix: z.string().optional(),
    region: z.string().min(1),
    endpoint: z.url().optional(),
    pathStyle: z.boolean().default(false),
    accessKeyId: z.string().min(1).optional(),
    secretAccessKey: z.string().min(1).optional(),
  })
  .refine(
    ({ accessKeyId, secretAccessKey }) => (accessKeyId === undefined) === (secretAccessKey === undefined),
    'accessKeyId and secretAccessKey belong together: give both, or neither for those of the machine',
  );

/** Where blobs go that several machines share. */
export interface S3Config {
  readonly bucket: string;
  readonly region: string;
  readonly pathStyle: boolean;
  readonly prefix?: string;
  readonly endpoint?: string;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: Secret<string> };
}

/** The same, with its secret put away. */
export function s3Config({
  accessKeyId,
  secretAccessKey,
  bucket,
  region,
  pathStyle,
  prefix,
  endpoint,
}: z.output<typeof s3Schema>): S3Config {
  const hasKeys = accessKeyId !== undefined && secretAccessKey !== undefined;
  return {
    bucket,
    region,
    pathStyle,
    ...(prefix === undefined ? {} : { prefix }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(hasKeys ? { credentials: { accessKeyId, secretAccessKey: new Secret(secretAccessKey) } } : {}),
  };
}
