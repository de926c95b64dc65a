import { createHash } from 'node:crypto';
import type { TrailHashing } from '@habeas/core';
import { canonicalJson } from './canonical-json.js';

/** How entries of the trail are chained: SHA-256 over canonical JSON (RFC 8785). */
export const TRAIL_HASHING: TrailHashing = {
  canonicalJson,
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
};
