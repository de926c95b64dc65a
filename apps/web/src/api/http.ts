import { type CallSession, ServiceRefusal, Unreachable } from './service.js';

/** `fetch` of the browser, or what stands for it in a test. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Statuses of a proxy without a service behind it, and of a service without its store. */
const AWAY: ReadonlySet<number> = new Set([502, 503, 504]);

/** Sends something to the service that this page came from. Throws `Unreachable` where nothing answers. */
export async function send(fetch: Fetch, path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch (error) {
    if (init.signal?.aborted === true) throw error;
    throw new Unreachable();
  }
  if (AWAY.has(response.status)) throw new Unreachable();
  return response;
}

interface Problem {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

/** The body of an answer outside of GraphQL. Throws `ServiceRefusal` where it tells why something was not done. */
export async function bodyOf<T>(response: Response): Promise<T> {
  const { error, ...body } = (await response.json()) as { readonly error?: Problem };
  if (error !== undefined) throw new ServiceRefusal(error.code, error.message, error.remedy);
  if (!response.ok) throw new ServiceRefusal('INTERNAL', `HTTP ${String(response.status)}`);
  return body as T;
}

/** Calls below /session. */
export function sessionCaller(fetch: Fetch): CallSession {
  return async (path, body, method = 'POST') => {
    const json = {
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return bodyOf(await send(fetch, `/session${path}`, { method, ...json }));
  };
}
