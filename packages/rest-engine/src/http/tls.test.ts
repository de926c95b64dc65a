import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCertificates } from '@habeas/test-servers';
import { faultClassOf, send, testNetwork } from '../testing/index.js';

const network = testNetwork();
const { ca, certificate, key } = createCertificates();
const server = createServer({ cert: certificate, key }, (_request, response) => response.end('fine'));
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
