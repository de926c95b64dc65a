import type { DataRequest } from '../request/data-request.js';
import type { Viewer } from '../request/desk.js';
import { type GroundedRefusal, refuseOnGround } from '../request/grounded-refusal.js';
import type { WorkDesk } from '../work/step-context.js';

/** A refusal with a ground that holds for any request. */
export const UNFOUNDED = {
  reason: 'You asked for no data.',
  claimed: { ground: 'manifestly_unfounded', evidence: 'The letter asks Ann to vote.' },
} as const satisfies GroundedRefusal;

/** Refuses a request as manifestly unfounded, by somebody who has just proved that it is them. */
export function refuseUnfounded(desk: WorkDesk, viewer: Viewer, id: string): Promise<DataRequest> {
  return refuseOnGround(desk, { ...viewer, steppedUpAt: desk.clock.now() }, id, UNFOUNDED);
}
