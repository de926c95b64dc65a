import { requireFreshProof } from '../staff/principal.js';
import type { SubjectFile } from './data-request.js';
import type { Desk, Viewer } from './desk.js';
import { notFound } from './refused.js';
import { openSubjectFile } from './sealed-files.js';

/**
 * What the requester gave and wrote, for whoever decides what of it is proved: for whom they ask, by what they are searched, how each of it
 * was proved. Each look is in the trail before. Throws `Refused` with `NOT_FOUND`, with `WRONG_STATE` where its personal data was destroyed,
 * and with `STEP_UP_REQUIRED` without a fresh proof of the person (security R30, R31).
 */
export async function lookAtAsked(desk: Desk, viewer: Viewer, id: string): Promise<SubjectFile> {
  const request = await desk.store.transact(async ({ requests, audit, now }) => {
    const found = await requests.get(viewer.controller, id);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    await audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'asked.read',
      object: { type: 'request', id },
      outcome: 'done',
      details: { state: found.state },
    });
    return found;
  });
  return openSubjectFile(desk.vault, request);
}
