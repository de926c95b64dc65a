import type { EvidenceSink, Segment } from '../../evidence/evidence-writer.js';
import type { CollectionFindings, MatchAccount } from '../../findings/findings.js';
import { matchPlace, sourceIn } from '../../matching/reviews.js';
import type { EarlierProgress, ReadingProgress } from '../../reading/reading-progress.js';
import type { EvidenceCheckpoint } from '../../evidence/segment.js';
import type { Transaction } from '../../ports/store.js';
import type { StepContext } from '../../work/step-context.js';
import { lockRequest } from '../change-request.js';
import type { DataRequest } from '../data-request.js';
import { keyOf } from '../sealed-files.js';

/** The place of the checkpoint that says which matches a generation was read for. */
const BASIS = '*';

interface Stored {
  readonly segments: number;
  readonly progress: ReadingProgress;
}

/** One reading of a request's matches, over as many tries as it takes. */
export class Generation {
  #blobs = 0;

  private constructor(
    readonly id: string,
    private readonly context: StepContext,
    private readonly stored: ReadonlyMap<string, Stored>,
  ) {}

  /** Goes on with the reading that was interrupted, where it was of the same matches; begins a new one otherwise. */
  static async begin(context: StepContext, included: readonly MatchAccount[]): Promise<Generation> {
    const basis = JSON.stringify(included.map(matchPlace));
    const { generation, retriedSource } = context.request;
    const checkpoints = generation === undefined ? [] : await checkpointsOf(context, generation);
    const known = checkpoints.find(({ source }) => source === BASIS);
    if (generation === undefined || known === undefined) return Generation.#anew(context, basis);
    const earlier = await openProgress(context, known);
    if (earlier === basis) return Generation.#goOn(context, generation, checkpoints);
    if (retriedSource === undefined) return Generation.#anew(context, basis);
    const kept = unchangedSources(JSON.parse(earlier) as readonly string[], included);
    kept.delete(retriedSource);
    return Generation.#keep(context, basis, { generation, checkpoints: checkpoints.filter(({ source }) => kept.has(source)) });
  }

