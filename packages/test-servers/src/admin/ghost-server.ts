import type { GhostServer } from './test-server.js';

const VERSION = 'v5.0';

/** Ghost behind its owner's URL: `http://owner%40example.org:password@127.0.0.1:2368`. It is used as a browser would. */
export function connectToGhost(url: string): GhostServer {
  let cookie: Promise<string> | undefined;
  const ask: GhostServer['ask'] = async (method, path, body) => {
    cookie ??= signIn(url);
    return contentOf(await request(url, { method, path, body, cookie: await cookie }), `${method} ${path}`);
  };
  return {
    name: 'ghost',
    url,
    ask,
    createAdminKey: async (name) => {
      const made = await ask('POST', '/integrations/?include=api_keys', { integrations: [{ name }] });
      const [integration] = (made as { integrations: { api_keys: { type: string; secret: string }[] }[] }).integrations;
      const key = integration?.api_keys.find(({ type }) => type === 'admin');
      if (key === undefined) throw new Error('Ghost made no key for the administration.');
      return key.secret;
    },
  };
}

/** Makes whom the URL names the owner of a Ghost that has none yet. Rejects while it does not answer. */
export async function settleGhost(url: string): Promise<void> {
  const path = '/authentication/setup/';
  const { setup } = (await contentOf(await request(url, { method: 'GET', path }), path)) as { setup: { status: boolean }[] };
  if (setup[0]?.status === true) return;
  const { email, password } = ownerOf(url);
  const body = { setup: [{ name: 'Owner', email, password, blogTitle: 'Example Society' }] };
  await contentOf(await request(url, { method: 'POST', path, body }), path);
}

async function signIn(url: string): Promise<string> {
  const { email, password } = ownerOf(url);
  const reply = await request(url, { method: 'POST', path: '/session/', body: { username: email, password } });
  await contentOf(reply, '/session/');
  return reply.headers.getSetCookie().map((each) => each.replace(/;.*/, '')).join('; '); // prettier-ignore
}

function ownerOf(url: string): { readonly email: string; readonly password: string } {
  const { username, password } = new URL(url);
  return { email: decodeURIComponent(username), password: decodeURIComponent(password) };
}

interface GhostRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>> | undefined;
  readonly cookie?: string;
}

function request(url: string, { method, path, body, cookie = '' }: GhostRequest): Promise<Response> {
  const { origin } = new URL(url);
  const headers = { 'accept-version': VERSION, 'content-type': 'application/json', origin, cookie };
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(`${origin}/ghost/api/admin${path}`, { method, headers, ...content });
}

async function contentOf(reply: Response, what: string): Promise<unknown> {
  const text = await reply.text();
  if (!reply.ok) throw new Error(`Ghost answered ${what} with ${String(reply.status)}: ${text}`);
  return reply.headers.get('content-type')?.includes('json') === true ? (JSON.parse(text) as unknown) : text;
}
