import { type FoundFile, type JsonObject, recordId, Secret } from '@habeas/connector-sdk';
import { type Account, createSubject, openDiscovery, type SourceBinding } from '@habeas/core';
import { recordText, type GivenIdentifier, type PersonOfInterest } from '../world/truth.js';

/** What a search came back with, records named as the truth names them. */
export interface Found {
  /** Everything that was read, by `recordText`. */
  readonly records: ReadonlyMap<string, JsonObject>;
  /** The size of every file that was read, by its id. */
  readonly files: ReadonlyMap<string, number>;
  /** The matches that wait for a human, by `recordText`. */
  readonly queued: ReadonlySet<string>;
  readonly account: Account;
}

/** How a search differs from the truth. All empty: it is right. */
export interface Difference {
  readonly missing: readonly string[];
  readonly foreign: readonly string[];
  readonly notQueued: readonly string[];
  readonly queuedInVain: readonly string[];
  /** Collections that stand in the way of a complete answer for another reason than a match that waits. */
  readonly unfinished: readonly string[];
}

/** Searches through core's discovery, and reads all it includes. What is given counts as verified. */
export async function search(bindings: readonly SourceBinding[], given: readonly GivenIdentifier[]): Promise<Found> {
  const subject = createSubject(
    given.map(({ value, ...rest }) => ({ ...rest, value: new Secret(value), verified: true })),
    { phoneRegion: 'FR' },
  );
  const discovery = await openDiscovery({ sources: bindings, subject }).discover();
  const findings = discovery.read();
  const records = new Map<string, JsonObject>();
  const files = new Map<string, number>();
  for await (const found of findings.collections()) {
    const place = { source: found.source.id, collection: found.collection.name };
    for await (const batch of found.records())
      for (const { key, data } of batch) records.set(recordText({ ...place, recordId: recordId(key) }), data);
    for await (const file of found.files()) files.set(file.id, await sizeOf(file));
  }
  return { records, files, queued: new Set(discovery.queued.map(recordText)), account: findings.account() };
}

async function sizeOf(file: FoundFile): Promise<number> {
  let size = 0;
  for await (const chunk of file.open()) size += chunk.length;
  return size;
}

/** Compares a search with the truth about the person. */
export function compare(found: Found, { truth }: PersonOfInterest): Difference {
  const included = new Set(truth.included.map(recordText));
  const queued = new Set(truth.queued.map(recordText));
  return {
    missing: [...included].filter((text) => !found.records.has(text)),
    foreign: [...found.records.keys()].filter((text) => !included.has(text)),
    notQueued: [...queued].filter((text) => !found.queued.has(text)),
    queuedInVain: [...found.queued].filter((text) => !queued.has(text)),
    unfinished: found.account.ledger
      .filter(({ blocking, outcome }) => blocking && outcome !== 'complete' && outcome !== 'empty')
      .map(({ source, collection, outcome, problem, reason }) =>
        [`${source.id}.${collection}`, outcome, problem?.message ?? reason?.message].join(' '),
      ),
  };
}

/** What {@link compare} gives for a search that is right. */
export const NO_DIFFERENCE: Difference = { missing: [], foreign: [], notQueued: [], queuedInVain: [], unfinished: [] };
