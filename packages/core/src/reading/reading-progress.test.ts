import { describe, expect, it } from '@jest/globals';
import type { CarriageNote, Item, ReadRequest, Session } from '@habeas/connector-sdk';
import type { Discovery } from '../discovery/discovery.js';
import { openDiscovery } from '../discovery/open-discovery.js';
import type { SourceBinding } from '../discovery/source.js';
import type { Findings } from '../findings/findings.js';
import { ASSOCIATION } from '../testing/association.js';
import { type FakeCollection, fakeSource, fixedRandom, ManualClock } from '../testing/index.js';
import { subjectOf } from '../testing/match-builder.js';
import type { ReadingProgress } from './reading-progress.js';

describe('a reading that goes on', () => {
  it('delivers nothing of what has ended, and counts it', async () => {
    const subject = subjectOf('email:ann@example.org');
    const discover = async (): Promise<Discovery> =>
      openDiscovery({ sources: [fakeSource(ASSOCIATION)], subject, clock: new ManualClock(), random: fixedRandom() }).discover();
    const first = (await discover()).read();
    const progress = new Map<string, ReadingProgress>();
    for await (const found of first.collections()) {
      for await (const batch of found.records()) expect(batch.length).toBeGreaterThan(0);
      for await (const file of found.files()) expect(file.id).not.toBe('');
      progress.set(found.collection.name, found.progress());
    }
    const nothing: ReadingProgress = { records: 0, files: 0, foreign: 0, notes: [], ended: ['records'] };
    const second = (await discover()).read((_, collection) => (collection === 'order' ? nothing : progress.get(collection)));
    for await (const found of second.collections()) {
      for await (const batch of found.records()) throw new Error(`${String(batch.length)} records came twice.`);
      for await (const file of found.files()) throw new Error(`${file.id} came twice.`);
    }
    const counts = (findings: Findings): readonly (readonly unknown[])[] =>
      findings.account().ledger.map(({ collection, outcome, records, files }) => [collection, outcome, records, files]);
    expect(counts(second)).toEqual(counts(first).map((line) => (line[0] === 'order' ? ['order', 'empty', 0, 0] : line)));
  });

  it('counts what its consumer has taken, though all was read ahead', async () => {
    const notes = [{ field: 'photo', kind: 'too-large', count: 1 }] as const;
    const rows = [1, 2, 3].map((id) => ({ id, member: 1, scan: `scan ${String(id)}` }));
    const line: FakeCollection = { rows, file: 'scan', owner: { collection: 'member', field: 'member' } };
    const collections = { line, member: ASSOCIATION.collections['member'] as FakeCollection };
    const source = fakeSource({ id: 'crm', collections, batchSize: 1 });
    const noting: SourceBinding = { ...source, open: async (signal) => withNotes(await source.open(signal), notes) };
    const run = openDiscovery({ sources: [noting], subject: subjectOf('email:ann@example.org'), clock: new ManualClock() });
    const findings = (await run.discover()).read();
    expect.assertions(5);
    for await (const found of findings.collections()) {
      if (found.collection.name !== 'line') break;
      expect(found.progress()).toEqual({ records: 0, files: 0, foreign: 0, notes: [], ended: [] });
      const records = found.records()[Symbol.asyncIterator]();
      await records.next();
      await new Promise((resolve) => setImmediate(resolve));
      expect(source.calls).toContain('files line');
      expect(found.progress()).toMatchObject({ records: 1, files: 0, notes: [], ended: [], recordsAt: { beyond: 1 } });
      while ((await records.next()).done !== true) continue;
      expect(found.progress()).toMatchObject({ records: 3, files: 0, notes, ended: ['records'] });
      expect(found.progress()).not.toHaveProperty('filesAt');
    }
  });
});

function withNotes(session: Session, notes: readonly CarriageNote[]): Session {
  const read = async function* (request: ReadRequest): AsyncGenerator<Item, void, undefined> {
    for await (const item of session.read(request)) yield item.type === 'done' ? { ...item, notes } : item;
  };
  return {
    collections: session.collections,
    check: () => session.check(),
    locate: (query) => session.locate(query),
    read,
    close: () => session.close(),
  };
}
