import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@habeas/connector-sdk';
import {
  type BundleDesk,
  type BundleHouse,
  type BundleWish,
  entriesOf,
  gatherBundle,
  proofTermsOf,
  type Viewer,
} from '@habeas/core';
import { type BundleContent, type KeyService, type NoteSignerKey, openCheckpoint, printBundle } from '@habeas/vault';
import type { ServiceConfig } from '../config/service-config.js';
import { type DurableStore, proveEntries } from '../persistence/index.js';

/** What evidence bundles are made with. */
export interface EvidenceDesk {
  readonly desk: BundleDesk;
  readonly store: Pick<DurableStore, 'trail' | 'checkpoints'>;
  readonly keys: Pick<KeyService, 'blindIndexKey'>;
  readonly trailKey: NoteSignerKey;
  readonly config: Pick<ServiceConfig, 'controllers'>;
}

/** A bundle that was made: its file, and what is in it. */
export interface MadeBundle {
  readonly text: string;
  readonly content: BundleContent;
}

/** For how long an entry may wait for its place and its checkpoint, while another process has the turn. */
const TRIES = 100;
const EVERY_MS = 100;

/**
 * The evidence bundle of one request (LOG-05). That it was made is in the trail first, and is its last entry; the trail is chained and a
 * checkpoint signed until that entry is proved, too. Throws `Refused` as `gatherBundle` does.
 */
export async function exportBundle(
  evidence: EvidenceDesk,
  viewer: Viewer,
  id: string,
  { withReasons }: BundleWish,
): Promise<MadeBundle> {
  const { desk, store, trailKey } = evidence;
  const house = await houseOf(evidence, viewer.controller);
  const { facts, entry } = await gatherBundle(desk, viewer, id, { withReasons, house });
  const request = { controller: viewer.controller, id };
  const { note, size } = await covered(
    evidence,
    async () => (await entriesOf(desk.store, request)).find((each) => each.id === entry)?.sequence,
  );
  const places = (await entriesOf(desk.store, request)).flatMap(({ sequence }) => (sequence <= size ? [sequence] : []));
  const entries = await proveEntries(store, places, size);
  const content: BundleContent = { facts: plain(facts), checkpoint: note, entries };
  return { text: printBundle(content, trailKey), content };
}

async function houseOf({ config, keys }: EvidenceDesk, controller: string): Promise<BundleHouse> {
  const configured = config.controllers.get(controller);
  if (configured === undefined) throw new Error('A controller that is not configured.');
  const index = await keys.blindIndexKey(controller);
  return {
    name: configured.controller.name,
    terms: proofTermsOf(configured.register?.register),
    keyed: (identifier) => index.entryOf(identifier),
  };
}

/** The first checkpoint of this key that is about an entry, which is made where there is none. */
async function covered(
  { store: { trail, checkpoints }, trailKey }: EvidenceDesk,
  placeOf: () => Promise<number | undefined>,
): Promise<{ readonly note: string; readonly size: number }> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    await trail.sequence();
    const [place, latest] = [await placeOf(), await checkpoints.latest()];
    const isOurs = latest !== undefined && openCheckpoint(latest.note, trailKey.verifier) !== undefined;
    if (place !== undefined && isOurs && latest.size >= place) return latest;
    if (place !== undefined) await checkpoints.make(trailKey, { entries: 1, everyMs: 0 });
    else await pause(EVERY_MS);
  }
  throw new Error('The trail is not being chained.');
}

/** As JSON has it: what is missing is not there. */
function plain(facts: object): JsonObject {
  return JSON.parse(JSON.stringify(facts)) as JsonObject;
}
