import { describe, expect, it } from '@jest/globals';
import { InvalidInputError } from '@habeas/connector-sdk';
import { VaultError } from '@habeas/vault';
import { StoreFault, StoreRefused } from '../persistence/store-fault.js';
import { commandFault } from './command-fault.js';

describe('a command that cannot do what it was asked to', () => {
  it.each([
    ['input that has to be mended', new InvalidInputError([{ file: 'a.yaml', line: 3, what: 'wrong', remedy: 'mend it' }]), 'a.yaml:3: wrong (mend it)', 2],
    ['a store that must not be used', new StoreRefused('Take another one.'), 'Take another one.', 2],
    ['a store that is not there', new StoreFault('ECONNREFUSED'), 'The store could not do this (ECONNREFUSED). Check that its server runs, its URL is right, and its disk is not full.', 1],
    ['keys that cannot be read', new VaultError('keyring-permissions', 'others may read the keyring'), 'The vault cannot be used: others may read the keyring (keyring-permissions).', 1],
    ['an address that is taken', { code: 'EADDRINUSE', syscall: 'listen', address: '127.0.0.1', port: 4000 }, 'It cannot listen on 127.0.0.1:4000 (EADDRINUSE). Choose another address in listen or operations.', 1],
    ['a folder that it may not write', { code: 'EACCES', syscall: 'mkdir', path: '/data' }, 'The system refused mkdir /data (EACCES). Check the path, its rights and its disk.', 1],
    ['a full disk', { code: 'ENOSPC', syscall: 'write' }, 'The system refused write (ENOSPC). Check the path, its rights and its disk.', 1],
  ])('for %s says so in one message, and what to do', (_what, error, message, exitCode) => {
    expect(commandFault(error)).toEqual({ message, exitCode });
  }); // prettier-ignore

  it('is not told of a bug: it is thrown on', () => {
    const bugs = [new TypeError('a bug'), Object.assign(new Error('an assertion'), { code: 'ERR_ASSERTION' })];
    for (const bug of bugs) expect(() => commandFault(bug)).toThrow(bug);
  });
});
