import { recordId, Secret, type Outcome, type Problem } from '@habeas/connector-sdk';
import { createSubject, openDiscovery, type Findings, type LedgerEntry, type SourceBinding } from '@habeas/core';
import { Bench, SOURCE } from '../../src/testing/conformance/bench.js';
import { readScenario, type RestConformance } from '../../src/testing/conformance/scenario.js';
import { recordsOf } from '../../src/testing/conformance/subjects.js';
import { ANN, NEAR_MISSES, REGION, TWIN } from '../../src/testing/world/people.js';
import type { Holding } from '../../src/testing/world/world.js';
import { VENDORS } from '../vendors/vendors.js';
import { chanceOf, type Chance } from './chance.js';
import { weatherOf, type Weather } from './weather.js';

/** What a run of one seed came to. */
export interface FaultRun {
  readonly seed: number;
  readonly vendor: string;
  /** How often each kind of fault was met. */
  readonly met: Readonly<Record<string, number>>;
  readonly lasting: Weather['lasting'];
  readonly collections: readonly CollectionRun[];
  /** Whether the search says that it is everything. */
  readonly isComplete: boolean;
}

/** What was held of the person in one collection, what came, and what the ledger says of it. */
export interface CollectionRun {
  readonly collection: string;
  readonly held: readonly string[];
  readonly delivered: readonly string[];
  readonly outcome: Outcome | undefined;
  readonly problem: Problem | undefined;
  readonly blocking: boolean;
}

/** What is not as it is in every run. */
export interface FaultRunOptions {
  /** Without it the vendor does as it should. */
  readonly calm?: boolean;
  readonly connect?: NonNullable<RestConformance['connect']>;
}

/**
 * Searches one person at a vendor that fails as the seed says: through the engine, and through the discovery that the service
 * uses, with its own tries. No time passes but on the clock that all of them share.
 */
export async function faultRun(seed: number, { calm = false, connect }: FaultRunOptions = {}): Promise<FaultRun> {
  const chance = chanceOf(seed);
  const vendor = chance.pick('vendor', Object.keys(VENDORS) as [keyof typeof VENDORS]);
  const bench = await Bench.start(readScenario({ ...VENDORS[vendor], ...(connect === undefined ? {} : { connect }) }));
  try {
    bench.vendor.quirks.pageSize = chance.between('page size', 2, 5);
    bench.hold([holdingOf(chance, bench), ...[...NEAR_MISSES, TWIN].map((person) => ({ person }))]);
    const names = Object.keys(bench.manifest.collections) as [string, ...string[]];
    const weather = weatherOf(chance, bench.vendor, names);
    if (!calm) bench.vendor.fail(weather.script);
    const { delivered, findings } = await bench.run(() => searched(bench));
    const { ledger, complete } = findings.account();
    const collections = names.map((name) => collectionRun(bench, name, { delivered: delivered.get(name) ?? [], ledger }));
    const { lasting, met } = weather;
    return { seed, vendor, met: Object.fromEntries(met), lasting, collections, isComplete: complete };
  } finally {
    await bench.close();
  }
}

/** A person or two of their name, and some pages of what is theirs. */
function holdingOf(chance: Chance, { manifest }: Bench): Holding {
  const counts = Object.entries(manifest.collections).map(([name, { of }]) => {
    const isOwned = Object.keys(of).length > 0;
    return [name, isOwned ? chance.between(`records of ${name}`, 0, 9) : chance.between(`records of ${name}`, 1, 3)] as const;
  });
  return { person: ANN, counts: Object.fromEntries(counts) };
}

interface Searched {
  readonly delivered: ReadonlyMap<string, readonly string[]>;
  readonly findings: Findings;
}

async function searched(bench: Bench): Promise<Searched> {
  const { clock } = bench;
  const discovery = await openDiscovery({
    sources: [bindingOf(bench)],
    subject: createSubject([{ kind: 'email', value: new Secret(ANN.email), verified: true }]),
    clock: {
      now: () => new Date(clock.now()),
      // It never rejects: an end of the wait is all that it tells
      sleep: (milliseconds, signal) => clock.wait(milliseconds, signal).catch(() => undefined),
    },
    random: { next: () => 0.5 },
  }).discover();
  const findings = discovery.read();
  const delivered = new Map<string, string[]>();
  for await (const found of findings.collections()) {
    const ids: string[] = [];
    delivered.set(found.collection.name, ids);
    for await (const batch of found.records()) ids.push(...batch.map(({ key }) => recordId(key)));
    for await (const _file of found.files()) continue;
  }
  return { delivered, findings };
}

function bindingOf(bench: Bench): SourceBinding {
  const { id, version, title } = bench.manifest;
  return {
    description: { id: SOURCE, title, connector: { id, version } },
    phoneRegion: REGION,
    open: (signal) => bench.open({ signal }),
  };
}

function collectionRun(
  bench: Bench,
  collection: string,
  { delivered, ledger }: { readonly delivered: readonly string[]; readonly ledger: readonly LedgerEntry[] },
): CollectionRun {
  const entry = ledger.find((each) => each.collection === collection);
  return {
    collection,
    held: recordsOf(bench.world, collection, ANN).map(({ key }) => recordId(key)),
    delivered,
    outcome: entry?.outcome,
    problem: entry?.problem,
    blocking: entry?.blocking ?? true,
  };
}
