import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCertificates } from '@habeas/test-servers';
import { faultClassOf, send, testNetwork } from '../testing/index.js';

const network = testNetwork();
const { ca, certificate, key } = createCertificates();
const server = createServer({ cert: certificate, key }, (socket) => {
  socket.on('error', () => undefined);
  socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 4\r\nconnection: close\r\n\r\nfine'));
});
// A client that does not trust the certificate ends the handshake
server.on('tlsClientError', () => undefined);
let port = 0;

beforeEach(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});

afterEach(async () => {
  await network.close();
  await new Promise((resolve) => server.close(resolve));
});

describe('a certificate', () => {
  it('of an authority that nobody trusts is a fault to mend, not one that passes', async () => {
    const origin = `https://127.0.0.1:${port}`;
    expect(await faultClassOf(send(network.open({ origins: [origin] }), origin))).toBe('contract');
  });

  it('of an authority that the administrator trusts is good, for the names that stand in it', async () => {
    const lookup = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);
    const [named, other] = [`https://localhost:${port}`, `https://api.example.test:${port}`];
    const http = network.open({ origins: [named, other], certificateAuthority: ca, lookup });
    expect(await (await send(http, named)).text()).toBe('fine');
    expect(await faultClassOf(send(http, other))).toBe('contract');
  });
});
