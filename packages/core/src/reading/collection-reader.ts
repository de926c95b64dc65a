import { type CarriageNote, type CollectionSpec, ConnectorError, type FoundFile, type SourceRecord } from '@habeas/connector-sdk';
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

/** Batches, or files, that wait for the consumer whatever they weigh. */
const PIECES_AHEAD = 2;
/** What more of them may weigh together, in characters. */
const WEIGHT_AHEAD = 256 * 1024;

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

/** One part of what a collection holds, which is read ahead of its consumer. */
interface Part<Piece> {
  readonly read: ResumableRead<Piece>;
  readonly ahead: ReadAhead<PositionedPiece<Piece>>;
}

/** A part of either kind. */
interface AnyPart {
  readonly read: Pick<ResumableRead<never>, 'end' | 'notes' | 'attempts'>;
  readonly ahead: Pick<ReadAhead<never>, 'start' | 'stop' | 'weight'>;
}

/**
 * Reads what one collection holds about the subject ahead of its consumer: its records, then what files there are. The bytes of a
 * file are fetched when it is opened.
 */
export class CollectionReader implements ResumableCollection {
  readonly source: SourceDescription;
  readonly collection: CollectionSpec;
  readonly #stop: Stop;
  readonly #recordPart: Part<readonly SourceRecord[]>;
  readonly #filePart: Part<FoundFile> | undefined;
  readonly #roots: RootSet;
  readonly #ends = new Map<'records' | 'files' | 'file', StepResult>();
  readonly #earlier: ReadingProgress;
  readonly #notes: CarriageNote[];
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
    this.#notes = [...this.#earlier.notes];
    this.#recordsAt = this.#earlier.recordsAt;
    this.#filesAt = this.#earlier.filesAt;
    this.#recordPart = this.#partOf(RECORDS, this.#recordsAt);
    this.#filePart = draft.spec.fields.some(({ type }) => type === 'file') ? this.#partOf(FILES, this.#filesAt) : undefined;
  }

  /** Begins to read ahead. Calls back when all records were read, and all files after them, unless it was stopped. */
  start(onRead: (weight: number) => void): void {
    const { context } = this.task;
    this.#startedAt = context.clock.now();
    context.report({ type: 'read-started', ...this.#name });
    this.#readAhead(this.#owed(), onRead);
  }

  /** A source that returns somebody else's row must not have it reach anybody: it is dropped, and the collection has failed. */
  async *records(): AsyncGenerator<readonly SourceRecord[], void, undefined> {
    if (this.#hasEnded('records')) return;
    for await (const { piece, position } of this.#recordPart.ahead.items()) {
      const own = this.#roots.owned(piece);
      this.#foreign += piece.length - own.length;
      this.#records += own.length;
      this.#recordsAt = position;
      this.#reportProgress();
      if (own.length > 0) yield own;
    }
    this.#endOf('records', this.#recordPart);
  }

  async *files(): AsyncGenerator<FoundFile, void, undefined> {
    if (this.#filePart === undefined || this.#hasEnded('files')) return;
    for await (const { piece, position } of this.#filePart.ahead.items()) {
      this.#files += 1;
      this.#filesAt = position;
      this.#reportProgress();
      yield { ...piece, open: () => this.#watched(piece) };
    }
    this.#endOf('files', this.#filePart);
  }

  progress(): ReadingProgress {
    const ended = (['records', 'files'] as const).filter((part) => this.#hasEnded(part) || this.#isConclusive(part));
    return {
      records: this.#records,
      files: this.#files,
      foreign: this.#foreign,
      notes: [...this.#notes],
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
    for (const { ahead } of this.#parts()) ahead.stop();
    draft.read = this.#result();
    const attempts = Math.max(...this.#parts().map(({ read }) => read.attempts));
    draft.worked(attempts, this.#startedAt ?? context.clock.now(), context.clock.now());
    const { end, records, files } = draft.read;
    context.report({ type: 'read-done', ...this.#name, outcome: end.outcome, records, files });
  }

  /** Whether everything was delivered, so that nothing is left to be stopped. */
  #isOver(): boolean {
    return this.#ends.has('records') && (this.#filePart === undefined || this.#ends.has('files'));
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

  /** Reads the parts ahead, one after the other. */
  #readAhead([first, ...rest]: readonly AnyPart[], onRead: (weight: number) => void): void {
    if (this.#stop.aborted) return;
    if (first === undefined) onRead(this.#parts().reduce((sum, { ahead }) => sum + ahead.weight, 0));
    else {
      first.ahead.start(() => {
        this.#readAhead(rest, onRead);
      });
    }
  }

  #parts(): readonly AnyPart[] {
    return this.#filePart === undefined ? [this.#recordPart] : [this.#recordPart, this.#filePart];
  }

  /** The parts that no earlier reading came to the end of. */
  #owed(): readonly AnyPart[] {
    return this.#parts().filter((part) => !this.#hasEnded(part === this.#recordPart ? 'records' : 'files'));
  }

  #endOf(part: 'records' | 'files', { read }: AnyPart): void {
    this.#ends.set(part, read.end);
    this.#notes.push(...read.notes);
  }

  #partOf<Piece>(kind: PieceKind<Piece>, from: ReadPosition | undefined): Part<Piece> {
    const { source, roots, context } = this.task;
    const retries = retriesOf(context, source.id, this.collection.name, this.#stop);
    const request = { collection: this.collection.name, roots };
    const read = new ResumableRead({ session: source.session, kind, request, retries, signal: this.#stop, from });
    const ahead = new ReadAhead(read.pieces(), {
      size: context.limits.recordsAhead,
      sizeOf: ({ piece }) => kind.sizeOf(piece),
      items: PIECES_AHEAD,
      weight: WEIGHT_AHEAD,
      weightOf: ({ piece }) => kind.weightOf(piece),
    });
    return { read, ahead };
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
      notes: [...this.#notes],
    };
    if (this.#foreign > 0) return { ...base, end: FOREIGN };
    const unread = this.task.context.signal.aborted ? failedStep(abortedError()) : NOT_READ;
    const owed = this.#filePart === undefined ? (['records'] as const) : (['records', 'files'] as const);
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
