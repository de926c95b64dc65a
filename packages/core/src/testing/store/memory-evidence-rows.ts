import type { EvidenceCheckpoint, EvidenceSegment } from '../../evidence/segment.js';
import type { EvidenceRows } from '../../ports/store.js';
import { compareParts, keyOf, type MemoryJournal, MemoryTable } from './memory-table.js';

type Belonging = Pick<EvidenceSegment, 'controller' | 'request' | 'generation'>;

/** Segments and checkpoints in memory. */
export class MemoryEvidenceRows implements EvidenceRows {
  readonly #segments: MemoryTable<EvidenceSegment>;
  readonly #checkpoints: MemoryTable<EvidenceCheckpoint>;

  constructor(journal: MemoryJournal) {
    this.#segments = new MemoryTable(journal);
    this.#checkpoints = new MemoryTable(journal);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- what it throws has to arrive as a rejection
  async addSegment(segment: EvidenceSegment): Promise<void> {
    const { request, generation, source, collection, number } = segment;
    this.#segments.add(keyOf(request, generation, source, collection, number), segment);
  }

  setCheckpoint(checkpoint: EvidenceCheckpoint): Promise<void> {
    const { request, generation, source, collection } = checkpoint;
    this.#checkpoints.put(keyOf(request, generation, source, collection), checkpoint);
    return Promise.resolve();
  }

  checkpoints(controller: string, request: string, generation: string): Promise<readonly EvidenceCheckpoint[]> {
    const found = this.#checkpoints.where((row) => belongs(row, { controller, request, generation }));
    return Promise.resolve(found.sort((left, right) => compareParts(placeOf(left), placeOf(right))));
  }

  segments(controller: string, request: string, generation: string): Promise<readonly EvidenceSegment[]> {
    const found = this.#segments.where((row) => belongs(row, { controller, request, generation }));
    const ordered = found.sort((left, right) => compareParts([...placeOf(left), left.number], [...placeOf(right), right.number]));
    return Promise.resolve(ordered);
  }

  forget(controller: string, request: string, except?: string): Promise<void> {
    const forgotten = (row: Belonging): boolean =>
      row.controller === controller && row.request === request && row.generation !== except;
    this.#segments.removeWhere(forgotten);
    this.#checkpoints.removeWhere(forgotten);
    return Promise.resolve();
  }
}

function belongs(row: Belonging, to: Belonging): boolean {
  return row.controller === to.controller && row.request === to.request && row.generation === to.generation;
}

function placeOf({ source, collection }: Pick<EvidenceSegment, 'source' | 'collection'>): readonly string[] {
  return [source, collection];
}
