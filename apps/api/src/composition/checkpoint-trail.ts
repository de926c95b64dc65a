import { createHash } from 'node:crypto';
import type { NoteSignerKey } from '@habeas/vault';
import type { CheckpointSettings } from '../config/checkpoint-config.js';
import type { Checkpoints, StoredCheckpoint } from '../persistence/index.js';
import { type CheckpointPlace, directoryPlace, s3Place } from './checkpoint-places.js';

/** What checkpoints are made with. */
export interface CheckpointDesk {
  readonly checkpoints: Checkpoints;
  readonly signer: NoteSignerKey;
  readonly settings: CheckpointSettings;
}

/** The places outside that are configured. */
export function placesOf({ directory, s3 }: CheckpointSettings): readonly CheckpointPlace[] {
  return [...(directory === undefined ? [] : [directoryPlace(directory)]), ...(s3 === undefined ? [] : [s3Place(s3)])];
}

/**
 * Signs a checkpoint where one is due, then brings every place outside up to the last one. A place that cannot be reached keeps
 * none of the others waiting, and gets later what it has missed. Rejects with what failed first.
 */
export async function checkpointTrail(
  { checkpoints, signer, settings }: CheckpointDesk,
  places: readonly CheckpointPlace[],
): Promise<void> {
  await checkpoints.make(signer, { entries: settings.entries, everyMs: settings.everySeconds * 1_000 });
  const results = await Promise.allSettled(places.map((place) => bringUp(checkpoints, place, signer.verifier.id)));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}

async function bringUp(checkpoints: Checkpoints, place: CheckpointPlace, keyId: string): Promise<void> {
  for await (const checkpoint of checkpoints.after(await checkpoints.reached(place.id))) {
    await place.put(fileOf(checkpoint, keyId), checkpoint.note);
    await checkpoints.noteReached(place.id, checkpoint.size);
  }
}

/** In the order of time, and never the same for different notes: a trail that was rewritten leaves both its histories outside. */
function fileOf({ size, note }: StoredCheckpoint, keyId: string): string {
  const digest = createHash('sha256').update(note).digest('hex').slice(0, 8);
  return `${String(size).padStart(12, '0')}-${keyId}-${digest}.checkpoint`;
}
