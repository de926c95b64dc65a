import { describe, expect, it } from '@jest/globals';
import { ConnectorError } from '@habeas/connector-sdk';
import { openDiscovery } from '../discovery/open-discovery.js';
import type { Findings } from '../findings/findings.js';
import { ASSOCIATION, TICKETS } from '../testing/association.js';
import { type FakeCollection, type FakeQuirk, type FakeScript, fakeSource, fixedRandom, ManualClock } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import { consume, discoverEverything } from '../testing/run-discovery.js';

const LOST = new ConnectorError('transient', 'Connection lost.');
const DENIED = new ConnectorError('permission', 'Not yours to read.');
const OWNED = ['crm/order 10', 'crm/order 12', 'crm/order 13', 'crm/order 14'];

const orders = (...quirks: readonly FakeQuirk[]): FakeScript => ({
  ...ASSOCIATION,
  collections: { ...ASSOCIATION.collections, order: { ...(ASSOCIATION.collections['order'] as FakeCollection), quirks } },
});

async function findingsOf(...scripts: readonly FakeScript[]): Promise<Findings> {
  const subject = subjectOf('email:ann@example.org');
  const run = openDiscovery({ sources: scripts.map(fakeSource), subject, clock: new ManualClock(), random: fixedRandom() });
  return (await run.discover()).read();
}

