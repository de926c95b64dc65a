import type { EvidenceSink, Segment } from '../../evidence/evidence-writer.js';
import type { CollectionFindings, MatchAccount } from '../../findings/findings.js';
import { matchPlace } from '../../matching/reviews.js';
import type { EarlierProgress, ReadingProgress } from '../../reading/reading-progress.js';
import type { EvidenceCheckpoint } from '../../evidence/segment.js';
import type { StepContext } from '../../work/step-context.js';
import { lockRequest } from '../change-request.js';
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
    const { generation } = context.request;
    const checkpoints = generation === undefined ? [] : await checkpointsOf(context, generation);
    const known = checkpoints.find(({ source }) => source === BASIS);
    if (generation !== undefined && known !== undefined && (await openProgress(context, known)) === basis) {
      const stored = new Map<string, Stored>();
      for (const checkpoint of checkpoints.filter((each) => each !== known)) {
        const progress = JSON.parse(await openProgress(context, checkpoint)) as ReadingProgress;
        stored.set(placeOf(checkpoint.source, checkpoint.collection), { segments: checkpoint.segments, progress });
      }
      return new Generation(generation, context, stored);
    }
    return Generation.#anew(context, basis);
  }

  static async #anew(context: StepContext, basis: string): Promise<Generation> {
    const { desk, request } = context;
    const id = desk.ids.next('gen');
    if (request.generation !== undefined) await Generation.#discard(context, request.generation);
    await context.checkpoint(async (transaction) => {
      const current = await lockRequest(transaction, request, request.id);
      await transaction.requests.change({ ...current, generation: id, version: current.version + 1, updatedAt: transaction.now });
    });
    const generation = new Generation(id, context, new Map());
    await generation.#checkpoint(BASIS, BASIS, { segments: 0, text: basis });
    return generation;
  }

  /**
   * Destroys an earlier reading. Only while the lease holds, and by its own name: a worker that was halted for longer than its lease
   * must not find itself removing what another one has read since.
   */
  static async #discard(context: StepContext, generation: string): Promise<void> {
    const { desk, request } = context;
    await context.checkpoint((transaction) => transaction.evidence.forget(request.controller, request.id));
    await desk.vault.remove({ controller: request.controller, request: request.id }, `evidence/${generation}/`);
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
