import { describe, expect, it } from '@jest/globals';
import type { CollectionSpec, FoundFile, SourceRecord } from '@habeas/connector-sdk';
import type { SourceDescription } from '../findings/findings.js';
import type { ReadingProgress, ResumableCollection } from '../reading/reading-progress.js';
import { ManualClock } from '../testing/index.js';
import { evidenceFindings } from './evidence-findings.js';
import { type EvidenceIndex, readIndex, writeIndex } from './evidence-index.js';
import { readLines } from './evidence-lines.js';
import { EvidenceWriter, type Segment } from './evidence-writer.js';
import type { EvidenceSegment } from './segment.js';

const source: SourceDescription = { id: 'crm', title: 'CRM', connector: { id: 'fake', version: '1' } };
const via = [{ root: { collection: 'member', recordId: '1' }, path: [] }];
const record = (id: number, text = ''): SourceRecord => ({ key: [id], data: { id, text }, via });
const file = (id: string, bytes: number): FoundFile => ({
  id,
  ...(id === 'a' ? { name: 'scan.png', mediaType: 'image/png' } : {}),
  key: [1],
  field: 'scan',
  bytes,
  async *open() {
    await Promise.resolve();
    yield Buffer.alloc(bytes, id);
  },
});

interface Kept {
  readonly segments: EvidenceSegment[];
  readonly blobs: Map<string, Uint8Array>;
  readonly progress: ReadingProgress[];
}

/** Writes a collection of these batches and files, and gives what was kept. */
async function written(
  batches: readonly (readonly SourceRecord[])[],
  files: readonly FoundFile[] = [],
  clock = new ManualClock(),
): Promise<Kept> {
  const kept: Kept = { segments: [], blobs: new Map(), progress: [] };
  const counts = { records: 0, files: 0 };
  const collection = { name: 'order', fields: [] } as unknown as ResumableCollection['collection'];
  const found: ResumableCollection = {
    source,
    collection,
    async *records() {
      for (const batch of batches) {
        await Promise.resolve();
        counts.records += batch.length;
        yield batch;
      }
    },
    async *files() {
      for (const each of files) {
        await Promise.resolve();
        counts.files += 1;
        yield each;
      }
    },
    progress: () => ({ ...counts, foreign: 0, notes: [], ended: [] }),
  };
  const commit = (segment: Segment | undefined, progress: ReadingProgress): Promise<void> => {
    kept.progress.push(progress);
    if (segment === undefined) return Promise.resolve();
    const { number, lines, records, files: many } = segment;
    const blob = `segment-${String(number)}`;
    kept.blobs.set(blob, Buffer.from(lines.join('')));
    const place = { controller: 'club', request: 'r', generation: 'g', source: 'crm', collection: 'order' };
    kept.segments.push({ ...place, number, blob, records, files: many });
    return Promise.resolve();
  };
  const keep = async (content: AsyncIterable<Uint8Array>): Promise<string> => {
    const parts: Uint8Array[] = [];
    for await (const part of content) parts.push(part);
    const name = `file-${String(kept.blobs.size)}`;
    kept.blobs.set(name, Buffer.concat(parts));
    return name;
  };
  await new EvidenceWriter(found, { clock, next: 1, commit, keep }).write(new AbortController().signal);
  return kept;
}

async function readBack({
  segments,
  blobs,
}: Kept): Promise<{ records: SourceRecord[]; files: Map<string, string>; batches: number[] }> {
  const account = { matches: [] } as unknown as EvidenceIndex['account'];
  const index = { account, collections: [{ source, collection: { name: 'order' } as never }] };
  const findings = evidenceFindings(index, segments, async function* (name) {
    await Promise.resolve();
    const bytes = blobs.get(name) ?? Buffer.alloc(0);
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
  });
  const result = { records: [] as SourceRecord[], files: new Map<string, string>(), batches: [] as number[] };
  for await (const found of findings.collections()) {
    for await (const batch of found.records()) {
      result.records.push(...batch);
      result.batches.push(batch.length);
    }
    for await (const each of found.files()) {
      const parts: Uint8Array[] = [];
      for await (const part of each.open()) parts.push(part);
      result.files.set(each.id, Buffer.concat(parts).toString());
    }
  }
  expect(findings.matches()).toEqual([]);
  expect(findings.account()).toBe(account);
  return result;
}

const many = (from: number, count: number): readonly SourceRecord[] =>
  Array.from({ length: count }, (_, index) => record(from + index));

