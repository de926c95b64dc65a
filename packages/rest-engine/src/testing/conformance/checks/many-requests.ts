import assert from 'node:assert/strict';
import type { Identifier } from '@habeas/connector-sdk';
import { locate, read } from '@habeas/connector-sdk/testing';
import { ANN, crowd } from '../../world/people.js';
import { requestsOf } from '../../../manifest/request-faults.js';
import type { Bench } from '../bench.js';
import { rootsOf } from '../observe.js';
import { identifierFor, searchesOf, sought } from '../subjects.js';

/** How much is to be asked for. */
export interface ManyRequests {
  /** The limits' scope that has to be used; any without one. */
  readonly scope: string | undefined;
  /** Requests that are enough, of their cost. */
  readonly enough: number;
  /** Sessions that ask beside each other. */
  readonly lanes?: number;
  readonly source: string;
}

/** Has sessions of one source ask for so much that its limits are reached. */
export async function sendMany(bench: Bench, { scope, enough, lanes = 8, source }: ManyRequests): Promise<void> {
  const cost = (): number =>
    bench.vendor.seen.reduce((sum, each) => sum + (scope === undefined || each.scope === scope ? each.cost : 0), 0);
  const isEnough = (): boolean => cost() >= enough;
  // A limit for searches alone is used up by nothing else
  const isSearched = scope !== undefined && searchesOf(bench.manifest).some(({ find }) => find.scope === scope);
  const counting = countingReads(bench, scope);
  const identifiers = nobodies(bench, Math.min(enough, 400));
  bench.hold([{ person: ANN }]);
  const sessions = await Promise.all(Array.from({ length: lanes }, () => bench.open({ source })));
  const roots = await rootsOf(bench, sessions[0]!, ANN);
  await bench.run(() =>
    Promise.all(
      sessions.map(async (session) => {
        for (let round = 0; round < 2000 && !isEnough(); round += 1) {
          await locate(session, [identifiers[round % identifiers.length]!]);
          for (const collection of isSearched ? [] : counting) {
            if (!isEnough()) await read(session, { collection, roots, want: 'records' });
          }
        }
      }),
    ),
  );
  assert.ok(cost() >= enough, `only ${cost()} requests count toward the limit${scope === undefined ? '' : ` "${scope}"`}`);
}

/** The collections whose reads count toward a limit. */
function countingReads({ manifest }: Bench, scope: string | undefined): readonly string[] {
  const counted = requestsOf(manifest).filter(({ spec }) => scope === undefined || spec.scope === scope);
  const names = new Set(counted.flatMap(({ path: [section, name] }) => (section === 'collections' ? [String(name)] : [])));
  return Object.keys(manifest.collections).filter((name) => names.has(name));
}

/** Identifiers of people whom the vendor does not know. */
function nobodies(bench: Bench, count: number): readonly Identifier[] {
  const people = crowd(count);
  bench.hold(people.map((person) => ({ person })));
  const [by] = searchesOf(bench.manifest);
  return people.flatMap((person) => {
    const identifier = by === undefined ? undefined : (sought(bench, by, person) ?? identifierFor(by, person.email));
    return identifier === undefined ? [] : [identifier];
  });
}
