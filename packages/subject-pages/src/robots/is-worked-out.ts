import { createHash } from 'node:crypto';
import type { AskChallenge } from '../view/ask-view.js';

/**
 * Whether a browser has worked out a challenge: SHA-256 of `challenge:answer` begins with enough zero bits. That the challenge is
 * one of ours, still young and not used twice is for who signed it to say.
 */
export function isWorkedOut({ value, bits }: Pick<AskChallenge, 'value' | 'bits'>, answer: string): boolean {
  if (!/^\d{1,10}$/u.test(answer)) return false;
  const hash = createHash('sha256').update(`${value}:${answer}`).digest();
  return Math.clz32(hash.readUInt32BE(0)) >= bits;
}