describe('evidence', () => {
  it('comes back as it was found: records with their ways, small files and large ones, letters of any length', async () => {
    const found = [record(1, 'é\u2028\ud800'), record(2), { ...record(3), via: [...via, ...via] }];
    const kept = await written([found], [file('a', 3), file('b', 70_000), file('c', 0)]);
    const { records, files } = await readBack(kept);
    expect(records).toEqual(found);
    expect([files.get('a'), files.get('b')?.length, files.get('c')]).toEqual(['aaa', 70_000, '']);
    expect([...kept.blobs.keys()]).toContain('file-1');
  });

  it('holds a file whose size the source does not tell in a blob of its own', async () => {
    const { bytes: _unknown, ...unsized } = file('a', 3);
    const kept = await written([], [unsized]);
    expect((await readBack(kept)).files.get('a')).toBe('aaa');
    expect([...kept.blobs.keys()]).toContain('file-0');
  });

  it('is committed every thousand records, with how far the reading had come', async () => {
    const kept = await written([many(0, 600), many(600, 600), many(1_200, 10)], [], new StandingClock());
    expect(kept.segments.map(({ number, records }) => [number, records])).toEqual([
      [1, 1_200],
      [2, 10],
    ]);
    expect(kept.progress[0]).toMatchObject({ records: 1_200 });
    const { records, batches } = await readBack(kept);
    expect(records).toHaveLength(1_210);
    expect(batches).toEqual([500, 500, 200, 10]);
    expect((await readBack(await written([many(0, 500)]))).batches).toEqual([500]);
  });

  it('is committed when it has waited five seconds, and when there is much of it', async () => {
    expect((await written([many(0, 1), many(1, 1)], [], new HastyClock())).segments).toHaveLength(2);
    const large = 'x'.repeat(5_000_000);
    expect((await written([[record(1, large)], [record(2)]], [], new StandingClock())).segments).toHaveLength(2);
    expect((await written([], [file('a', 1), file('b', 1)], new HastyClock())).segments).toHaveLength(2);
  });

  it('of nothing is a place without a segment', async () => {
    const kept = await written([]);
    expect([kept.segments, kept.progress.length]).toEqual([[], 2]);
    expect(await readBack(kept)).toMatchObject({ records: [], batches: [] });
  });

  it('tells records from files that stand in one segment', async () => {
    const kept = await written([[record(1)]], [file('a', 1)]);
    const lines = [...kept.blobs.values()].map((bytes) => Buffer.from(bytes).toString()).join('');
    const [first] = kept.segments;
    if (first === undefined) throw new Error('Nothing was kept.');
    kept.blobs.set(first.blob, Buffer.from(lines));
    kept.segments.splice(0, 2, { ...first, files: 1 });
    const { records, files } = await readBack(kept);
    expect([records.length, files.get('a')]).toEqual([1, 'a']);
  });

  it('that ends within a line is refused', async () => {
    async function* cut(): AsyncGenerator<Uint8Array> {
      await Promise.resolve();
      yield Buffer.from('{"via":[]}\n{"key":');
    }
    await expect(readLines(cut()).next()).resolves.toMatchObject({ value: { via: [] } });
    const lines = readLines(cut());
    await lines.next();
    await expect(lines.next()).rejects.toThrow('within a line');
  });
});

describe('the index of the evidence', () => {
  it('has times again when it is read', () => {
    const at = new Date('2026-01-01T00:00:00Z');
    const account = {
      startedAt: at,
      finishedAt: at,
      ledger: [{ startedAt: at, finishedAt: at }],
    } as unknown as EvidenceIndex['account'];
    expect(readIndex(writeIndex({ account, collections: [] }))).toEqual({ account, collections: [] });
  });

  it('has what codes mean by language, also where an earlier version wrote it in English alone (FMT-02)', () => {
    const account = { ledger: [] } as unknown as EvidenceIndex['account'];
    const withCodes = (codes: object): EvidenceIndex => {
      const fields = [
        { name: 'id', type: 'integer' },
        { name: 'diet', type: 'string', codes },
      ] as const;
      return { account, collections: [{ source, collection: { name: 'member', fields } as unknown as CollectionSpec }] };
    };
    const { collections } = withCodes({ D3: { en: 'vegetarian', fr: 'végétarien' }, D4: { en: 'vegan' } });
    const earlier = withCodes({ D3: { en: 'vegetarian', fr: 'végétarien' }, D4: 'vegan' });
    expect(readIndex(writeIndex(earlier)).collections).toEqual(collections);
  });
});

/** Time does not pass. */
class StandingClock extends ManualClock {
  override now(): Date {
    return new Date(0);
  }
}

/** Every look is ten seconds later. */
class HastyClock extends ManualClock {
  #at = 0;

  override now(): Date {
    this.#at += 10_000;
    return new Date(this.#at);
  }
}
