import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { processTerminal } from './terminal.js';

const CLEARED = '\r\u001B[2K';
const written: string[] = [];
const screen = Object.getOwnPropertyDescriptor(process.stderr, 'isTTY');

function watched(isTTY: boolean): void {
  Object.defineProperty(process.stderr, 'isTTY', { value: isTTY, configurable: true });
}

beforeEach(() => {
  written.length = 0;
  for (const [name, stream] of [
    ['out', process.stdout],
    ['err', process.stderr],
  ] as const) {
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(`${name}:${String(text)}`) > 0);
  }
});

afterEach(() => {
  jest.restoreAllMocks();
  if (screen === undefined) Reflect.deleteProperty(process.stderr, 'isTTY');
  else Object.defineProperty(process.stderr, 'isTTY', screen);
});

describe('processTerminal', () => {
  it('writes results to the standard output and everything else to the standard error', () => {
    const terminal = processTerminal();
    terminal.out('a result');
    terminal.err('a remark');
    expect(written).toEqual(['out:a result\n', 'err:a remark\n']);
  });

  it('replaces a progress line by the next one and by whatever is said', () => {
    watched(true);
    const terminal = processTerminal();
    terminal.progress('one');
    terminal.progress('two');
    terminal.out('a result');
    terminal.err('a remark');
    expect(written).toEqual(['err:one', `err:${CLEARED}`, 'err:two', `err:${CLEARED}`, 'out:a result\n', 'err:a remark\n']);
  });

  it('cuts a progress line so that it never wraps', () => {
    watched(true);
    processTerminal().progress('x'.repeat(500));
    expect(written).toEqual([`err:${'x'.repeat(100)}`]);
  });

  it('shows no progress where nobody watches', () => {
    watched(false);
    processTerminal().progress('one');
    expect(written).toEqual([]);
  });
});
