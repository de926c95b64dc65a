import { crc32 } from 'node:zlib';
import type { Spool } from '../output/spool.js';
import { BLOCK_BYTES, blocksOf, deflateBlock, deflateWhole, WINDOW_BYTES, type Block } from './blocks.js';
import { OrderedOutput } from './ordered-output.js';
import {
  centralHeader,
  dataDescriptor,
  dosTime,
  endOfDirectory,
  FLAG_DESCRIPTOR,
  FLAG_UTF8,
  localHeader,
} from './zip-headers.js';
import type { DosTime, ZipEntryFacts } from './zip-headers.js';
import type { CreateZip, ZipEntryOptions, ZipSettings, ZipWriter } from './zip-writer.js';

const IN_FLIGHT = 8;
const NOTHING = Buffer.alloc(0);

/** What is known so far of the entry that is being written. */
type OpenEntry = { -readonly [Fact in keyof ZipEntryFacts]: ZipEntryFacts[Fact] } & { level: number; window: Buffer };

/**
 * Our own ZIP writer: cuts each entry into blocks and compresses them side by side on Node's thread pool. An entry of one
 * block has its sizes in front, a longer one behind its data. ZIP64 is used where a size, an offset or the number of
 * entries asks for it, and nowhere else. The central directory is spooled, so memory does not grow with it.
 */
export const parallelZip: CreateZip = (settings) => new ParallelZip(settings);

class ParallelZip implements ZipWriter {
  readonly #output: OrderedOutput;
  readonly #directory: Spool;
  readonly #time: DosTime;
  readonly #level: number;
  readonly #idle: Buffer[] = [];
  #entries = 0;

  constructor({ write, modifiedAt, level, scratch }: ZipSettings) {
    this.#output = new OrderedOutput(write, IN_FLIGHT);
    this.#directory = scratch.spool();
    this.#time = dosTime(modifiedAt);
    this.#level = level;
  }

  async add(name: string, chunks: AsyncIterable<Uint8Array>, { store = false }: ZipEntryOptions = {}): Promise<void> {
    const entry = this.#openEntry(name, store ? 0 : this.#level);
    for await (const block of blocksOf(chunks, () => this.#idle.pop() ?? Buffer.allocUnsafeSlow(BLOCK_BYTES))) {
      entry.crc = crc32(block.data, entry.crc);
      entry.size += block.data.length;
      if (block.first && block.last) await this.#addWhole(entry, block);
      else await this.#addBlock(entry, block);
    }
  }

  async finish(): Promise<void> {
    await this.#output.settle();
    const start = this.#output.offset;
    for await (const lines of this.#directory.read()) await this.#output.write(lines);
    await this.#output.write(endOfDirectory(this.#entries, start, this.#directory.bytes));
    await this.#output.flush();
  }

  abort(): Promise<void> {
    return Promise.resolve();
  }

  #openEntry(name: string, level: number): OpenEntry {
    this.#entries += 1;
    const facts = { name: Buffer.from(name), flags: FLAG_UTF8, method: level === 0 ? 0 : 8, time: this.#time, offset: 0 };
    return { ...facts, crc: 0, compressed: 0, size: 0, level, window: NOTHING };
  }

  async #addBlock(entry: OpenEntry, block: Block): Promise<void> {
    entry.flags |= FLAG_DESCRIPTOR;
    const work = entry.level === 0 ? Promise.resolve(block.data) : deflateBlock(block, entry.level, entry.window);
    work.catch(() => undefined); // it is awaited in its turn, which may never come
    entry.window = Buffer.from(block.data.subarray(-WINDOW_BYTES));
    await this.#output.later(async () => {
      if (block.first) {
        entry.offset = this.#output.offset;
        await this.#output.write(localHeader(entry));
      }
      const bytes = await work;
      entry.compressed += bytes.length;
      await this.#output.write(bytes);
      this.#idle.push(block.memory);
      if (!block.last) return;
      await this.#output.write(dataDescriptor(entry));
      await this.#directory.append(centralHeader(entry));
    });
  }

  async #addWhole(entry: OpenEntry, block: Block): Promise<void> {
    const work = entry.level === 0 ? Promise.resolve(block.data) : deflateWhole(block, entry.level);
    work.catch(() => undefined); // as above
    await this.#output.later(async () => {
      let bytes = await work;
      if (bytes.length >= block.data.length) {
        bytes = block.data;
        entry.method = 0;
      }
      entry.compressed = bytes.length;
      entry.offset = this.#output.offset;
      await this.#output.write(localHeader(entry));
      await this.#output.write(bytes);
      await this.#directory.append(centralHeader(entry));
      this.#idle.push(block.memory);
    });
  }
}
