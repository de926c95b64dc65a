import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, describe } from '@jest/globals';
import { describeWithServer } from '@habeas/test-servers/jest';
import { operationsServer } from '../src/http/operations.js';
import { listen } from '../src/http/serve.js';
import { openStore } from '../src/persistence/index.js';
import { instead, people, putRequest, type SmallHouse, smallHouse } from './small-house.js';

async function look(url: string): Promise<{ status: number; text: string; type: string | null }> {
  const response = await fetch(url);
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') };
}

describe('the listener for those who run the service', () => {
  let house: SmallHouse;
  beforeAll(async () => {
    house = await smallHouse();
  }, 60_000);
  afterAll(() => house.stop());
  const at = (path: string): ReturnType<typeof look> => look(`${house.started.operationsUrl}${path}`);

  it('says that the process and its store answer', async () => {
    expect(await at('/healthz')).toMatchObject({ status: 200, text: 'ok\n' });
    expect(await at('/readyz')).toMatchObject({ status: 200, text: 'ready\n' });
  });

  it('is another one than that of clients, and shows nothing else', async () => {
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await look(`${house.url}${path}`)).status).toBe(404);
    for (const path of ['/graphql', '/session', '/archives/1', '/']) expect((await at(path)).status).toBe(404);
  });

  it('counts requests by controller and state, and knows nothing else of them', async () => {
    await people(house);
    await putRequest(house, { id: 'req_counted', reference: '2026-counted', state: 'needs_attention' });
    const { status, text, type } = await at('/metrics');
    expect([status, type]).toEqual([200, expect.stringContaining('text/plain')]);
    const counted = text.split('\n').filter((line) => line.startsWith('habeas_requests{'));
    expect(counted).toContain('habeas_requests{controller="club",state="needs_attention"} 1');
    expect(counted).toContain('habeas_requests{controller="hostel",state="needs_attention"} 0');
    expect(text).not.toMatch(/req_counted|2026-counted|officer/u);
  });

  it('says that the service is not ready where its store fails, or takes too long, and that it lives', async () => {
    const failing = instead(house.service.store, 'nextDueAt', () => Promise.reject(new Error('a text of the database')));
    expect(await at('/readyz')).toMatchObject({ status: 503, text: 'the store or the keyring does not answer\n' });
    failing();
    const hanging = instead(house.service.store, 'nextDueAt', () => new Promise(() => undefined));
    expect(await at('/readyz')).toMatchObject({ status: 503 });
    expect(await at('/healthz')).toMatchObject({ status: 200 });
    hanging();
    expect(await at('/readyz')).toMatchObject({ status: 200 });
  });

  it('has no metrics, rather than wrong ones, where the store fails', async () => {
    const { counted } = house.service.store;
    const mend = instead(counted, 'counts', () => Promise.reject(new Error('a text of the database')));
    const { status, text } = await at('/metrics');
    mend();
    expect([status, text]).toEqual([503, 'not available\n']);
  });
});

/** A way to a server that can be cut. */
class Line {
  readonly #sockets = new Set<Socket>();
  #isCut = false;
  readonly #server: Server;

  constructor(host: string, port: number) {
    this.#server = createServer((socket) => {
      if (this.#isCut) {
        socket.destroy();
        return;
      }
      const far = connect(port, host);
      for (const [one, other] of [[socket, far], [far, socket]] as const) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy()).on('close', () => other.destroy()).pipe(other);
      } // prettier-ignore
    });
  }

  async open(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return (this.#server.address() as AddressInfo).port;
  }

  cut(): void {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
  }

  mend(): void {
    this.#isCut = false;
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

describeWithServer('mariadb', 'a service whose store is on a server', (server) => {
  it('is not ready while the store is gone, lives on, and is ready when it is back', async () => {
    const database = await server.createDatabase('gone');
    const url = new URL(database.url);
    const line = new Line(url.hostname, Number(url.port));
    url.hostname = '127.0.0.1';
    url.port = String(await line.open());
    const store = await openStore({ url: url.href, allowsLazyFlush: true });
    const house = await smallHouse();
    const operations = operationsServer({ ...house.service, store });
    const at = await listen(operations, { host: '127.0.0.1', port: 0 });
    const status = async (path: string): Promise<number> => (await look(`${at}${path}`)).status;
    expect(await status('/readyz')).toBe(200);
    line.cut();
    expect([await status('/readyz'), await status('/healthz')]).toEqual([503, 200]);
    line.mend();
    for (let tries = 0; tries < 30 && (await status('/readyz')) !== 200; tries += 1)
      await new Promise((wake) => setTimeout(wake, 100));
    expect([await status('/readyz'), await status('/metrics')]).toEqual([200, 200]);
    await new Promise((resolve) => operations.close(resolve));
    await store.close();
    await line.close();
    await house.stop();
    await database.drop();
  }, 90_000);
});
