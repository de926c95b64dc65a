import type { RequestKey, RequestVault } from '../ports/request-vault.js';

/** Seals a text under a name that was never used, durably. */
export function storeText(vault: RequestVault, key: RequestKey, name: string, text: string): Promise<void> {
  return vault.put(key, name, once(Buffer.from(text)));
}

/** A text that was stored so. */
export async function storedText(vault: Pick<RequestVault, 'read'>, key: RequestKey, name: string): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of vault.read(key, name)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, undefined> {
  await Promise.resolve();
  yield bytes;
}
