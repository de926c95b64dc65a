import { Secret } from '@habeas/connector-sdk';
import type { BlobStore, RequestKey, RequestVault } from '@habeas/core';
import {
  blobSource,
  type DataKey,
  type KeyOwner,
  type KeyService,
  openField,
  openSealed,
  sealField,
  sealStream,
} from '@habeas/vault';

/** The vault of requests: data keys from a key service, sealed files in a blob store. A data key is in memory only while it is used. */
export class KeyVault implements RequestVault {
  constructor(
    private readonly keys: KeyService,
    private readonly blobs: BlobStore,
  ) {}

  async createKey(owner: Parameters<RequestVault['createKey']>[0], keepUntil: Date): Promise<string> {
    const { key, wrapped } = await this.keys.createDataKey(ownerOf(owner), keepUntil);
    key.destroy();
    return wrapped;
  }

  keepUntil(key: RequestKey, keepUntil: Date): Promise<string> {
    return this.keys.rewrap(ownerOf(key), key.dataKey, keepUntil);
  }

  seal(key: RequestKey, field: string, text: string): Promise<string> {
    return this.#with(key, (dataKey) => Promise.resolve(sealField(dataKey, placeOf(key, field), new Secret(text))));
  }

  open(key: RequestKey, field: string, sealed: string): Promise<string> {
    return this.#with(key, (dataKey) => Promise.resolve(openField(dataKey, placeOf(key, field), sealed).reveal()));
  }

  put(key: RequestKey, name: string, content: AsyncIterable<Uint8Array>): Promise<void> {
    return this.#with(key, async (dataKey) => {
      await this.blobs.put(blobName(key, name), sealStream(dataKey, contextOf(key, name), content));
    });
  }

  async *read(
    key: RequestKey,
    name: string,
    range?: { readonly start: number; readonly end: number },
  ): AsyncGenerator<Uint8Array> {
    const dataKey = await this.keys.openDataKey(ownerOf(key), key.dataKey);
    try {
      const source = await blobSource(this.blobs, blobName(key, name));
      yield* (await openSealed(dataKey, contextOf(key, name), source)).read(range);
    } finally {
      dataKey.destroy();
    }
  }

  async remove(owner: { readonly controller: string; readonly request: string }, below = ''): Promise<void> {
    for await (const name of this.blobs.list(blobName(owner, below))) await this.blobs.delete(name);
  }

  async #with<T>(key: RequestKey, use: (dataKey: DataKey) => Promise<T>): Promise<T> {
    const dataKey = await this.keys.openDataKey(ownerOf(key), key.dataKey);
    try {
      return await use(dataKey);
    } finally {
      dataKey.destroy();
    }
  }
}

function ownerOf({ controller, request }: { readonly controller: string; readonly request: string }): KeyOwner {
  return { controller, id: request };
}

function placeOf({ request }: RequestKey, field: string): Parameters<typeof openField>[1] {
  return { table: 'request', column: field, row: request };
}

/** Every name is used once, so a name has one version. */
function contextOf({ controller, request }: RequestKey, artifact: string): Parameters<typeof sealStream>[1] {
  return { controller, request, artifact, version: 1 };
}

function blobName({ controller, request }: { readonly controller: string; readonly request: string }, name: string): string {
  return `${controller}/${request}/${name}`;
}
