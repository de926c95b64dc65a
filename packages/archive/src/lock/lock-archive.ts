import { ReadableStream, TransformStream } from 'node:stream/web';
import type { Secret } from '@habeas/connector-sdk';

/** What an archive can be locked with: an encrypted ZIP (AES-256, WinZip's AE-2), or age (v1, with a passphrase). */
export type Lock = 'aes' | 'age';

/** How an archive is locked. */
export interface LockOptions {
  readonly lock: Lock;
  /** Drawn at random, of at least 96 bits: neither format makes guessing a weak one expensive enough. */
  readonly passphrase: Secret<string>;
  /** What the archive is called inside an encrypted ZIP. */
  readonly name: string;
  /** How long the archive is. */
  readonly bytes: number;
  /** The one time that an encrypted ZIP carries. */
  readonly modifiedAt: Date;
}

/** Strength 3 of the format: a key of 256 bits. */
const AES_256 = 3;
/** The passphrase is not to be guessed anyway; 2^12 costs 4 MiB for a moment, on either side. */
const SCRYPT_LOG_N = 12;
/** From here on sizes need 64 bits; a little less than 2^32, for what is around the data. */
const WIDE_FROM = 0xffff_0000;

/**
 * Locks a finished archive with a passphrase, as a stream, in memory that does not depend on its size. It goes in as it is, as one file: so
 * the names and sizes of what is in it are as hidden as the rest, and its own checksum still holds once it is unlocked. Each call gives
 * other bytes (the salt is new). Rejects with what the content throws; then what was given so far cannot be unlocked as a whole.
 */
export function lockArchive(content: AsyncIterable<Uint8Array>, options: LockOptions): AsyncIterable<Uint8Array> {
  return options.lock === 'aes' ? encryptedZip(content, options) : ageFile(content, options);
}

// Both are loaded when they are first needed: together they take 20 MiB, and most processes never lock anything.

async function* ageFile(content: AsyncIterable<Uint8Array>, { passphrase }: LockOptions): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(SCRYPT_LOG_N);
  encrypter.setPassphrase(passphrase.reveal());
  // Needs no copy: it takes a piece into its own chunk before it asks for the next
  yield* await encrypter.encrypt(streamOf(content));
}

async function* encryptedZip(content: AsyncIterable<Uint8Array>, options: LockOptions): AsyncGenerator<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const written = writeZip(streamOf(copied(content)), writable, options).catch(async (error: unknown) => {
    // Whoever reads meets it there
    await writable.abort(error).catch(() => undefined);
  });
  yield* readable;
  await written;
}

async function writeZip(
  content: ReadableStream<Uint8Array>,
  to: WritableStream<Uint8Array>,
  { passphrase, name, bytes, modifiedAt }: LockOptions,
): Promise<void> {
  const { ZipWriter } = await import('@zip.js/zip.js');
  const zip = new ZipWriter(to, {
    password: passphrase.reveal(),
    encryptionStrength: AES_256,
    // It is compressed already
    level: 0,
    useWebWorkers: false,
    lastModDate: modifiedAt,
    zip64: bytes >= WIDE_FROM,
  });
  await zip.add(name, content);
  await zip.close();
}

/** Who gives the content may fill the same memory again while a piece still waits. */
async function* copied(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of content) yield new Uint8Array(piece);
}

/** Asks for a piece only when one is wanted. */
function streamOf(content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = content[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const next = await chunks.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      cancel: async () => {
        await chunks.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
