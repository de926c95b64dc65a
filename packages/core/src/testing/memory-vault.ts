import type { RequestVault } from '../ports/request-vault.js';

/** A vault whose seal keeps nothing secret, but minds field, key and owner as a real one does; for tests. */
export interface MemoryVault extends RequestVault {
  /** The names of what is stored. */
  stored(): readonly string[];
  /** Destroys the keys of a request, as the end of an epoch does. */
  destroyKeys(request: string): void;
}

/** See {@link MemoryVault}. */
export function memoryVault(): MemoryVault {
  const blobs = new Map<string, Uint8Array>();
  const destroyed = new Set<string>();
  const pathOf = ({ controller, request }: { readonly controller: string; readonly request: string }, name: string): string =>
    `${controller}/${request}/${name}`;
  const check = ({ request }: { readonly request: string }): void => {
    if (destroyed.has(request)) throw Object.assign(new Error('The key is destroyed.'), { code: 'key-destroyed' });
  };
  return {
    createKey: ({ request }, keepUntil) => Promise.resolve(`key of ${request} until ${keepUntil.toISOString()}`),
    keepUntil: (key, keepUntil) =>
      Promise.resolve().then(() => {
        check(key);
        return `key of ${key.request} until ${keepUntil.toISOString()}`;
      }),
    seal: (key, field, text) => {
      check(key);
      return Promise.resolve(JSON.stringify([key.request, field, text]));
    },
    open: (key, field, sealed) => {
      check(key);
      const [request, place, text] = JSON.parse(sealed) as [string, string, string];
      if (request !== key.request || place !== field) return Promise.reject(new Error('This was sealed for another place.'));
      return Promise.resolve(text);
    },
    put: async (key, name, content) => {
      const parts: Uint8Array[] = [];
      for await (const part of content) parts.push(part);
      if (blobs.has(pathOf(key, name))) throw new Error('The name is used.');
      blobs.set(pathOf(key, name), Buffer.concat(parts));
    },
    async *read(key, name, range) {
      check(key);
      await Promise.resolve();
      const blob = blobs.get(pathOf(key, name));
      if (blob === undefined) throw new Error('There is no such blob.');
      yield blob.subarray(range?.start, range?.end);
    },
    remove: (owner, below = '') => {
      for (const name of [...blobs.keys()]) if (name.startsWith(pathOf(owner, below))) blobs.delete(name);
      return Promise.resolve();
    },
    stored: () => [...blobs.keys()],
    destroyKeys: (request) => {
      destroyed.add(request);
    },
  };
}
