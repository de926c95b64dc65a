import { describe, expect, it } from '@jest/globals';
import { ConnectorError, type Item, type ReadRequest, type Session, type SourceRecord } from '@habeas/connector-sdk';
import fc from 'fast-check';
import { Retries } from '../run/retries.js';
import { fixedRandom, ManualClock } from '../testing/index.js';
import { FILES, type PieceKind, RECORDS } from './piece-kind.js';
import { ResumableRead } from './resumable-read.js';

const record = (id: number): SourceRecord => ({ key: [id], data: {}, via: [] });
const LOST = new ConnectorError('transient', 'Connection lost.');
const done = (count: number, rest: Partial<Extract<Item, { type: 'done' }>> = {}): Item => ({
  type: 'done',
  outcome: 'complete',
  count,
  notes: [],
  ...rest,
});

/** A session whose reads are given by the number of the try and the cursor. */
function sessionOf(read: (attempt: number, from: number) => Iterable<Item | ConnectorError>): {
  session: Session;
  requests: ReadRequest[];
} {
  const requests: ReadRequest[] = [];
  const session = {
    async *read(request: ReadRequest) {
      requests.push(request);
      for (const item of read(requests.length, Number(request.resume ?? 0))) {
        await Promise.resolve();
        if (item instanceof ConnectorError) throw item;
        yield item;
      }
    },
  } as unknown as Session;
  return { session, requests };
}

function readerOf<Piece>(session: Session, kind: PieceKind<Piece>, signal = new AbortController().signal): ResumableRead<Piece> {
  const limits = { attempts: 4, baseDelayMs: 1, maxDelayMs: 10 };
  const retries = new Retries({ clock: new ManualClock(), random: fixedRandom(), signal, limits, onRetry: () => undefined });
  return new ResumableRead({ session, kind, request: { collection: 'order', roots: [] }, retries, signal });
}

async function idsOf(read: ResumableRead<readonly SourceRecord[]>): Promise<number[]> {
  const ids: number[] = [];
  for await (const { piece } of read.pieces()) ids.push(...piece.map(({ key }) => Number(key[0])));
  return ids;
}

