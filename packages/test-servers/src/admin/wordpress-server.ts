import type { WordpressItem, WordpressServer } from './test-server.js';

/** What a signed-in administrator's browser sends with its requests. */
interface SignedIn {
  readonly origin: string;
  readonly cookie: string;
  /** What WordPress wants beside the cookie from whoever uses its REST interface. */
  readonly nonce: string;
}

/** A page of one exporter, as the tool for exports is answered. */
interface ExportPage {
  readonly success: boolean;
  readonly data: { readonly data: readonly WordpressItem[]; readonly done: boolean };
}

/** WordPress behind its administrator's URL: `http://admin:password@127.0.0.1:8080`. It is used as a browser would. */
export function connectToWordpress(url: string): WordpressServer {
  let session: Promise<SignedIn> | undefined;
  const signedIn = (): Promise<SignedIn> => (session ??= signIn(new URL(url)));
  const ask: WordpressServer['ask'] = async (method, path, body) => askRest(await signedIn(), method, path, body);
  return {
    name: 'wordpress',
    url,
    ask,
    createApplicationPassword: async (name) => {
      const made = await ask('POST', '/wp/v2/users/me/application-passwords', { name });
      return String((made as Readonly<Record<string, unknown>>)['password']);
    },
    exportPersonalData: async (email) => exportOf(await signedIn(), email),
  };
}

async function signIn({ origin, username, password }: URL): Promise<SignedIn> {
  const form = new URLSearchParams({ log: decodeURIComponent(username), pwd: decodeURIComponent(password) });
  const reply = await fetch(`${origin}/wp-login.php`, { method: 'POST', body: form, redirect: 'manual' });
  if (reply.status !== 302) throw new Error(`WordPress refused its administrator, with ${String(reply.status)}.`);
  const cookie = reply.headers.getSetCookie().map((each) => each.replace(/;.*/, '')).join('; '); // prettier-ignore
  return { origin, cookie, nonce: await text({ origin, cookie }, '/wp-admin/admin-ajax.php?action=rest-nonce') };
}

/** One request of a browser that is signed in. With a form it is a POST. */
async function text(
  { origin, cookie }: Omit<SignedIn, 'nonce'>,
  path: string,
  form?: Readonly<Record<string, string>>,
): Promise<string> {
  const post = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const reply = await fetch(`${origin}${path}`, { headers: { cookie }, ...post });
  const body = await reply.text();
  if (!reply.ok) throw new Error(`WordPress answered ${path} with ${String(reply.status)}: ${body}`);
  return body;
}

async function askRest(
  { origin, cookie, nonce }: SignedIn,
  method: string,
  path: string,
  body?: FormData | Readonly<Record<string, unknown>>,
): Promise<unknown> {
  const reply = await fetch(`${origin}/wp-json${path}`, { method, ...contentOf(body, { cookie, 'x-wp-nonce': nonce }) });
  const answer = await reply.text();
  if (!reply.ok) throw new Error(`WordPress answered ${method} ${path} with ${String(reply.status)}: ${answer}`);
  return JSON.parse(answer) as unknown;
}

function contentOf(body: FormData | Readonly<Record<string, unknown>> | undefined, headers: Record<string, string>): RequestInit {
  if (body === undefined) return { headers };
  if (body instanceof FormData) return { headers, body };
  return { headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** What _Tools → Export Personal Data_ does: a request, and a question to each exporter until it is done. */
async function exportOf(session: SignedIn, email: string): Promise<readonly WordpressItem[]> {
  const tool = '/wp-admin/export-personal-data.php';
  const request = {
    action: 'add_export_personal_data_request',
    type_of_action: 'export_personal_data',
    username_or_email_for_privacy_request: email,
    _wpnonce: valueIn(await text(session, tool), /name="_wpnonce" value="([^"]+)"/),
  };
  await text(session, tool, request);
  const row = await text(session, `${tool}?s=${encodeURIComponent(email)}`);
  const exporters = Number(valueIn(row, /data-exporters-count="(\d+)"/));
  const about = { id: valueIn(row, /data-request-id="(\d+)"/), security: valueIn(row, /data-nonce="([^"]+)"/) };
  const items: WordpressItem[] = [];
  for (let exporter = 1; exporter <= exporters; exporter += 1) items.push(...(await itemsOf(session, about, exporter)));
  return items;
}

async function itemsOf(
  session: SignedIn,
  about: Readonly<Record<string, string>>,
  exporter: number,
): Promise<readonly WordpressItem[]> {
  const items: WordpressItem[] = [];
  for (let page = 1; ; page += 1) {
    const form = { action: 'wp-privacy-export-personal-data', ...about, exporter: String(exporter), page: String(page) };
    const { success, data } = JSON.parse(await text(session, '/wp-admin/admin-ajax.php', form)) as ExportPage;
    if (!success) throw new Error(`Exporter ${String(exporter)} of WordPress failed: ${JSON.stringify(data)}`);
    items.push(...data.data);
    if (data.done) return items;
  }
}

function valueIn(page: string, pattern: RegExp): string {
  const value = pattern.exec(page)?.[1];
  if (value === undefined) throw new Error(`The page for exports has nothing like ${String(pattern)}.`);
  return value;
}
