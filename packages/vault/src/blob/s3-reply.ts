import { VaultError } from '../vault-error.js';
import { missing, unavailable } from './blob-fault.js';

const NO_SPACE = new Set(['QuotaExceeded', 'EntityTooLarge', 'XMinioStorageFull', 'InsufficientStorage']);

/** The length a reply gives, or `blob-unavailable` where it gives none. */
export function sizeOf(contentLength: number | undefined): number {
  if (contentLength === undefined) throw unavailable('the storage does not say how long a blob is');
  return contentLength;
}

/** Whether there is nothing under the key. A missing bucket is a fault, not an answer. */
export function isMissing(error: unknown): boolean {
  return statusOf(error) === 404 && nameOf(error) !== 'NoSuchBucket';
}

/** Whether a conditional write found the key taken, or about to be. */
export function isTaken(error: unknown): boolean {
  return statusOf(error) === 412 || nameOf(error) === 'ConditionalRequestConflict';
}

/** A failed request as what the store promises to throw. */
export function faultOfS3(error: unknown): VaultError {
  if (error instanceof VaultError) return error;
  if (isMissing(error)) return missing();
  if (statusOf(error) === 416) return new VaultError('blob-range', 'the blob has no such bytes');
  if (NO_SPACE.has(nameOf(error))) return new VaultError('blob-full', 'there is no space left for the blob', { cause: error });
  return unavailable('the storage of the blobs refused or did not answer', error);
}

function statusOf(error: unknown): number | undefined {
  const { $metadata } = fieldsOf(error);
  const { httpStatusCode } = fieldsOf($metadata);
  return typeof httpStatusCode === 'number' ? httpStatusCode : undefined;
}

function nameOf(error: unknown): string {
  const { name } = fieldsOf(error);
  return typeof name === 'string' ? name : '';
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