describe('read', () => {
  it('delivers collections in the order of sources and names, whoever is first', async () => {
    const second = { ...ASSOCIATION, id: 'b-crm' };
    const first = { ...ASSOCIATION, id: 'a-crm' };
    const { records } = await consume(await findingsOf(second, first));
    expect(records).toEqual([...records].sort());
    expect(records.filter((record) => record.startsWith('a-crm'))).toHaveLength(7);
  });

  it('knows matches and decisions before anything is read', async () => {
    const findings = await findingsOf(ASSOCIATION);
    expect(findings.matches().map(({ recordId, decision }) => [recordId, decision])).toEqual([['1', 'included']]);
  });

  it.each([0, 1, 2, 3])('delivers every record once when the source fails after %d items', async (after) => {
    for (const checkpointEvery of [0, 1, 2]) {
      const faults = [{ at: 'records', collection: 'order', after, error: LOST }] as const;
      const source = fakeSource({ ...ASSOCIATION, batchSize: 1, checkpointEvery, faults });
      const { records, entry } = await discoverEverything({ sources: [source] });
      expect(records.filter((record) => record.includes('order'))).toEqual(OWNED);
      expect(entry('crm/order')).toMatchObject({ outcome: 'complete', attempts: 2, records: 4 });
    }
  });

  it.each<[string, number, ConnectorError, string]>([
    ['refuses at once', 0, DENIED, 'denied!'],
    ['refuses after a batch', 2, DENIED, 'partial!'],
    ['fails for good', 2, LOST, 'partial!'],
  ])('says what became of a collection whose source %s, without throwing', async (_, after, error, outcome) => {
    const source = fakeSource({ ...ASSOCIATION, faults: [{ at: 'records', collection: 'order', after, error, times: 9 }] });
    const { outcomes, entry, records } = await discoverEverything({ sources: [source] });
    expect([outcomes['crm/order'], entry('crm/order').records]).toEqual([outcome, after]);
    expect(records).toContain('crm/member 1');
  });

  it.each<[FakeQuirk, string, number]>([
    ['no-done', 'partial!', 4],
    ['wrong-count', 'partial!', 4],
    ['wrong-items', 'failed!', 0],
  ])('holds a source to its contract: %s', async (quirk, outcome, count) => {
    const { outcomes, entry } = await discoverEverything({ sources: [fakeSource(orders(quirk))] });
    expect([outcomes['crm/order'], entry('crm/order').records, entry('crm/order').problem?.errorClass]).toEqual([
      outcome,
      count,
      'contract',
    ]);
  });

  it.each<FakeQuirk>(['reorders', 'shrinks'])('notices a source that %s after a fault', async (quirk) => {
    const faults = [{ at: 'records', collection: 'order', after: 2, error: LOST }] as const;
    const { entry } = await discoverEverything({ sources: [fakeSource({ ...orders(quirk), checkpointEvery: 0, faults })] });
    expect(entry('crm/order')).toMatchObject({ outcome: 'partial', records: 2, problem: { errorClass: 'contract' } });
  });

  it.each([1, 5])(
    'drops and counts somebody else’s rows, and holds the collection for failed (batches of %d)',
    async (batchSize) => {
      const { entry, records } = await discoverEverything({ sources: [fakeSource({ ...orders('foreign'), batchSize })] });
      expect(records.filter((record) => record.includes('order'))).toEqual(OWNED);
      expect(entry('crm/order')).toMatchObject({
        outcome: 'failed',
        blocking: true,
        dropped: 1,
        records: 4,
        problem: { errorClass: 'contract' },
      });
    },
  );

  it('delivers the files of a collection after its records, and resumes among them', async () => {
    const source = fakeSource({ ...ASSOCIATION, faults: [{ at: 'files', after: 1, error: LOST }] });
    const { files, entry } = await discoverEverything({ sources: [source] });
    const texts: string[] = [];
    for (const file of files) {
      const chunks: Uint8Array[] = [];
      for await (const chunk of file.open()) chunks.push(chunk);
      texts.push(Buffer.concat(chunks).toString());
    }
    expect(texts).toEqual(['line 100', 'line 102']);
    expect(entry('crm/line')).toMatchObject({ outcome: 'complete', records: 2, files: 2, attempts: 2 });
  });

  it('says that files are missing', async () => {
    const source = fakeSource({ ...ASSOCIATION, faults: [{ at: 'files', after: 1, error: DENIED }] });
    const { entry } = await discoverEverything({ sources: [source] });
    expect(entry('crm/line')).toMatchObject({ outcome: 'partial', records: 2, files: 1, problem: { errorClass: 'permission' } });
  });

  it('holds a source to its contract that delivers records where files are due', async () => {
    const line = { ...(ASSOCIATION.collections['line'] as FakeCollection), quirks: ['wrong-items'] as const };
    const source = fakeSource({ ...ASSOCIATION, collections: { ...ASSOCIATION.collections, line } });
    const { entry, files } = await discoverEverything({ sources: [source] });
    expect(files).toEqual([]);
    expect(entry('crm/line')).toMatchObject({ outcome: 'failed', problem: { errorClass: 'contract' } });
  });

  it('throws where a file breaks off, so that nobody takes half of it for the whole, and says so', async () => {
    const findings = await findingsOf({ ...ASSOCIATION, faults: [{ at: 'bytes', error: LOST }] });
    const failures: unknown[] = [];
    for await (const each of findings.collections()) {
      for await (const _ of each.records()) continue;
      for await (const file of each.files()) {
        const bytes = (async () => {
          for await (const _ of file.open()) continue;
        })();
        await bytes.catch((error: unknown) => failures.push(error));
      }
    }
    expect(failures).toEqual([LOST]);
    expect(findings.account().ledger[0]).toMatchObject({
      collection: 'line',
      outcome: 'partial',
      problem: { errorClass: 'transient' },
    });
  });

  it('says that what nobody consumed was not read', async () => {
    const findings = await findingsOf(ASSOCIATION);
    for await (const { collection, records } of withBound(findings))
      if (collection === 'line') for await (const _ of records()) continue;
    expect(findings.account().ledger.map(({ collection, outcome, records }) => [collection, outcome, records])).toEqual([
      ['line', 'partial', 2],
      ['member', 'skipped', 0],
      ['order', 'skipped', 0],
    ]);
  });

  it('stops everything and closes the sessions when its consumer leaves', async () => {
    const source = fakeSource({ ...ASSOCIATION, collectionsAtOnce: 1 });
    const run = openDiscovery({ sources: [source], subject: subjectOf('email:ann@example.org'), clock: new ManualClock() });
    const findings = (await run.discover()).read();
    for await (const _ of findings.collections()) break;
    expect(source.openSessions()).toBe(0);
    expect(findings.account().complete).toBe(false);
  });

  describe('with several collections at once', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const member = ASSOCIATION.collections['member'] as FakeCollection;
    const one: FakeCollection = { rows: [{ id: 1, member: 1 }], owner: { collection: 'member', field: 'member' } };

    /** How many reads had begun after each collection was consumed. */
    async function begunReads(child: FakeCollection): Promise<readonly number[]> {
      const collections = { member, ...Object.fromEntries(names.map((name) => [name, child])) };
      const source = fakeSource({ id: 'crm', collections, collectionsAtOnce: 2, batchSize: 1 });
      const run = openDiscovery({ sources: [source], subject: subjectOf('email:ann@example.org'), clock: new ManualClock() });
      const begun: number[] = [];
      for await (const each of (await run.discover()).read().collections()) {
        for await (const _ of each.records()) continue;
        await new Promise((resolve) => setImmediate(resolve));
        begun.push(source.calls.filter((call) => call.startsWith('records')).length);
      }
      return begun;
    }

    it('has as many under way as the source allows', async () => {
      const note = 'x'.repeat(100_000);
      const many = { ...one, rows: Array.from({ length: 10 }, (_, id) => ({ id, member: 1, note })) };
      expect(await begunReads(many)).toEqual([3, 4, 5, 6, 6, 6]);
    });

    it('goes on to the next when one was read, though nobody has consumed it', async () => {
      expect(await begunReads(one)).toEqual([6, 6, 6, 6, 6, 6]);
    });

    it('goes on when the files of one were read too, though nobody has opened them', async () => {
      const filed = { ...one, rows: [{ id: 1, member: 1, scan: 'text' }], file: 'scan' };
      expect(await begunReads(filed)).toEqual([6, 6, 6, 6, 6, 6]);
    });

    it('begins no further one while files of one are large and wait to be opened', async () => {
      const scan = 'x'.repeat(300_000);
      const filed = { ...one, rows: [1, 2, 3].map((id) => ({ id, member: 1, scan })), file: 'scan' };
      expect(await begunReads(filed)).toEqual([2, 3, 4, 5, 6, 6]);
    });

    it('begins no further one after an abort', async () => {
      const stop = new AbortController();
      const source = fakeSource({ id: 'crm', collections: { member, a: one, b: one, c: one }, collectionsAtOnce: 1 });
      const subject = subjectOf('email:ann@example.org');
      const run = openDiscovery({ sources: [source], subject, clock: new ManualClock(), signal: stop.signal });
      const consumed = (await run.discover()).read().collections()[Symbol.asyncIterator]();
      await consumed.next();
      stop.abort();
      await new Promise((resolve) => setImmediate(resolve));
      expect(source.calls.filter((call) => call.startsWith('records'))).toHaveLength(1);
      await consumed.return?.();
    });
  });

  it('hands over a large collection batch by batch, also after a fault', async () => {
    const rows = Array.from({ length: 1_000 }, (_, id) => ({ id, member: 1 }));
    const order: FakeCollection = { rows, owner: { collection: 'member', field: 'member' } };
    const member = ASSOCIATION.collections['member'] as FakeCollection;
    const seen: number[] = [];
    const source = fakeSource({
      id: 'crm',
      collections: { member, order },
      batchSize: 10,
      faults: [{ at: 'records', collection: 'order', after: 30, error: LOST }],
    });
    const found = await discoverEverything({
      sources: [source],
      onProgress: (event) => {
        if (event.type === 'read-progress') seen.push(event.records);
      },
    });
    expect(found.entry('crm/order').records).toBe(1_000);
    expect(seen).toHaveLength(101);
  });

  it('leaves out collections to which no included match leads', async () => {
    const found: string[] = [];
    const findings = await findingsOf(ASSOCIATION, TICKETS);
    for await (const { source, collection } of findings.collections()) found.push(`${source.id}/${collection.name}`);
    expect(found).toEqual(['crm/line', 'crm/member', 'crm/order']);
  });
});

async function* withBound(
  findings: Findings,
): AsyncGenerator<{ collection: string; records: () => AsyncIterable<unknown> }, void, undefined> {
  for await (const each of findings.collections()) yield { collection: each.collection.name, records: () => each.records() };
}
