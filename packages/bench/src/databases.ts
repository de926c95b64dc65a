import { connectToServer, startServers, type TestServer } from '@habeas/test-servers';

/** Runs a piece of work against a real MariaDB, found or started like the tests' own, and ends it afterwards. */
export async function withMariadb<T>(work: (server: TestServer) => Promise<T>): Promise<T> {
  const running = await startServers({ names: ['mariadb'] });
  try {
    const { mariadb } = running.servers;
    if (!('url' in mariadb)) throw new Error(`MariaDB is not available: ${mariadb.unavailable}`);
    return await work(connectToServer('mariadb', mariadb.url));
  } finally {
    await running.stop();
  }
}
