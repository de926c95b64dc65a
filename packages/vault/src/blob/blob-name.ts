import type { ByteRange } from '@habeas/core';
import { VaultError } from '../vault-error.js';

const SEGMENT = '[a-z0-9_][a-z0-9_.-]{0,199}';
const NAME = new RegExp(`^${SEGMENT}(?:/${SEGMENT})*$`);
const NAME_LENGTH = 512;

/** Gives a lawful name back, and refuses any other with `blob-name`: none leaves the store's folder. */
export function lawfulName(name: string): string {
  if (name.length <= NAME_LENGTH && NAME.test(name)) return name;
  throw new VaultError('blob-name', 'a blob name has segments of a-z, 0-9, "_", "." and "-" only');
}

/** The range itself, or `blob-range` where a blob of that size does not have it. */
export function lawfulRange(range: ByteRange, size: number): ByteRange {
  const { start, end } = range;
  if (Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start <= end && end <= size) return range;
  throw new VaultError('blob-range', 'the blob has no such bytes');
}
