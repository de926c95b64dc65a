import { type CollectionSpec, ConnectorError, type FoundFile, type SourceRecord } from '@habeas/connector-sdk';
import { retriesOf, type RunContext } from '../discovery/run-context.js';
import type { OpenSource } from '../discovery/source.js';
import type { CollectionFindings, SourceDescription } from '../findings/findings.js';
import { type CollectionDraft, isConclusive, type ReadResult, type StepResult, worst } from '../ledger/collection-draft.js';
import { NOT_READ } from '../ledger/reasons.js';
import { abortedError, failedStep, problemOf, toConnectorError } from '../run/fault.js';
import { FILES, type PieceKind, RECORDS } from './piece-kind.js';
import { ReadAhead } from './read-ahead.js';
import { ResumableRead } from './resumable-read.js';
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
}

/** Reads what one collection holds about the subject: records ahead of their consumer, then files as they are asked for. */
export class CollectionReader implements CollectionFindings {
  readonly source: SourceDescription;
  readonly collection: CollectionSpec;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #recordRead: ResumableRead<readonly SourceRecord[]>;
  readonly #fileRead: ResumableRead<FoundFile> | undefined;
  readonly #ahead: ReadAhead<readonly SourceRecord[]>;
  readonly #roots: RootSet;
  readonly #ends = new Map<'records' | 'files' | 'file', StepResult>();
  #startedAt: Date | undefined;
  #records = 0;
  #files = 0;
  #foreign = 0;

  constructor(private readonly task: ReaderTask) {
    const { source, draft, roots, context } = task;
    this.source = source.description;
    this.collection = draft.spec;
    this.#signal = AbortSignal.any([context.signal, this.#stop.signal]);
    this.#roots = new RootSet(roots);
    this.#recordRead = this.#readOf(RECORDS);
    this.#fileRead = draft.spec.fields.some(({ type }) => type === 'file') ? this.#readOf(FILES) : undefined;
    const bounds = { items: BATCHES_AHEAD, size: context.limits.recordsAhead, sizeOf: RECORDS.sizeOf };
    this.#ahead = new ReadAhead(this.#ownRecords(), bounds);
  }

  /** Begins to read ahead. */
  start(): void {
    const { context } = this.task;
    this.#startedAt = context.clock.now();
    context.report({ type: 'read-started', ...this.#name });
    this.#ahead.start();
  }

  async *records(): AsyncGenerator<readonly SourceRecord[], void, undefined> {
    for await (const batch of this.#ahead.items()) {
      this.#records += batch.length;
      this.#reportProgress();
      yield batch;
    }
    this.#ends.set('records', this.#recordRead.end);
  }

  async *files(): AsyncGenerator<FoundFile, void, undefined> {
    if (this.#fileRead === undefined) return;
    for await (const file of this.#fileRead.pieces()) {
      this.#files += 1;
      this.#reportProgress();
      yield { ...file, open: () => this.#watched(file) };
    }
    this.#ends.set('files', this.#fileRead.end);
  }

  /** Stops whatever is still being read, and writes the result to the ledger. */
  finish(): void {
    const { context, draft } = this.task;
    this.#stop.abort();
    this.#ahead.stop();
    draft.read = this.#result();
    const attempts = Math.max(this.#recordRead.attempts, this.#fileRead?.attempts ?? 0);
    draft.worked(attempts, this.#startedAt ?? context.clock.now(), context.clock.now());
    const { end, records, files } = draft.read;
    context.report({ type: 'read-done', ...this.#name, outcome: end.outcome, records, files });
  }

  get #name(): { readonly source: string; readonly collection: string } {
    return { source: this.source.id, collection: this.collection.name };
  }

  #readOf<Piece>(kind: PieceKind<Piece>): ResumableRead<Piece> {
    const { source, roots, context } = this.task;
    const retries = retriesOf({ ...context, signal: this.#signal }, source.id, this.collection.name);
    const request = { collection: this.collection.name, roots };
    return new ResumableRead({ session: source.session, kind, request, retries, signal: this.#signal });
  }

  /** A source that returns somebody else's row must not have it reach anybody: it is dropped, and the collection has failed. */
  async *#ownRecords(): AsyncGenerator<readonly SourceRecord[], void, undefined> {
    for await (const batch of this.#recordRead.pieces()) {
      const own = this.#roots.owned(batch);
      this.#foreign += batch.length - own.length;
      if (own.length > 0) yield own;
    }
  }

  /** The file's bytes. A fault is thrown, so that nobody takes half a file for the whole, and goes to the ledger as well. */
  async *#watched(file: FoundFile): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      yield* file.open();
    } catch (fault) {
      const error = toConnectorError(fault, this.#signal);
      this.#ends.set('file', { outcome: 'partial', problem: problemOf(error) });
      throw error;
    }
  }

  #reportProgress(): void {
    this.task.context.report({ type: 'read-progress', ...this.#name, records: this.#records, files: this.#files });
  }

  #result(): ReadResult {
    const base = {
      records: this.#records,
      files: this.#files,
      foreign: this.#foreign,
      notes: [...this.#recordRead.notes, ...(this.#fileRead?.notes ?? [])],
    };
    if (this.#foreign > 0) return { ...base, end: FOREIGN };
    const unread = this.task.context.signal.aborted ? failedStep(abortedError()) : NOT_READ;
    const owed = this.#fileRead === undefined ? (['records'] as const) : (['records', 'files'] as const);
    const ends = owed.map((step) => this.#ends.get(step) ?? unread);
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
