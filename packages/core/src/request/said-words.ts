import { Refused } from './refused.js';
import { saysNoGround } from './says-no-ground.js';

/** What somebody wrote to show something, trimmed. Throws `Refused` with `INVALID_INPUT` where it names no ground of the law (OUT-03). */
export function saidWords(words: string, what: string): string {
  if (!saysNoGround(words)) return words.trim();
  const excluded = 'Effort, volume, no motive, tone, a dispute, an earlier abuse or "confidential" are no ground.';
  throw new Refused('INVALID_INPUT', `It is not said ${what}.`, excluded);
}
