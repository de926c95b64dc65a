import { describe, expect, it } from '@jest/globals';
import { memoryVault } from './memory-vault.js';

const key = { controller: 'club', request: 'r', dataKey: 'k' };
async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield Buffer.from(text);
}

describe('the vault of the tests', () => {
  it('opens a text in its place only, and not once its key is destroyed', async () => {
    const vault = memoryVault();
    const sealed = await vault.seal(key, 'subject', 'x');
    expect(await vault.open(key, 'subject', sealed)).toBe('x');
    await expect(vault.open(key, 'case', sealed)).rejects.toThrow('another place');
    await expect(vault.open({ ...key, request: 's' }, 'subject', sealed)).rejects.toThrow('another place');
    vault.destroyKeys('r');
    expect(() => vault.open(key, 'subject', sealed)).toThrow('destroyed');
  });

  it('takes a name once, and has nothing under others', async () => {
    const vault = memoryVault();
    await vault.put(key, 'a', bytes('abc'));
    await expect(vault.put(key, 'a', bytes('abc'))).rejects.toThrow('used');
    const part = vault.read(key, 'a', { start: 1, end: 2 })[Symbol.asyncIterator]();
    expect(Buffer.from((await part.next()).value as Uint8Array).toString()).toBe('b');
    await expect(vault.read(key, 'b')[Symbol.asyncIterator]().next()).rejects.toThrow('no such blob');
    await vault.put(key, 'b/c', bytes('x'));
    await vault.remove(key, 'b/');
    expect(vault.stored()).toEqual(['club/r/a']);
    await vault.remove(key);
    expect(vault.stored()).toEqual([]);
  });
});
