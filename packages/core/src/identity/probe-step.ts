import { openSubjectFile } from '../request/sealed-files.js';
import type { Commit, StepContext } from '../work/step-context.js';
import { systemActor } from '../work/worker.js';
import { drawContactCodes, endProbe } from './contact-codes.js';
import { probeContacts } from './probe-contacts.js';

/** Looks for the contacts on record of whoever asks, and writes a code to each of them: nobody waits for it on a page. */
export async function probeStep({ desk, request, signal, claim }: StepContext): Promise<Commit> {
  const { identifiers } = await openSubjectFile(desk.vault, request);
  const probe = await probeContacts(desk, request, identifiers, signal);
  const codes = await drawContactCodes(desk.delivery.crypto);
  const viewer = { actor: systemActor(claim.worker), controller: request.controller };
  return (transaction, current) => endProbe(transaction, current, { desk, viewer, probe, codes });
}
