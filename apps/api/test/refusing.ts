import { accepted } from '../src/client/service-client.js';
import type { Officer } from '../src/demo/officer.js';

/** A ground that holds for any request. */
export const UNFOUNDED = {
  reason: 'You asked for no data.',
  ground: 'manifestly_unfounded',
  evidence: 'The letter asks for a room, and for nothing else.',
} as const;

/** Refuses a request as manifestly unfounded. */
export async function refuseUnfounded(officer: Officer, id: string): Promise<void> {
  const refuse = async () => (await officer.client.run('refuseOnGround', { id, refusal: UNFOUNDED })).refuseOnGround;
  accepted(await freshly(officer, refuse));
}

/** Does what needs a fresh proof; once more with one, where the last was too long ago. Each code works once, so that none is spent in vain. */
export async function freshly<Answer extends object>(officer: Officer, act: () => Promise<Answer>): Promise<Answer> {
  const answer = await act();
  if (!('code' in answer) || answer.code !== 'STEP_UP_REQUIRED') return answer;
  await officer.stepUp();
  return act();
}