describe('ResumableRead', () => {
  it('goes on from the last checkpoint', async () => {
    const { session, requests } = sessionOf((attempt, from) =>
      attempt === 1
        ? [{ type: 'records', records: [record(1), record(2)] }, { type: 'checkpoint', cursor: 2 }, LOST]
        : [{ type: 'records', records: [record(from + 1)] }, done(1)],
    );
    const read = readerOf(session, RECORDS);
    expect(await idsOf(read)).toEqual([1, 2, 3]);
    expect(requests.map(({ want, resume }) => [want, resume])).toEqual([
      ['records', undefined],
      ['records', 2],
    ]);
    expect([read.end, read.attempts]).toEqual([{ outcome: 'complete' }, 2]);
  });

  it('delivers each record once, in order, wherever it fails and wherever checkpoints stand', async () => {
    const fault = fc.record({
      at: fc.integer({ min: 0, max: 12 }),
      size: fc.integer({ min: 1, max: 4 }),
      every: fc.integer({ min: 1, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 12 }),
        fc.array(fault, { maxLength: 3 }),
        fc.integer({ min: 1, max: 5 }),
        async (total, faults, lastSize) => {
          const { session } = sessionOf(function* (attempt, from) {
            const { at = Infinity, size = lastSize, every = 2 } = faults[attempt - 1] ?? {};
            let batches = 0;
            for (let next = from; next < total; next += size) {
              const records = Array.from({ length: Math.min(size, total - next) }, (_, index) => record(next + index));
              if (next >= at) yield LOST;
              yield { type: 'records', records };
              batches += 1;
              if (next + records.length > at) yield LOST;
              if (batches % every === 0) yield { type: 'checkpoint', cursor: next + records.length };
            }
            yield done(total - from);
          });
          const read = readerOf(session, RECORDS);
          expect(await idsOf(read)).toEqual(Array.from({ length: total }, (_, index) => index));
          expect(read.end).toEqual({ outcome: 'complete' });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('stops trying when try after try brings nothing, and says what stopped it', async () => {
    const { session, requests } = sessionOf((attempt) =>
      attempt === 1 ? [{ type: 'records', records: [record(1)] }, { type: 'checkpoint', cursor: 1 }, LOST] : [LOST],
    );
    const read = readerOf(session, RECORDS);
    expect(await idsOf(read)).toEqual([1]);
    expect(requests).toHaveLength(4);
    expect(read.end).toEqual({ outcome: 'failed', problem: { errorClass: 'transient', message: 'Connection lost.' } });
  });

  it('goes on as long as each try brings something', async () => {
    const { session, requests } = sessionOf((_, from) =>
      from < 20 ? [{ type: 'records', records: [record(from)] }, { type: 'checkpoint', cursor: from + 1 }, LOST] : [done(0)],
    );
    expect(await idsOf(readerOf(session, RECORDS))).toHaveLength(20);
    expect(requests).toHaveLength(21);
  });

  it.each<[string, Item[], string]>([
    ['says another number than came', [{ type: 'records', records: [record(1)] }, done(2)], 'partial'],
    ['does not say how it ended', [{ type: 'records', records: [record(1)] }], 'failed'],
    [
      'delivers files where records are due',
      [{ type: 'file', file: { id: 'f', key: [1], field: 'scan', bytes: 0, open: () => RECORDS as never } }, done(1)],
      'failed',
    ],
  ])('holds a source to its contract that %s', async (_, items, outcome) => {
    const read = readerOf(sessionOf(() => items).session, RECORDS);
    await idsOf(read);
    expect(read.end).toMatchObject({ outcome, problem: { errorClass: 'contract' } });
  });

  it('notices a source that changes its order between two tries', async () => {
    const { session } = sessionOf((attempt) => {
      const records = attempt === 1 ? [record(1), record(2)] : [record(2), record(1), record(3)];
      return [{ type: 'records', records }, attempt === 1 ? LOST : done(3)];
    });
    const read = readerOf(session, RECORDS);
    expect(await idsOf(read)).toEqual([1, 2]);
    expect(read.end).toMatchObject({ outcome: 'failed', problem: { errorClass: 'contract' } });
  });

  it('notices a source that has less to say the second time', async () => {
    const { session } = sessionOf((attempt) =>
      attempt === 1
        ? [{ type: 'records', records: [record(1), record(2)] }, LOST]
        : [{ type: 'records', records: [record(1)] }, done(1)],
    );
    const read = readerOf(session, RECORDS);
    expect(await idsOf(read)).toEqual([1, 2]);
    expect(read.end).toMatchObject({ outcome: 'partial', problem: { errorClass: 'contract' } });
  });

  it('passes on what the source says of its end', async () => {
    const problem = { errorClass: 'quota', message: 'Only 50 hits.' } as const;
    const notes = [{ field: 'photo', kind: 'too-large', count: 1 }] as const;
    const read = readerOf(sessionOf(() => [done(0, { outcome: 'partial', problem, notes })]).session, RECORDS);
    expect(await idsOf(read)).toEqual([]);
    expect([read.end, read.notes]).toEqual([{ outcome: 'partial', problem }, notes]);
  });

  it('reads files one by one, and resumes among them', async () => {
    const file = (id: string): Item => ({
      type: 'file',
      file: { id, key: [id], field: 'scan', bytes: 1, open: () => RECORDS as never },
    });
    const { session } = sessionOf((attempt) =>
      attempt === 1 ? [file('a'), file('b'), LOST] : [file('a'), file('b'), file('c'), done(3)],
    );
    const read = readerOf(session, FILES);
    const ids: string[] = [];
    for await (const { piece } of read.pieces()) ids.push(piece.id);
    expect([ids, read.end.outcome]).toEqual([['a', 'b', 'c'], 'complete']);
  });

  it('has not been read to its end before it is', () => {
    expect(readerOf(sessionOf(() => []).session, RECORDS).end.outcome).toBe('skipped');
  });
});
