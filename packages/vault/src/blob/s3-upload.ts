import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { isTaken } from './s3-reply.js';

/** Two parts are held in memory; 10,000 of them make 78 GiB. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 2;

/** An object's bucket and key. */
export interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** An upload that was begun. */
export interface BegunUpload extends Place {
  readonly UploadId: string;
}

/** Writes an object unless there is one: then it gives back false, having read some or all of the content. Nothing is seen before the end. */
export async function uploadNew(client: S3Client, place: Place, content: AsyncIterable<Uint8Array>): Promise<boolean> {
  const upload = new Upload({
    client,
    partSize: PART_BYTES,
    queueSize: PARTS_AT_ONCE,
    params: { ...place, Body: Readable.from(content, { objectMode: false }), IfNoneMatch: '*' },
  });
  try {
    await upload.done();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

/** The uploads below a prefix that began before that time and never ended. */
export async function* abandonedUploads(
  client: S3Client,
  below: { readonly Bucket: string; readonly Prefix: string },
  olderThan: Date,
): AsyncGenerator<BegunUpload> {
  let from: { KeyMarker?: string | undefined; UploadIdMarker?: string | undefined } | undefined = {};
  while (from !== undefined) {
    const page: ListMultipartUploadsCommandOutput = await client.send(new ListMultipartUploadsCommand({ ...below, ...from }));
    for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
      if (Key === undefined || UploadId === undefined || Initiated === undefined || Initiated >= olderThan) continue;
      yield { Bucket: below.Bucket, Key, UploadId };
    }
    from = page.IsTruncated === true ? { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker } : undefined;
  }
}

/** Removes the parts of an upload. */
export async function abortUpload(client: S3Client, upload: BegunUpload): Promise<void> {
  await client.send(new AbortMultipartUploadCommand({ ...upload }));
}