  static async #goOn(context: StepContext, generation: string, checkpoints: readonly EvidenceCheckpoint[]): Promise<Generation> {
    const stored = new Map<string, Stored>();
    for (const checkpoint of checkpoints.filter(({ source }) => source !== BASIS)) {
      const progress = JSON.parse(await openProgress(context, checkpoint)) as ReadingProgress;
      stored.set(placeOf(checkpoint.source, checkpoint.collection), { segments: checkpoint.segments, progress });
    }
    return new Generation(generation, context, stored);
  }

  /** A new reading that begins with what an earlier one has of some sources: the pieces stay where they are, and get another list. */
  static async #keep(
    context: StepContext,
    basis: string,
    { generation, checkpoints }: { readonly generation: string; readonly checkpoints: readonly EvidenceCheckpoint[] },
  ): Promise<Generation> {
    const { desk, request } = context;
    const { controller } = request;
    const id = desk.ids.next('gen');
    const sources = new Set(checkpoints.map(({ source }) => source));
    const progress = await desk.vault.seal(keyOf(request), fieldOf(BASIS, BASIS), basis);
    await context.checkpoint(async (transaction) => {
      const { evidence } = transaction;
      await noteGeneration(transaction, request, id);
      for (const segment of await evidence.segments(controller, request.id, generation)) {
        if (sources.has(segment.source)) await evidence.addSegment({ ...segment, generation: id });
      }
      for (const checkpoint of checkpoints) await evidence.setCheckpoint({ ...checkpoint, generation: id });
      const place = { controller, request: request.id, generation: id, source: BASIS, collection: BASIS };
      await evidence.setCheckpoint({ ...place, segments: 0, progress });
      await evidence.forget(controller, request.id, id);
    });
    return Generation.#goOn(context, id, checkpoints);
  }

  static async #anew(context: StepContext, basis: string): Promise<Generation> {
    const { desk, request } = context;
    const id = desk.ids.next('gen');
    if (request.generation !== undefined) await Generation.#discard(context, request.generation);
    await context.checkpoint((transaction) => noteGeneration(transaction, request, id));
    const generation = new Generation(id, context, new Map());
    await generation.#checkpoint(BASIS, BASIS, { segments: 0, text: basis });
    return generation;
  }

  /**
   * Destroys an earlier reading. Only while the lease holds, and by its own name: a worker that was halted for longer than its lease
   * must not find itself removing what another one has read since. What it had kept of readings before it goes with it.
   */
  static async #discard(context: StepContext, generation: string): Promise<void> {
    const { desk, request } = context;
    const { controller, id } = request;
    const folders = new Set([`evidence/${generation}/`]);
    await context.checkpoint(async ({ evidence }) => {
      for (const { blob } of await evidence.segments(controller, id, generation)) folders.add(folderOf(blob));
      await evidence.forget(controller, id);
    });
    for (const folder of folders) await desk.vault.remove({ controller, request: id }, folder);
  }

  /** How far earlier tries came. */
  readonly earlier: EarlierProgress = (source, collection) => this.stored.get(placeOf(source, collection))?.progress;

  /** A name in the vault that no try has used, nor one of an earlier step: after a pause another step goes on with this reading. */
  nameFor(what: string): string {
    const { claim, request } = this.context;
    this.#blobs += 1;
    return `evidence/${this.id}/${what}-${String(request.rounds)}-${String(claim.fence)}-${String(this.#blobs)}`;
  }

  /** Where the evidence of a collection goes. */
  sinkFor({ source, collection }: CollectionFindings): EvidenceSink {
    const { desk, request } = this.context;
    const place = { source: source.id, collection: collection.name };
    const segments = this.stored.get(placeOf(place.source, place.collection))?.segments ?? 0;
    let last = segments;
    return {
      clock: desk.clock,
      next: segments + 1,
      keep: async (content) => {
        const name = this.nameFor('file');
        await desk.vault.put(keyOf(request), name, content);
        return name;
      },
      commit: async (segment, progress) => {
        last = segment?.number ?? last;
        const blob = segment === undefined ? undefined : await this.#put(segment);
        const text = JSON.stringify(progress);
        await this.#checkpoint(place.source, place.collection, { segments: last, text, segment, blob });
      },
    };
  }

  async #put({ lines }: Segment): Promise<string> {
    const { desk, request } = this.context;
    const name = this.nameFor('segment');
    await desk.vault.put(keyOf(request), name, bytesOf(lines));
    return name;
  }

  async #checkpoint(
    source: string,
    collection: string,
    {
      segments,
      text,
      segment,
      blob,
    }: {
      readonly segments: number;
      readonly text: string;
      readonly segment?: Segment | undefined;
      readonly blob?: string | undefined;
    },
  ): Promise<void> {
    const { desk, request } = this.context;
    const place = { controller: request.controller, request: request.id, generation: this.id, source, collection };
    const progress = await desk.vault.seal(keyOf(request), fieldOf(source, collection), text);
    await this.context.checkpoint(async (transaction) => {
      if (segment !== undefined && blob !== undefined) {
        const { number, records, files } = segment;
        await transaction.evidence.addSegment({ ...place, number, blob, records, files });
      }
      await transaction.evidence.setCheckpoint({ ...place, segments, progress });
    });
  }
}

async function noteGeneration(transaction: Transaction, request: DataRequest, generation: string): Promise<void> {
  const current = await lockRequest(transaction, request, request.id);
  await transaction.requests.change({ ...current, generation, version: current.version + 1, updatedAt: transaction.now });
}

/** The sources in which a search found the same matches as the one before. */
function unchangedSources(before: readonly string[], included: readonly MatchAccount[]): Set<string> {
  const [then, now] = [bySource(before), bySource(included.map(matchPlace))];
  return new Set([...then.keys()].filter((source) => then.get(source) === now.get(source)));
}

function bySource(places: readonly string[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const place of places) {
    const source = sourceIn(place);
    texts.set(source, `${texts.get(source) ?? ''}${JSON.stringify(place)}`);
  }
  return texts;
}

/** `evidence/gen_1/` of `evidence/gen_1/segment-1-2-3`. */
function folderOf(blob: string): string {
  return blob.slice(0, blob.lastIndexOf('/') + 1);
}

function checkpointsOf({ desk, request }: StepContext, generation: string): Promise<readonly EvidenceCheckpoint[]> {
  return desk.store.transact((transaction) => transaction.evidence.checkpoints(request.controller, request.id, generation));
}

function openProgress({ desk, request }: StepContext, { source, collection, progress }: EvidenceCheckpoint): Promise<string> {
  return desk.vault.open(keyOf(request), fieldOf(source, collection), progress);
}

function fieldOf(source: string, collection: string): string {
  return `progress ${placeOf(source, collection)}`;
}

function placeOf(source: string, collection: string): string {
  return JSON.stringify([source, collection]);
}

async function* bytesOf(lines: readonly string[]): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  for (const line of lines) yield Buffer.from(line);
}
