import type { FoundFile, SourceRecord } from '@habeas/connector-sdk';
import type { Clock } from '../ports/clock.js';
import type { ReadingProgress, ResumableCollection } from '../reading/reading-progress.js';
import { type KeptFile, RecordLines } from './evidence-lines.js';

/** A segment is written when it holds so much: records, characters, or what has waited so long (security R4). */
const MOST_RECORDS = 1_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;
const LONGEST_WAIT_MS = 5_000;
/** Larger files, and those of unknown size, get a blob of their own. */
const MOST_INLINE_BYTES = 64 * 1024;

/** What a writer writes to. */
export interface EvidenceSink {
  readonly clock: Clock;
  /** The next number of a segment of this collection. */
  readonly next: number;
  /** Commits a segment together with how far the reading has come. Without lines, only the latter. */
  commit(segment: Segment | undefined, progress: ReadingProgress): Promise<void>;
  /** Stores a file under a name that `commit` will not use; gives the name. */
  keep(content: AsyncIterable<Uint8Array>): Promise<string>;
}

/** A segment that is to be committed. */
export interface Segment {
  readonly number: number;
  readonly lines: readonly string[];
  readonly records: number;
  readonly files: number;
}

/** Writes what one collection holds into segments, each with the place its reading had come to. */
export class EvidenceWriter {
  readonly #records = new RecordLines();
  #lines: string[] = [];
  #characters = 0;
  #counts = { records: 0, files: 0 };
  #number: number;
  #since: number;

  constructor(
    private readonly found: ResumableCollection,
    private readonly sink: EvidenceSink,
  ) {
    this.#number = sink.next;
    this.#since = sink.clock.now().getTime();
  }

  /** Reads everything that is still to come. */
  async write(signal: AbortSignal): Promise<void> {
    for await (const batch of this.found.records()) {
      signal.throwIfAborted();
      for (const record of batch) this.#take(record);
      if (this.#isDue()) await this.#flush();
    }
    await this.#flush();
    for await (const file of this.found.files()) {
      signal.throwIfAborted();
      this.#add(`${JSON.stringify({ file: await this.#kept(file) })}\n`);
      this.#counts.files += 1;
      if (this.#isDue()) await this.#flush();
    }
    await this.#flush();
  }

  #take(record: SourceRecord): void {
    this.#add(this.#records.lines(record));
    this.#counts.records += 1;
  }

  #add(line: string): void {
    this.#lines.push(line);
    this.#characters += line.length;
  }

  #isDue(): boolean {
    return (
      this.#counts.records >= MOST_RECORDS ||
      this.#characters >= MOST_CHARACTERS ||
      this.sink.clock.now().getTime() - this.#since >= LONGEST_WAIT_MS
    );
  }

  async #flush(): Promise<void> {
    const progress = this.found.progress();
    if (this.#lines.length === 0) {
      await this.sink.commit(undefined, progress);
    } else {
      await this.sink.commit({ number: this.#number, lines: this.#lines, ...this.#counts }, progress);
      this.#number += 1;
    }
    this.#lines = [];
    this.#characters = 0;
    this.#counts = { records: 0, files: 0 };
    this.#records.restart();
    this.#since = this.sink.clock.now().getTime();
  }

  async #kept(found: FoundFile): Promise<KeptFile> {
    const { id, key, field, bytes, name, mediaType } = found;
    const file = {
      id,
      key,
      field,
      ...(bytes === undefined ? {} : { bytes }),
      ...(name === undefined ? {} : { name }),
      ...(mediaType === undefined ? {} : { mediaType }),
    };
    if (bytes === undefined || bytes > MOST_INLINE_BYTES) return { ...file, blob: await this.sink.keep(found.open()) };
    const parts: Uint8Array[] = [];
    for await (const part of found.open()) parts.push(part);
    return { ...file, base64: Buffer.concat(parts).toString('base64') };
  }
}
