import type { JsonObject } from '@habeas/connector-sdk';
import { Refused } from '../request/refused.js';
import { type Proved, proofStanding } from './proof-standing.js';

/**
 * Throws `Refused` with `INCOMPLETE` where it is less sure who asks than it has to be, and no officer gives a reason to release nevertheless.
 * Gives what the trail says of it.
 */
export function requireProof(request: Proved, reason: string): JsonObject {
  const { required, reached, isEnough } = proofStanding(request);
  if (!isEnough && reason === '') {
    throw new Refused(
      'INCOMPLETE',
      `It is not sure enough who asks: ${reached ?? 'nothing'} is proved, and ${required} is needed.`,
      'Look at `request { proof }` for what would prove it, or give the reason to release it as it is.',
    );
  }
  return { proof: { required, reached: reached ?? null } };
}
