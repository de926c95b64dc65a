import { DOCUMENTS } from './documents.js';
import { bodyOf, type Fetch, send } from './http.js';
import { eventsIn } from './server-events.js';
import {
  type AcceptedOf,
  type DocumentName,
  type RequestNews,
  type Service,
  ServiceRefusal,
  SessionOver,
  Unreachable,
  type VariablesOf,
} from './service.js';

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
  readonly error?: { readonly code: string; readonly message: string };
}

/** The service over HTTP, with the session in a cookie that no script sees. */
export class HttpService implements Service {
  constructor(
    readonly controller: string,
    private readonly fetch: Fetch,
  ) {}

  async run<Name extends DocumentName>(name: Name, variables: VariablesOf<Name>): Promise<AcceptedOf<Name>> {
    const body = JSON.stringify({ query: DOCUMENTS[name], variables });
    const headers = { 'content-type': 'application/json', 'habeas-controller': this.controller };
    const response = await send(this.fetch, '/graphql', { method: 'POST', headers, body });
    const answer = (await response.json()) as Answer;
    if (response.status === 401) throw new SessionOver();
    if (answer.error !== undefined) throw new ServiceRefusal(answer.error.code, answer.error.message);
    const [error] = answer.errors ?? [];
    if (error !== undefined) throw faultOf(error.extensions?.code ?? 'INTERNAL', error.message);
    return accepted(answer.data ?? {}) as AcceptedOf<Name>;
  }

  async *news(request: string, signal: AbortSignal): AsyncGenerator<RequestNews, void, undefined> {
    const headers = { 'habeas-controller': this.controller };
    const response = await send(this.fetch, `/requests/${encodeURIComponent(request)}/events`, { headers, signal });
    if (response.status === 401) throw new SessionOver();
    if (!response.ok || response.body === null) await bodyOf(response);
    else for await (const data of eventsIn(response.body)) yield JSON.parse(data) as RequestNews;
  }

  async file(path: string): Promise<Blob> {
    const response = await send(this.fetch, path, { headers: { 'habeas-controller': this.controller } });
    if (response.status === 401) throw new SessionOver();
    if (!response.ok) await bodyOf(response);
    return response.blob();
  }

  async send<T>(path: string, file: Blob): Promise<T> {
    const headers = { 'content-type': 'application/octet-stream', 'habeas-controller': this.controller };
    const response = await send(this.fetch, path, { method: 'POST', headers, body: file });
    if (response.status === 401) throw new SessionOver();
    return bodyOf<T>(response);
  }
}

function faultOf(code: string, message: string): Error {
  return code === 'UNAVAILABLE' ? new Unreachable() : new ServiceRefusal(code, message);
}

/** What was expected to be refused is part of the answer, and no answer to whoever asked. */
function accepted(data: Readonly<Record<string, unknown>>): unknown {
  for (const value of Object.values(data))
    if (isRefusal(value)) throw new ServiceRefusal(value.code, value.message, value.remedy ?? undefined);
  return data;
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string | null;
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && '__typename' in value && value.__typename === 'Refusal';
}
