import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { toIdentifier } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { pathToFileURL } from 'node:url';
import { readCassette } from '../../src/cassette/cassette.js';
import { ledgerOf } from '../../src/cassette/ledger.js';
import { recordCassette } from '../../src/cassette/record.js';
import { NotInCassette, replay } from '../../src/cassette/replay.js';
import type { Manifest } from '../../src/index.js';
import { describeReplay } from '../../src/testing/index.js';
import { Bench } from '../../src/testing/conformance/bench.js';
import { readScenario } from '../../src/testing/conformance/scenario.js';
import { allSought } from '../../src/testing/conformance/subjects.js';
import { refusal } from '../../src/testing/fake-vendor/fault.js';
import { ANN, NEAR_MISSES, person, REGION, type Person } from '../../src/testing/world/people.js';
import { VENDORS } from '../vendors/vendors.js';

type Name = keyof typeof VENDORS;
const NAMES = Object.keys(VENDORS) as readonly Name[];

const open: Bench[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((bench) => bench.close()));
});

async function benchOf(name: Name): Promise<Bench> {
  const bench = await Bench.start(readScenario(VENDORS[name]));
  open.push(bench);
  bench.vendor.quirks.strangeMembers = true;
  return bench;
}

/** Records the search for somebody at a vendor. */
function record(bench: Bench, whom: Person = ANN, manifest = bench.manifest): Promise<string> {
  const { clock } = bench;
  const context = { source: 'conformance', signal: new AbortController().signal, phoneRegion: REGION, clock, random: () => 0.5 };
  const config = bench.connector.config.parse(bench.config);
  return bench.run(() => recordCassette({ manifest, config, identifiers: allSought(bench, whom), context }));
}

describe('a recording', () => {
  it.each(NAMES)('of %s is replayed with the same ledger, asks for all that was asked for, and names nobody', async (name) => {
    const bench = await benchOf(name);
    // Of what is owned, more than one page
    const owned = Object.entries(bench.manifest.collections).filter(([, { of }]) => Object.keys(of).length > 0);
    bench.hold([{ person: ANN, counts: Object.fromEntries(owned.map(([each]) => [each, 7])) }]);
    const text = await record(bench);
    const cassette = readCassette(text, 'ann.cassette.yaml');
    const { session, identifiers, unasked } = replay(bench.manifest, cassette);
    const ledger = await ledgerOf(session, identifiers);
    expect(ledger).toEqual(cassette.ledger);
    expect(unasked()).toEqual([]);
    expect(Object.values(ledger).reduce((sum, { records }) => sum + records, 0)).toBeGreaterThan(0);
    for (const real of [ANN.email, ANN.phone.slice(1), ANN.given, ANN.family, ANN.md5, 'secret-token'])
      expect(text).not.toContain(real);
    expect(text).not.toContain('nobody knows');
  });

  const word = fc.stringMatching(/^[a-z]{9,14}$/u);
  it.each(NAMES)('of %s holds nothing of whoever it is of, and no credential', async (name) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(word, { minLength: 4, maxLength: 4 }),
        async ([local = '', given = '', family = '', id = '']) => {
          const bench = await benchOf(name);
          const whom = person({ email: `${local}@${id}.example`, given, family, id });
          bench.hold([{ person: whom }, ...NEAR_MISSES.map((each) => ({ person: each }))]);
          const text = await record(bench, whom);
          const planted = [local, given, family, id, whom.phone.slice(1), whom.md5, ...Object.values(bench.scenario.secrets)];
          expect(planted.filter((each) => text.toLowerCase().includes(each))).toEqual([]);
          await Promise.all(open.splice(0).map((each) => each.close()));
        },
      ),
      { numRuns: 6 },
    );
  });

  it('is of somebody who is searched by what the source knows: a name is none of that', async () => {
    const bench = await benchOf('shop');
    const config = bench.connector.config.parse(bench.config);
    const name = toIdentifier('name', 'Ann Given');
    const context = { source: 'conformance', signal: new AbortController().signal, clock: bench.clock };
    const recording = { manifest: bench.manifest, config, identifiers: name === undefined ? [] : [name], context };
    await expect(bench.run(() => recordCassette(recording))).rejects.toThrow('A recording searches by e-mail addresses');
  });

  it('of somebody whom the source does not know has requests, and no records', async () => {
    const bench = await benchOf('shop');
    bench.hold([{ person: ANN }]);
    const config = bench.connector.config.parse(bench.config);
    const absent = toIdentifier('email', 'absent@example.org');
    const context = { source: 'conformance', signal: new AbortController().signal, clock: bench.clock };
    const recording = { manifest: bench.manifest, config, identifiers: absent === undefined ? [] : [absent], context };
    const cassette = readCassette(await bench.run(() => recordCassette(recording)), 'cassette');
    expect(Object.values(cassette.ledger).map(({ records }) => records)).toEqual([0, 0, 0]);
    expect(cassette.exchanges.length).toBeGreaterThan(0);
  });

  it('keeps what a vendor refused, and waits for nothing when it is replayed', async () => {
    const bench = await benchOf('club');
    bench.vendor.fail(({ route }) => (route === 'collections.address.of.member' ? refusal(403) : undefined));
    const cassette = readCassette(await record(bench), 'cassette');
    expect(cassette.ledger['address']).toMatchObject({ read: 'permission' });
    expect(cassette.exchanges.filter(({ status }) => status === 403)).not.toEqual([]);
  });

  it('keeps the last answer of a request that had to be tried again', async () => {
    const bench = await benchOf('shop');
    bench.vendor.failNext([refusal(429, { 'retry-after': '1' }), refusal(500)]);
    const cassette = readCassette(await record(bench), 'cassette');
    expect(cassette.exchanges.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
  });

  it('is not made where the vendor does not answer', async () => {
    const bench = await benchOf('shop');
    bench.vendor.fail(({ route }) => (route === 'token' ? undefined : refusal(500)));
    await expect(record(bench)).rejects.toMatchObject({ errorClass: 'transient' });
  });

  it('is not made where the scrubbed replies do not come to the same', async () => {
    const bench = await benchOf('club');
    bench.hold([{ person: ANN, counts: { document: 2 } }]);
    const { document, ...others } = bench.manifest.collections;
    // Two documents that only differ in what the manifest does not describe
    const digested = { key: ['digest'], set: { digest: '${digest}' }, fields: { sort: document!.fields['sort']! }, files: {} };
    const collections = { ...others, document: { ...document!, ...digested } };
    await expect(record(bench, ANN, { ...bench.manifest, collections })).rejects.toThrow(
      'The recording does not come to what the search came to',
    );
  });
});

