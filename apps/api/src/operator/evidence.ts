import { open } from 'node:fs/promises';
import { InvalidInputError } from '@habeas/connector-sdk';
import type { DataRequest, Viewer } from '@habeas/core';
import { clocksOf } from '../composition/clocks-of.js';
import { openKeys } from '../composition/open-keys.js';
import { randomIds } from '../composition/random-ids.js';
import { openBlobs } from '../composition/service.js';
import type { ServiceConfig } from '../config/service-config.js';
import { type EvidenceDesk, exportBundle } from '../evidence/export-bundle.js';
import { type DurableStore, StoreRefused } from '../persistence/index.js';
import { KeyVault } from '../vault/key-vault.js';
import { configOf, type Operation, required, WELL, withStore } from './operation.js';

/** `evidence`: the evidence bundle of one request, into a new file (LOG-05). In the trail it is the operator's. */
export const writeEvidence: Operation = async (desk) => {
  const { options, say } = desk;
  const controller = required('controller', options.controller);
  const reference = required('reference', options.reference);
  const out = required('out', options.out);
  const config = configOf(desk);
  if (!config.controllers.has(controller)) throw unknown('--controller', 'no such controller is configured');
  return withStore(config.store, async (store) => {
    const evidence = await evidenceDesk(config, store);
    const viewer: Viewer = { actor: { kind: 'system', id: 'operator' }, controller };
    const request = await requestOf(store, { controller, reference });
    const { text, content } = await exportBundle(evidence, viewer, request.id, { withReasons: false });
    await writeNew(out, text);
    say(`${out}: ${String(content.entries.length)} entries of the trail, signed with ${evidence.trailKey.verifier.id}`);
    return WELL;
  });
};

async function evidenceDesk(config: ServiceConfig, store: DurableStore): Promise<EvidenceDesk> {
  const { keys, trailKey } = await openKeys(config, store);
  const desk = {
    store,
    vault: new KeyVault(keys, await openBlobs(config)),
    ids: randomIds,
    clocks: clocksOf(config.controllers),
    sources: { phoneRegionOf: (id: string) => config.controllers.get(id)?.phoneRegion },
  };
  return { desk, store, keys, trailKey, config };
}

async function requestOf(
  store: DurableStore,
  { controller, reference }: Pick<DataRequest, 'controller' | 'reference'>,
): Promise<DataRequest> {
  const found = await store.transact(({ requests }) => requests.byReference(controller, reference));
  if (found === undefined) throw unknown('--reference', 'this controller has no such request');
  return found;
}

/** For its owner only, and never in the place of another. */
async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new StoreRefused('The file of the bundle exists already. Name a new one.');
  });
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}

function unknown(file: string, what: string): InvalidInputError {
  return new InvalidInputError([{ file, what, remedy: 'see service.yaml, and the inbox of the controller' }]);
}
