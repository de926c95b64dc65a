import { describe, expect, it } from '@jest/globals';
import { checkServer } from './check-server.js';

const INFO = (policy: string, version = '7.0.15'): string =>
  `# Server\r\nredis_version:${version}\r\nmaxmemory_policy:${policy}\r\n`;

async function check(info: () => Promise<string>): Promise<string[]> {
  const log: string[] = [];
  const say = (event: string): unknown => log.push(event);
  await checkServer({ ping: () => Promise.resolve('PONG' as const), info }, { info: say, warn: say });
  return log;
}

describe('a Redis server', () => {
  it.each([INFO('noeviction'), INFO('noeviction', '6.2.0'), INFO('noeviction', '10.0.1'), 'a proxy that says nothing'])(
    'is taken that keeps what it has (%#)',
    async (info) => {
      expect(await check(() => Promise.resolve(info))).toEqual([]);
    },
  );

  it.each([
    [INFO('allkeys-lru'), 'maxmemory-policy is allkeys-lru'],
    [INFO('volatile-ttl'), 'maxmemory-policy is volatile-ttl'],
    [INFO('noeviction', '5.0.14'), 'version 5.0'],
    [INFO('noeviction', '6.0.16'), 'version 6.0'],
  ])('is refused that drops keys or is too old (%#)', async (info, why) => {
    await expect(check(() => Promise.resolve(info))).rejects.toThrow(why);
  });

  it('is taken, and it is logged, where the account may not ask', async () => {
    expect(await check(() => Promise.reject(new Error("NOPERM no permissions to run the 'info' command")))).toEqual([
      'redis-unchecked',
    ]);
    await expect(check(() => Promise.reject(new Error('Connection is closed.')))).rejects.toThrow('closed');
  });
});
