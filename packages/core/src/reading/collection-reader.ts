import { type CollectionSpec, ConnectorError, type FoundFile, type SourceRecord } from '@habeas/connector-sdk';
import { retriesOf, type RunContext } from '../discovery/run-context.js';
import type { OpenSource } from '../discovery/source.js';
import type { SourceDescription } from '../findings/findings.js';
import { type CollectionDraft, isConclusive, type ReadResult, type StepResult, worst } from '../ledger/collection-draft.js';
import { NOT_READ } from '../ledger/reasons.js';
import { abortedError, failedStep, problemOf, toConnectorError } from '../run/fault.js';
import { Stop } from '../run/stop.js';
import { FILES, type PieceKind, RECORDS } from './piece-kind.js';
import { ReadAhead } from './read-ahead.js';
import { NOTHING_READ_YET, type ReadingProgress, type ReadPosition, type ResumableCollection } from './reading-progress.js';
import { type PositionedPiece, ResumableRead } from './resumable-read.js';
import { type Root, RootSet } from './root-set.js';

/** Batches that wait for the consumer, at most. */
const BATCHES_AHEAD = 2;

/** What a reader reads, and where its result goes. */
export interface ReaderTask {
  readonly source: OpenSource;
  readonly draft: CollectionDraft;
  /** The included matches that lead to the collection. */
  readonly roots: readonly Root[];
  readonly context: RunContext;
  /** How far an earlier reading of the same roots came. */
  readonly earlier?: ReadingProgress | undefined;
}

type PositionedRecords = PositionedPiece<readonly SourceRecord[]>;

/** Reads what one collection holds about the subject: records ahead of their consumer, then files as they are asked for. */
export class CollectionReader implements ResumableCollection {
  readonly source: SourceDescription;
  readonly collection: CollectionSpec;
  readonly #stop: Stop;
  readonly #recordRead: ResumableRead<readonly SourceRecord[]>;
  readonly #fileRead: ResumableRead<FoundFile> | undefined;
  readonly #ahead: ReadAhead<PositionedRecords>;
  readonly #roots: RootSet;
  readonly #ends = new Map<'records' | 'files' | 'file', StepResult>();
  readonly #earlier: ReadingProgress;
  #startedAt: Date | undefined;
  #records: number;
  #files: number;
  #foreign: number;
  #recordsAt: ReadPosition | undefined;
  #filesAt: ReadPosition | undefined;

