import { type CarriageNote, ConnectorError, type Cursor, type Done, type ReadRequest, type Session } from '@habeas/connector-sdk';
import type { StepResult } from '../ledger/collection-draft.js';
import { NOT_READ } from '../ledger/reasons.js';
import { abortable } from '../run/abortable.js';
import { failedStep, toConnectorError } from '../run/fault.js';
import type { Retries } from '../run/retries.js';
import type { Ending } from '../run/stop.js';
import type { PieceKind } from './piece-kind.js';
import type { ReadPosition } from './reading-progress.js';

/** A piece, and where the read stands after it. */
export interface PositionedPiece<Piece> {
  readonly piece: Piece;
  readonly position: ReadPosition;
}

/** What one read depends on. */
export interface ReadTask<Piece> {
  readonly session: Session;
  readonly kind: PieceKind<Piece>;
  readonly request: Omit<ReadRequest, 'want' | 'resume'>;
  readonly retries: Retries;
  readonly signal: Ending;
  /** Where an earlier read of the same request stopped. */
  readonly from?: ReadPosition | undefined;
}

/**
 * One read that survives faults: it goes on from the last checkpoint, and what was delivered since then and comes again is
 * skipped, by count. The contract has a source deliver in the same order every time; the last skipped item is checked against the
 * last delivered one, and a source that changed its order is a `contract` fault. So nothing comes twice, nothing is held
 * back, and memory does not depend on how often a source sets a checkpoint.
 *
 * The stream never throws for a fault of the source: {@link ResumableRead.end} tells how it ended.
 */
export class ResumableRead<Piece> {
  #cursor: Cursor | undefined;
  /** Items delivered beyond the cursor. */
  #beyondCursor: number;
  #lastDelivered: string;
  #end: StepResult | undefined;
  #notes: readonly CarriageNote[] = [];

  constructor(private readonly task: ReadTask<Piece>) {
    this.#cursor = task.from?.cursor;
    this.#beyondCursor = task.from?.beyond ?? 0;
    this.#lastDelivered = task.from?.last ?? '';
  }

  /** How it ended. */
  get end(): StepResult {
    return this.#end ?? NOT_READ;
  }

  /** What could not be carried, as the last call counted it that came to its end. */
  get notes(): readonly CarriageNote[] {
    return this.#notes;
  }

  get attempts(): number {
    return this.task.retries.attempts;
  }

  async *pieces(): AsyncGenerator<PositionedPiece<Piece>, void, undefined> {
    const { retries, signal } = this.task;
    while (this.#end === undefined) {
      retries.begin();
      try {
        yield* this.#attempt();
      } catch (fault) {
        this.#end = await retries.waitAfter(fault).then(
          () => undefined,
          (final: unknown) => failedStep(toConnectorError(final, signal)),
        );
      }
    }
  }

  async *#attempt(): AsyncGenerator<PositionedPiece<Piece>, void, undefined> {
    const { kind } = this.task;
    let count = 0;
    let toSkip = this.#beyondCursor;
    for await (const item of abortable(this.#read(), this.task.signal)) {
      if (item.type === 'done') {
        this.#finish(item, count, toSkip);
        return;
      }
      if (item.type === 'checkpoint') {
        this.#cursor = item.cursor;
        this.#beyondCursor = toSkip;
        continue;
      }
      const piece = kind.pieceIn(item);
      if (piece === undefined) throw new ConnectorError('contract', `The source delivered something else than ${kind.want}.`);
      const repeated = Math.min(toSkip, kind.sizeOf(piece));
      count += kind.sizeOf(piece);
      toSkip -= repeated;
      if (repeated > 0 && toSkip === 0) this.#checkOrder(piece, repeated);
      if (repeated < kind.sizeOf(piece)) yield this.#deliver(kind.without(piece, repeated));
    }
    throw new ConnectorError('contract', 'The source ended a read without saying how it ended.');
  }

  #read(): ReturnType<Session['read']> {
    const { session, request, kind } = this.task;
    const resume = this.#cursor === undefined ? {} : { resume: this.#cursor };
    return session.read({ ...request, want: kind.want, ...resume });
  }

  #deliver(piece: Piece): PositionedPiece<Piece> {
    const { kind, retries } = this.task;
    this.#beyondCursor += kind.sizeOf(piece);
    this.#lastDelivered = kind.nameOfLast(piece, kind.sizeOf(piece));
    retries.progressed();
    const cursor = this.#cursor === undefined ? {} : { cursor: this.#cursor };
    return { piece, position: { ...cursor, beyond: this.#beyondCursor, last: this.#lastDelivered } };
  }

  #checkOrder(piece: Piece, repeated: number): void {
    if (this.task.kind.nameOfLast(piece, repeated) === this.#lastDelivered) return;
    throw new ConnectorError('contract', 'The source changed its order between two tries of a read, so it could not go on.', {
      remedy: 'Search again while the source is not being changed.',
    });
  }

  #finish({ outcome, count, notes, problem }: Done, delivered: number, toSkip: number): void {
    this.#notes = notes;
    if (count !== delivered || toSkip > 0) this.#end = { outcome: 'partial', problem: COUNT_DIFFERS };
    else this.#end = problem === undefined ? { outcome } : { outcome, problem };
  }
}

const COUNT_DIFFERS = {
  errorClass: 'contract',
  message: 'The source delivered another number of items than it says, or than it delivered before.',
  remedy: 'Search again while the source is not being changed.',
} as const;
