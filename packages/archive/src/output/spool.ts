import { createCipheriv, createDecipheriv, randomBytes, type Cipher } from 'node:crypto';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BLOCK = 64 * 1024;
const HELD_LIMIT = 1024 * 1024;
const CIPHER = 'aes-256-ctr';

/**
 * Bytes that are written first and read back later, in bounded memory: up to 1 MiB is held, the rest goes to a temporary
 * file, encrypted with a key that never leaves this object. Made by {@link Scratch.spool}, which also removes it.
 */
export class Spool {
  #bytes = 0;
  #full: Buffer[] = [];
  #block: Buffer | undefined;
  #fill = 0;
  #overflow: Overflow | undefined;

  constructor(private readonly openOverflow: () => Promise<Overflow>) {}

  /** How many bytes were appended. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Takes a copy. Waits only when memory is full. */
  async append(bytes: Uint8Array): Promise<void> {
    this.#bytes += bytes.length;
    for (let at = 0; at < bytes.length;) {
      this.#block ??= Buffer.allocUnsafeSlow(BLOCK);
      const part = bytes.subarray(at, at + BLOCK - this.#fill);
      this.#block.set(part, this.#fill);
      this.#fill += part.length;
      at += part.length;
      if (this.#fill === BLOCK) this.#closeBlock();
    }
    if (this.#full.length * BLOCK >= HELD_LIMIT) await this.#spill();
  }

  /** Everything that was appended, in order. Append nothing while it runs; it may run several times. */
  async *read(): AsyncGenerator<Uint8Array> {
    if (this.#overflow !== undefined) yield* this.#overflow.read();
    yield* this.#full;
    if (this.#block !== undefined) yield this.#block.subarray(0, this.#fill);
  }

  #closeBlock(): void {
    if (this.#block !== undefined) this.#full.push(this.#block);
    this.#block = undefined;
    this.#fill = 0;
  }

  async #spill(): Promise<void> {
    this.#overflow ??= await this.openOverflow();
    for (const block of this.#full) await this.#overflow.append(block);
    this.#full = [];
  }
}

/** The part of a {@link Spool} that lies on disk. */
class Overflow {
  readonly #key = randomBytes(32);
  readonly #iv = randomBytes(16);
  readonly #cipher: Cipher = createCipheriv(CIPHER, this.#key, this.#iv);
  #length = 0;

  constructor(readonly handle: FileHandle) {}

  async append(block: Uint8Array): Promise<void> {
    const sealed = this.#cipher.update(block);
    await writeFully(this.handle, sealed, this.#length);
    this.#length += sealed.length;
  }

  async *read(): AsyncGenerator<Uint8Array> {
    const decipher = createDecipheriv(CIPHER, this.#key, this.#iv);
    for (let at = 0; at < this.#length; at += BLOCK) {
      const block = Buffer.allocUnsafe(Math.min(BLOCK, this.#length - at));
      await readFully(this.handle, block, at);
      yield decipher.update(block);
    }
  }
}

/** The temporary room of one archive: {@link Scratch.dispose} in a `finally` leaves nothing behind. */
export class Scratch {
  readonly #handles: FileHandle[] = [];
  #folder: string | undefined;

  /** `parent` is where temporary files go; by default the system's own place for them. */
  constructor(private readonly parent: string = tmpdir()) {}

  /** An empty spool. */
  spool(): Spool {
    return new Spool(async () => {
      this.#folder ??= await mkdtemp(join(this.parent, 'habeas-archive-'));
      const handle = await open(join(this.#folder, String(this.#handles.length)), 'wx+', 0o600);
      this.#handles.push(handle);
      return new Overflow(handle);
    });
  }

  /** Closes and removes everything. Safe to call twice. */
  async dispose(): Promise<void> {
    for (const handle of this.#handles.splice(0)) await handle.close();
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }
}

async function writeFully(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    at += (await handle.write(bytes, at, bytes.length - at, position + at)).bytesWritten;
  }
}

async function readFully(handle: FileHandle, into: Uint8Array, position: number): Promise<void> {
  for (let at = 0; at < into.length;) {
    const { bytesRead } = await handle.read(into, at, into.length - at, position + at);
    if (bytesRead === 0) throw new Error('a temporary file of the archive is shorter than what was written to it');
    at += bytesRead;
  }
}