  constructor(private readonly task: ReaderTask) {
    const { source, draft, roots, context } = task;
    this.source = source.description;
    this.collection = draft.spec;
    this.#stop = new Stop(context.signal);
    this.#roots = new RootSet(roots);
    this.#earlier = task.earlier ?? NOTHING_READ_YET;
    ({ records: this.#records, files: this.#files, foreign: this.#foreign } = this.#earlier);
    this.#recordsAt = this.#earlier.recordsAt;
    this.#filesAt = this.#earlier.filesAt;
    this.#recordRead = this.#readOf(RECORDS, this.#recordsAt);
    this.#fileRead = draft.spec.fields.some(({ type }) => type === 'file') ? this.#readOf(FILES, this.#filesAt) : undefined;
    const sizeOf = ({ piece }: PositionedRecords): number => RECORDS.sizeOf(piece);
    const bounds = { items: BATCHES_AHEAD, size: context.limits.recordsAhead, sizeOf };
    this.#ahead = new ReadAhead(this.#recordRead.pieces(), bounds);
  }

  /** Begins to read ahead. Calls back when all records were read, unless files are to be read after them, or it was stopped. */
  start(onRead: () => void): void {
    const { context } = this.task;
    this.#startedAt = context.clock.now();
    context.report({ type: 'read-started', ...this.#name });
    if (this.#hasEnded('records')) return;
    this.#ahead.start(() => {
      if (this.#fileRead === undefined && !this.#stop.aborted) onRead();
    });
  }

  /** A source that returns somebody else's row must not have it reach anybody: it is dropped, and the collection has failed. */
  async *records(): AsyncGenerator<readonly SourceRecord[], void, undefined> {
    if (this.#hasEnded('records')) return;
    for await (const { piece, position } of this.#ahead.items()) {
      const own = this.#roots.owned(piece);
      this.#foreign += piece.length - own.length;
      this.#records += own.length;
      this.#recordsAt = position;
      this.#reportProgress();
      if (own.length > 0) yield own;
    }
    this.#ends.set('records', this.#recordRead.end);
  }

  async *files(): AsyncGenerator<FoundFile, void, undefined> {
    if (this.#fileRead === undefined || this.#hasEnded('files')) return;
    for await (const { piece, position } of this.#fileRead.pieces()) {
      this.#files += 1;
      this.#filesAt = position;
      this.#reportProgress();
      yield { ...piece, open: () => this.#watched(piece) };
    }
    this.#ends.set('files', this.#fileRead.end);
  }

  progress(): ReadingProgress {
    const ended = (['records', 'files'] as const).filter((part) => this.#hasEnded(part) || this.#isConclusive(part));
    return {
      records: this.#records,
      files: this.#files,
      foreign: this.#foreign,
      notes: this.#notes(),
      ...(this.#recordsAt === undefined ? {} : { recordsAt: this.#recordsAt }),
      ...(this.#filesAt === undefined ? {} : { filesAt: this.#filesAt }),
      ended,
    };
  }

  /** Stops whatever is still being read, and writes the result to the ledger. */
  finish(): void {
    const { context, draft } = this.task;
    this.#stop.unlink();
    if (!this.#isOver()) this.#stop.abort();
    this.#ahead.stop();
    draft.read = this.#result();
    const attempts = Math.max(this.#recordRead.attempts, this.#fileRead?.attempts ?? 0);
    draft.worked(attempts, this.#startedAt ?? context.clock.now(), context.clock.now());
    const { end, records, files } = draft.read;
    context.report({ type: 'read-done', ...this.#name, outcome: end.outcome, records, files });
  }

  /** Whether everything was delivered, so that nothing is left to be stopped. */
  #isOver(): boolean {
    return this.#ends.has('records') && (this.#fileRead === undefined || this.#ends.has('files'));
  }

  get #name(): { readonly source: string; readonly collection: string } {
    return { source: this.source.id, collection: this.collection.name };
  }

  /** Whether an earlier reading came to the end of a part. */
  #hasEnded(part: 'records' | 'files'): boolean {
    return this.#earlier.ended.includes(part);
  }

  #isConclusive(part: 'records' | 'files'): boolean {
    const end = this.#ends.get(part);
    return end !== undefined && isConclusive(end.outcome) && !this.#ends.has('file');
  }

  #notes(): ReadingProgress['notes'] {
    return [...this.#earlier.notes, ...this.#recordRead.notes, ...(this.#fileRead?.notes ?? [])];
  }

  #readOf<Piece>(kind: PieceKind<Piece>, from: ReadPosition | undefined): ResumableRead<Piece> {
    const { source, roots, context } = this.task;
    const retries = retriesOf(context, source.id, this.collection.name, this.#stop);
    const request = { collection: this.collection.name, roots };
    return new ResumableRead({ session: source.session, kind, request, retries, signal: this.#stop, from });
  }

  /** The file's bytes. A fault is thrown, so that nobody takes half a file for the whole, and goes to the ledger as well. */
  async *#watched(file: FoundFile): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* file.open();
    } catch (fault) {
      const error = toConnectorError(fault, this.#stop);
      this.#ends.set('file', { outcome: 'partial', problem: problemOf(error) });
      throw error;
    }
  }

  #earlierEnd(): StepResult {
    return { outcome: this.#records + this.#files > 0 ? 'complete' : 'empty' };
  }

  #reportProgress(): void {
    this.task.context.report({ type: 'read-progress', ...this.#name, records: this.#records, files: this.#files });
  }

  #result(): ReadResult {
    const base = {
      records: this.#records,
      files: this.#files,
      foreign: this.#foreign,
      notes: this.#notes(),
    };
    if (this.#foreign > 0) return { ...base, end: FOREIGN };
    const unread = this.task.context.signal.aborted ? failedStep(abortedError()) : NOT_READ;
    const owed = this.#fileRead === undefined ? (['records'] as const) : (['records', 'files'] as const);
    const ends = owed.map((part) => this.#ends.get(part) ?? (this.#hasEnded(part) ? this.#earlierEnd() : unread));
    const end = worst([...ends, ...this.#ends.values()], unread);
    const isPartial = !isConclusive(end.outcome) && this.#records + this.#files > 0;
    return { ...base, end: isPartial ? { ...end, outcome: 'partial' } : end };
  }
}

const FOREIGN: StepResult = failedStep(
  new ConnectorError('contract', "The source returned records that belong to somebody else's match; they were dropped.", {
    remedy: 'Check the owned references in the data map, and the version of the source.',
  }),
);
