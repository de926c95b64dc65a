import { jest } from '@jest/globals';
import * as real from 'node:fs/promises';

/** What the disk was asked to do that may fail, and which of it does. */
export interface FailingDisk {
  /** What was asked since the last reset, in order. */
  readonly calls: readonly string[];
  /** From now on the call of that number fails (counted from 0), and every later one where the disk stays full. */
  failAt(call: number, code: string, stays?: boolean): void;
  heal(): void;
}

/**
 * Puts a disk that fails when told to under everything that is imported after it. Reading and removing always work, as they do on a
 * full disk.
 */
export function failingDisk(): FailingDisk {
  const calls: string[] = [];
  let fails: (call: number) => string | undefined = () => undefined;
  const ask = (what: string): void => {
    const code = fails(calls.length);
    calls.push(what);
    if (code !== undefined) throw Object.assign(new Error(`${code}: the disk of the test`), { code });
  };
  const open: typeof real.open = async (path, flags, mode) => {
    const writes = flags !== 'r' && typeof flags === 'string';
    if (writes) ask('open');
    const handle = await real.open(path, flags, mode);
    const over = (name: 'write' | 'writeFile' | 'sync'): void => {
      const call = handle[name].bind(handle) as (...args: unknown[]) => Promise<unknown>;
      Object.assign(handle, {
        [name]: async (...args: unknown[]) => {
          ask(writes ? name : 'sync folder');
          return call(...args);
        },
      });
    };
    (['write', 'writeFile', 'sync'] as const).forEach(over);
    return handle;
  };
  jest.unstable_mockModule('node:fs/promises', () => ({
    ...real,
    open,
    link: async (from: string, to: string) => {
      ask('link');
      await real.link(from, to);
    },
    mkdir: async (path: string, options: { recursive: true; mode: number }) => {
      ask('mkdir');
      return real.mkdir(path, options);
    },
    rename: async (from: string, to: string) => {
      ask('rename');
      await real.rename(from, to);
    },
    writeFile: async (path: string, text: string, options: { flag: string; mode: number }) => {
      ask('writeFile');
      await real.writeFile(path, text, options);
    },
  }));
  return {
    calls,
    failAt(call, code, stays = true) {
      calls.length = 0;
      fails = (at) => (at === call || (stays && at > call) ? code : undefined);
    },
    heal() {
      calls.length = 0;
      fails = () => undefined;
    },
  };
}
