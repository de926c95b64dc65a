import { describe, expect, it } from '@jest/globals';
import { VaultError } from '@habeas/vault';
import { GraphQLError } from 'graphql';
import { pino } from 'pino';
import { StoreFault } from '../persistence/index.js';
import { errorFormatter } from './format-error.js';
import { ServiceLog } from './service-log.js';
import { isUnavailable } from './unavailable.js';

describe('what a service stands on', () => {
  it.each([
    [new StoreFault('ECONNREFUSED'), true],
    [new StoreFault('SQLITE_FULL'), true],
    [new VaultError('blob-full', 'x'), true],
    [new StoreFault('ER_DATA_TOO_LONG'), false],
    [new VaultError('key-forged', 'x'), false],
    [new Error('x'), false],
    ['store-unavailable', false],
  ])('may be unavailable for a while (%#)', (error, expected) => {
    expect(isUnavailable(error)).toBe(expected);
  });

  it('is told to clients as what passes, and to the log by its code', () => {
    const lines: string[] = [];
    const format = errorFormatter(new ServiceLog(pino({ base: {} }, { write: (line: string) => void lines.push(line) })));
    const thrown = new GraphQLError('words', { path: ['request'], originalError: new StoreFault('ECONNREFUSED') });
    const told = format({ message: 'words' }, thrown);
    expect(told).toMatchObject({ extensions: { code: 'UNAVAILABLE' }, message: expect.not.stringContaining('words') });
    expect(lines).toEqual([expect.stringContaining('"code":"store-unavailable"')]);
  });
});
