import { afterEach, describe, expect, it } from '@jest/globals';
import { faultClassOf, send, testNetwork, type ScriptedServer } from '../testing/index.js';

const network = testNetwork();
afterEach(() => network.close());

const victim = (): Promise<ScriptedServer> => network.server([{ body: 'a s3cr3t of this machine' }]);

/** Ways to write our own machine into a URL. */
const LITERALS = [
  ['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '017700000001', '0', '0.0.0.0'],
  ['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]', '[2002:7f00:1::]'],
  ['１２７.0.0.1', '127。0。0。1', '%31%32%37.0.0.1'],
].flat();

describe('our own machine (R65)', () => {
  it.each(LITERALS)('is not reached as %s, though it is declared', async (host) => {
    const { port, connections } = await victim();
    const origin = `http://${host}:${port}`;
    const http = network.open({ origins: [origin], privateNetworks: [] });
    expect(await faultClassOf(send(http, `${origin}/ann@example.org?s3cr3t`))).toBe('egress');
    expect(connections()).toBe(0);
  });

  it.each([
    ['its own address', ['127.0.0.1']],
    ['an IPv6 form of it', ['::ffff:127.0.0.1']],
    ['one of several addresses', ['93.184.215.14', '127.0.0.1']],
    ['no address', []],
  ])('is not reached by a name that resolves to %s', async (_what, addresses) => {
    const { port, connections } = await victim();
    const origin = `http://api.example.test:${port}`;
    const lookup = () => Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    const http = network.open({ origins: [origin], privateNetworks: [], lookup });
    expect(await faultClassOf(send(http, origin))).toBe('egress');
    expect(connections()).toBe(0);
  });

  it('is not reached by names of the machine itself', async () => {
    const { port, connections } = await victim();
    const origin = `http://localhost:${port}`;
    expect(await faultClassOf(send(network.open({ origins: [origin], privateNetworks: [] }), origin))).toBe('egress');
    expect(connections()).toBe(0);
  });

  it('is not reached by a name that resolves to another address the second time', async () => {
    const allowed = await network.server([{ body: 'fine', headers: { connection: 'close' } }]);
    const origin = `http://api.example.test:${allowed.port}`;
    const answers = ['127.0.0.1', '127.0.0.2'];
    const lookup = () => Promise.resolve([{ address: answers.shift() ?? '127.0.0.2', family: 4 }]);
    const http = network.open({ origins: [origin], privateNetworks: ['127.0.0.1/32'], lookup });
    expect(await (await send(http, origin)).text()).toBe('fine');
    expect(await faultClassOf(send(http, origin))).toBe('egress');
    expect(allowed.seen).toHaveLength(1);
  });

  it('is sent nothing where the socket ended up at an address other than the one that was looked at', async () => {
    const { port, seen } = await victim();
    const origin = `http://0.0.0.0:${port}`;
    expect(await faultClassOf(send(network.open({ origins: [origin], privateNetworks: ['0.0.0.0/32'] }), origin))).toBe('egress');
    expect(seen).toEqual([]);
  });

  it('is reached where the administrator allows its network', async () => {
    const { origin } = await victim();
    expect((await send(network.open({ origins: [origin] }), origin)).status).toBe(200);
  });
});

describe('another origin', () => {
  it('is not reached by a link to a next page', async () => {
    const api = await network.server([]);
    const other = await victim();
    const http = network.open({ origins: [api.origin] });
    const links = [
      other.origin,
      api.origin.replace('http:', 'https:'),
      `http://ann@127.0.0.1:${api.port}`,
      `http://127.0.0.2:${api.port}`,
    ];
    expect(await Promise.all(links.map((link) => faultClassOf(send(http, link))))).toEqual(links.map(() => 'egress'));
    expect([other.connections(), api.connections()]).toEqual([0, 0]);
  });

  it.each([301, 302, 303, 307, 308])('is not reached by a redirect of status %i', async (status) => {
    const other = await victim();
    const api = await network.server([{ status, headers: { location: `${other.origin}/ann@example.org` } }]);
    expect(await faultClassOf(send(network.open({ origins: [api.origin] }), api.origin))).toBe('egress');
    expect(other.connections()).toBe(0);
  });

  it('is not reached by a redirect with the credentials of the first, though it is declared too', async () => {
    const other = await victim();
    const api = await network.server([{ status: 302, headers: { location: other.origin } }]);
    const http = network.open({ origins: [api.origin, other.origin] });
    expect(await faultClassOf(send(http, api.origin, { headers: { authorization: 's3cr3t' } }))).toBe('egress');
    expect(other.connections()).toBe(0);
  });

  it.each(['file:///etc/passwd', 'javascript:1', 'http://[', '//127.0.0.2/'])(
    'is not reached by a redirect to %s',
    async (location) => {
      const api = await network.server([{ status: 302, headers: { location } }]);
      expect(await faultClassOf(send(network.open({ origins: [api.origin] }), api.origin))).toBe('egress');
    },
  );
});

describe('a redirect', () => {
  it('is followed within its origin, with everything but a body that is not asked for again', async () => {
    const api = await network.server(({ path }) =>
      path === '/end' ? { body: 'here' } : { status: path === '/keep' ? 307 : 302, headers: { location: '/end' } },
    );
    const http = network.open({ origins: [api.origin] });
    const posted = { method: 'POST', body: 'q', headers: { 'x-key': 'k' } } as const;
    expect(await (await send(http, `${api.origin}/keep`, posted)).text()).toBe('here');
    expect(await (await send(http, `${api.origin}/drop`, posted)).text()).toBe('here');
    const ends = api.seen.filter(({ path }) => path === '/end');
    expect(ends).toMatchObject([
      { method: 'POST', body: 'q', headers: { 'x-key': 'k' } },
      { method: 'GET', body: '', headers: { 'x-key': 'k' } },
    ]);
  });

  it('leads to a host of files without any credentials', async () => {
    const files = await network.server([{ body: 'file' }]);
    const api = await network.server([{ status: 302, headers: { location: `${files.origin}/f?signature=1` } }]);
    const http = network.open({ origins: [api.origin], fileHosts: [files.origin] });
    const headers = { authorization: 's3cr3t', 'x-api-key': 's3cr3t', cookie: 's3cr3t' };
    expect(await (await send(http, api.origin, { headers })).text()).toBe('file');
    expect(JSON.stringify(files.seen)).not.toContain('s3cr3t');
    api.answer([{ status: 307, headers: { location: files.origin } }]);
    expect(await faultClassOf(send(http, api.origin, { method: 'POST', body: 'q' }))).toBe('egress');
  });

  it('is followed three times, and not a fourth', async () => {
    const api = await network.server(({ path }) => {
      const left = Number(path.slice(1));
      return left === 0 ? { body: 'here' } : { status: 302, headers: { location: `/${left - 1}` } };
    });
    const http = network.open({ origins: [api.origin] });
    expect((await send(http, `${api.origin}/3`)).status).toBe(200);
    expect(await faultClassOf(send(http, `${api.origin}/4`))).toBe('contract');
  });

  it('that leads nowhere is the answer', async () => {
    const api = await network.server([{ status: 302 }, { status: 304 }]);
    const http = network.open({ origins: [api.origin] });
    expect([(await send(http, api.origin)).status, (await send(http, api.origin)).status]).toEqual([302, 304]);
  });
});
