import { createHash } from 'node:crypto';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Secret } from '@habeas/connector-sdk';
import type { BlobStat, BlobStore, ByteRange } from '@habeas/core';
import { lawfulName, lawfulRange } from './blob-name.js';
import { drain, hashed, Measured, sha256Of } from './measured.js';
import { abandonedUploads, abortUpload, uploadNew, type Place } from './s3-upload.js';
import { faultOfS3, isMissing, sizeOf } from './s3-reply.js';
import { conflict, missing, unavailable } from './blob-fault.js';

const CONNECT_MS = 10_000;
const SILENCE_MS = 60_000;

/** Where the blobs are. */
export interface S3Options {
  readonly bucket: string;
  /** In front of every name: `habeas/`. Empty unless given. */
  readonly prefix?: string;
  readonly region: string;
  /** For a server that is not Amazon's: `https://s3.example.org`. */
  readonly endpoint?: string;
  /** The bucket in the path instead of the host name, as most such servers want it. */
  readonly pathStyle?: boolean;
  /** Without them, what the environment offers: role, profile. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: Secret<string> };
}

/**
 * Blobs in S3-compatible storage, which several machines can share. That two writers never replace each other's blob rests on
 * conditional writes (`If-None-Match: *`); a server that ignores them keeps the last one.
 */
export class S3BlobStore implements BlobStore {
  readonly #client: S3Client;
  readonly #bucket: string;
  readonly #prefix: string;

  private constructor(client: S3Client, { bucket, prefix = '' }: S3Options) {
    this.#client = client;
    this.#bucket = bucket;
    this.#prefix = prefix;
  }

  /** Makes sure of the bucket first: without it, or without the right to list it, a missing blob could not be told from a fault. */
  static async open(options: S3Options): Promise<S3BlobStore> {
    const client = clientFor(options);
    try {
      await client.send(new HeadBucketCommand({ Bucket: options.bucket }));
      return new S3BlobStore(client, options);
    } catch (error) {
      client.destroy();
      throw unavailable('the bucket of the blobs is not there, or its owner lets nobody list it', error);
    }
  }

  async put(name: string, content: AsyncIterable<Uint8Array>): Promise<BlobStat> {
    const hash = createHash('sha256');
    const measured = new Measured(hashed(content, hash));
    const place = this.#placeOf(name);
    try {
      const isNew = (await this.stat(name)) === undefined && (await uploadNew(this.#client, place, measured));
      if (isNew) return { size: measured.size };
      if (!measured.ended) await drain(measured);
      await this.#demandSame(name, measured.size, hash.digest());
      return { size: measured.size };
    } catch (error) {
      throw measured.fault === undefined ? faultOfS3(error) : measured.fault.error;
    }
  }

  async *open(name: string, range?: ByteRange): AsyncGenerator<Uint8Array> {
    try {
      // An empty range has no form in HTTP.
      if (range !== undefined && range.start >= range.end) await this.#demandRange(name, range);
      else yield* this.#read(name, range);
    } catch (error) {
      throw faultOfS3(error);
    }
  }

  async stat(name: string): Promise<BlobStat | undefined> {
    try {
      const { ContentLength } = await this.#client.send(new HeadObjectCommand(this.#placeOf(name)));
      return { size: sizeOf(ContentLength) };
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw faultOfS3(error);
    }
  }

  async delete(name: string): Promise<void> {
    try {
      await this.#client.send(new DeleteObjectCommand(this.#placeOf(name)));
    } catch (error) {
      if (!isMissing(error)) throw faultOfS3(error);
    }
  }

  async *list(prefix: string): AsyncGenerator<string> {
    try {
      const query = { Bucket: this.#bucket, Prefix: `${this.#prefix}${prefix}` };
      for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#client }, query)) {
        yield* Contents.map(({ Key = '' }) => Key.slice(this.#prefix.length));
      }
    } catch (error) {
      throw faultOfS3(error);
    }
  }

  async sweep(olderThan: Date): Promise<number> {
    let swept = 0;
    try {
      for await (const upload of abandonedUploads(this.#client, { Bucket: this.#bucket, Prefix: this.#prefix }, olderThan)) {
        await abortUpload(this.#client, upload);
        swept += 1;
      }
      return swept;
    } catch (error) {
      throw faultOfS3(error);
    }
  }

  /** Lets connections go. */
  close(): void {
    this.#client.destroy();
  }

  #placeOf(name: string): Place {
    return { Bucket: this.#bucket, Key: `${this.#prefix}${lawfulName(name)}` };
  }

  async *#read(name: string, range: ByteRange | undefined): AsyncGenerator<Uint8Array> {
    const place = this.#placeOf(name);
    if (range !== undefined) lawfulRange(range, Number.MAX_SAFE_INTEGER);
    const part = range === undefined ? {} : { Range: `bytes=${String(range.start)}-${String(range.end - 1)}` };
    const { Body, ContentLength } = await this.#client.send(new GetObjectCommand({ ...place, ...part }));
    const body = Body as AsyncIterable<Uint8Array>;
    let left = sizeOf(ContentLength);
    // A server gives what it has of a range that goes too far.
    if (range !== undefined) lawfulRange(range, range.start + left);
    for await (const bytes of body) {
      left -= bytes.length;
      yield bytes;
    }
    if (left !== 0) throw unavailable('a blob was cut on its way from the storage');
  }

  async #demandRange(name: string, range: ByteRange): Promise<void> {
    const found = await this.stat(name);
    if (found === undefined) throw missing();
    lawfulRange(range, found.size);
  }

  async #demandSame(name: string, size: number, sha256: Buffer): Promise<void> {
    const found = await this.stat(name);
    if (found === undefined) throw unavailable('somebody else is writing this blob at this moment');
    if (found.size !== size || !(await sha256Of(this.open(name))).equals(sha256)) throw conflict();
  }
}

function clientFor({ region, endpoint, pathStyle = false, credentials }: S3Options): S3Client {
  return new S3Client({
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined
      ? {}
      : { credentials: { accessKeyId: credentials.accessKeyId, secretAccessKey: credentials.secretAccessKey.reveal() } }),
    requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    // Sealed files carry their own proof; many servers know no trailing checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
}
