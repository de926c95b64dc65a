import type { IdentifierAccount } from '../findings/findings.js';
import { requireFreshProof } from '../staff/principal.js';
import type { Desk, Viewer } from './desk.js';
import { notFound } from './refused.js';
import { openCaseFile } from './sealed-files.js';

/**
 * By what a person was searched, as it was given or found, for whoever has to see which address a record led to. Each look is in the trail
 * before. Throws `Refused` with `NOT_FOUND`, with `WRONG_STATE` where its personal data was destroyed, and with `STEP_UP_REQUIRED` without a
 * fresh proof of the person (security R30, R31).
 */
export async function lookAtIdentifiers(desk: Desk, viewer: Viewer, id: string): Promise<readonly IdentifierAccount[]> {
  const request = await desk.store.transact(async ({ requests, now }) => {
    const found = await requests.get(viewer.controller, id);
    if (found === undefined) throw notFound('request');
    requireFreshProof(viewer, now);
    return found;
  });
  const { identifiers } = await openCaseFile(desk.vault, request);
  await desk.store.transact(({ audit }) =>
    audit.add({
      id: desk.ids.next('aud'),
      controller: viewer.controller,
      actor: viewer.actor,
      action: 'identifier.read',
      object: { type: 'request', id },
      outcome: 'done',
      details: { identifiers: identifiers.length },
    }),
  );
  return identifiers;
}
