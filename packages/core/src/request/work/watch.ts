import type { ProgressEvent, ProgressListener } from '../../discovery/progress.js';
import type { StepContext } from '../../work/step-context.js';

interface Reading {
  readonly source: string;
  readonly collection: string;
  readonly records: number;
  readonly files: number;
  readonly outcome: string;
}

/** Follows a search and a reading, and reports how far they are: names of collections, and counts. */
export class Watch {
  readonly #readings = new Map<string, Reading>();
  #round = 0;

  constructor(private readonly context: Pick<StepContext, 'report'>) {}

  readonly listener: ProgressListener = (event) => {
    this.#take(event);
    this.context.report({ round: this.#round, collections: [...this.#readings.values()].map((reading) => ({ ...reading })) });
  };

  #take(event: ProgressEvent): void {
    if (event.type === 'round-started') this.#round = event.round;
    if (event.type === 'read-started') this.#note(event, { records: 0, files: 0, outcome: 'reading' });
    if (event.type === 'read-progress') this.#note(event, { ...event, outcome: 'reading' });
    if (event.type === 'read-done') this.#note(event, event);
  }

  #note(
    { source, collection }: { readonly source: string; readonly collection: string },
    { records, files, outcome }: Pick<Reading, 'records' | 'files' | 'outcome'>,
  ): void {
    this.#readings.set(JSON.stringify([source, collection]), { source, collection, records, files, outcome });
  }
}