describe('a manifest that has changed since', () => {
  const changed = async (change: (manifest: Manifest) => Manifest): Promise<unknown> => {
    const bench = await benchOf('shop');
    const cassette = readCassette(await record(bench), 'cassette');
    const { session, identifiers, unasked } = replay(change(bench.manifest), cassette);
    await ledgerOf(session, identifiers);
    return unasked();
  };
  const withVisits = (manifest: Manifest, change: object): Manifest => {
    const { visit } = manifest.collections;
    return { ...manifest, collections: { ...manifest.collections, visit: { ...visit!, ...change } } };
  };

  it('is noticed where it asks for something else', async () => {
    const paginate = { type: 'page', to: 'number', first: 1, most: 10, size: { to: 'per_page', is: 10 } } as const;
    const asking = changed((manifest) => {
      const [find] = manifest.collections['visit']?.find ?? [];
      return withVisits(manifest, { find: [{ ...find!, paginate }] });
    });
    await expect(asking).rejects.toThrow(NotInCassette);
    await expect(asking).rejects.toThrow('visit.find: GET /v1/visits?per_page=10&number=1');
  });

  it('is noticed where it asks for less', async () => {
    expect(await changed((manifest) => withVisits(manifest, { of: {} }))).toContainEqual(
      expect.stringMatching(/^visit of charge: GET \/v1\/charges\/[^/]+\/visits\?/u),
    );
  });
});

const folder = mkdtempSync(join(tmpdir(), 'habeas-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = join(folder, 'nobody.yaml');
writeFileSync(
  file,
  `cassette: 1
connector: test-shop
version: 0.1.0
at: 2026-01-01T00:00:00.000Z
config: {}
searched: []
ledger:
${['customer', 'charge', 'visit'].map((name) => `  ${name}: { matches: 0, dropped: 0, records: 0 }\n`).join('')}`,
);
describe('the replay of a cassette in a test', () => {
  describeReplay({ manifest: VENDORS.shop.manifest, cassette: pathToFileURL(file) });
});
