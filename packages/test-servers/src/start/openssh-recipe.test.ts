import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { opensshRecipe } from './openssh-recipe.js';

describe('OpenSSH', () => {
  const servers: Server[] = [];
  afterEach(() => {
    jest.restoreAllMocks();
    for (const server of servers.splice(0)) server.close();
  });

  /** The URL of something that says this to whoever connects. */
  async function saying(greeting: string): Promise<string> {
    const server = createServer((socket) => socket.resume().end(greeting));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return opensshRecipe.url((server.address() as AddressInfo).port, '');
  }

  it('is there once it speaks SSH', async () => {
    await expect(opensshRecipe.ping(await saying('SSH-2.0-OpenSSH_9.2\r\n'))).resolves.toBeUndefined();
    await expect(opensshRecipe.ping(await saying('220 ready\r\n'))).rejects.toThrow('It speaks no SSH.');
  });

  it('lets in the account that it runs as', () => {
    const as = (uid: number): string => {
      jest.spyOn(process as { getuid: () => number }, 'getuid').mockReturnValue(uid);
      return new URL(opensshRecipe.url(2222, '')).username;
    };
    expect(as(0)).toBe('nobody');
    expect(as(1_000)).not.toBe('');
  });

  it('needs nothing in its folder but what whoever starts it puts there', () => {
    expect([opensshRecipe.files('x'), opensshRecipe.initialise('/srv')]).toEqual([{}, ['true']]);
  });
});
