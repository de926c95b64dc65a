import { Secret } from '@habeas/connector-sdk';
import { standingArchive } from '../request/given-answer.js';
import { keyOf } from '../request/sealed-files.js';
import type { Commit, StepContext } from '../work/step-context.js';
import { PACK_KEY, passphraseField } from './choose-packing.js';
import type { ChosenPacking } from './delivery.js';

/** Below which name locked archives lie. */
const PACKED = 'packed';

/**
 * Locks a released archive as it was chosen to be, once, and stores it sealed beside the plain one: so its bytes stay the same for as long
 * as somebody fetches them, piece by piece. What was locked before goes first, also by an attempt whose worker was lost; what nobody waits for
 * any more goes at once. With the end of the step the passphrase is forgotten.
 */
export async function packStep(context: StepContext): Promise<Commit> {
  const { desk, request, claim, signal } = context;
  const id = claim.step.key.slice(PACK_KEY.length);
  const chosen = await chosenOf(context, id);
  const archive = standingArchive(request);
  const key = keyOf(request);
  if (chosen === undefined) await desk.vault.remove(key, `${PACKED}/${id}-`);
  if (chosen?.passphrase === undefined || chosen.packing === 'zip' || archive === undefined) return () => Promise.resolve();
  const passphrase = new Secret(await desk.vault.open(key, passphraseField(id), chosen.passphrase));
  const name = `export-${request.reference}.zip`;
  const how = { lock: chosen.packing, passphrase, name, bytes: archive.bytes, modifiedAt: request.receivedAt };
  await desk.vault.remove(key, PACKED);
  const locked = desk.locker.lock(desk.vault.read(key, archive.blob), how);
  // Of one length: none is the beginning of another
  const blob = `${PACKED}/${id}-${String(claim.fence).padStart(6, '0')}`;
  await desk.vault.put(key, blob, locked.content);
  if (signal.aborted || (await chosenOf(context, id)) === undefined) await desk.vault.remove(key, blob);
  signal.throwIfAborted();
  const file = { blob, ...locked.result() };
  return async ({ deliveries }) => {
    const delivery = await deliveries.lock(request.controller, request.id);
    if (delivery?.packing?.id !== id) return;
    const { passphrase: _, ...packing } = delivery.packing;
    await deliveries.change({ ...delivery, packing: { ...packing, file } });
  };
}

/** What was chosen, as long as nothing else was chosen since. */
async function chosenOf({ desk, request }: StepContext, id: string): Promise<ChosenPacking | undefined> {
  const delivery = await desk.store.transact(({ deliveries }) => deliveries.get(request.controller, request.id));
  return delivery?.packing?.id === id ? delivery.packing : undefined;
}
