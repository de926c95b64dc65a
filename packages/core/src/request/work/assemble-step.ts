import type { JsonObject } from '@habeas/connector-sdk';
import { noteForwards } from '../../duty/note-forwards.js';
import { newShortCode } from '../../delivery/short-code.js';
import { releaseByItself } from '../../delivery/deliver.js';
import { answerMaterial } from '../../heir/answer-material.js';
import { gateNow } from '../../proof/gate-now.js';
import { askForContact } from '../../identity/contact-codes.js';
import type { Commit, StepContext } from '../../work/step-context.js';
import { systemActor } from '../../work/worker.js';
import { happen } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import { keyOf } from '../sealed-files.js';

/** Makes the archive of the evidence, in one pass, and stores it sealed: nothing of it is ever on a disk in clear. */
export async function assembleStep(context: StepContext): Promise<Commit> {
  const { desk, request, signal, claim } = context;
  const draft = desk.archives.make(request, await answerMaterial(desk, request), signal);
  const blob = `archive/${String(request.rounds)}-${String(claim.fence)}`;
  await desk.vault.put(keyOf(request), blob, draft.content);
  signal.throwIfAborted();
  const code = request.contacts?.isNew === true ? await newShortCode(desk.delivery.crypto) : undefined;
  const { bytes, sha256, records, files, complete, disclosure } = draft.result();
  return async (transaction, current) => {
    const viewer = { actor: systemActor(claim.worker), controller: current.controller };
    const fields = {
      archive: { blob, bytes, sha256, records, files },
      complete,
      ...(disclosure === undefined ? {} : { disclosure }),
    };
    const assembled = await happen(
      transaction,
      current,
      { event: 'assembled', viewer, desk },
      { fields, details: { complete, records, files, ...gateOf({ ...current, ...fields }) } },
    );
    const noted = await noteForwards(transaction, assembled, { desk, viewer });
    await releaseByItself(transaction, noted, { desk, viewer });
    if (code !== undefined) await askForContact(transaction, noted, { desk, code });
  };
}

/** For the trail: whether the gate would open, and at what it stopped. */
function gateOf(assembled: DataRequest): JsonObject {
  const gate = gateNow(assembled);
  if (gate === undefined) return {};
  return { gate: gate.release === 'automatic' ? [] : gate.reasons.map(({ code }) => code) };
}
