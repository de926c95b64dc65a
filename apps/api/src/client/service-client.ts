import { DOCUMENTS } from './documents.js';
import type { Operations } from './operations.generated.js';

/** The name of one of the documents. */
export type DocumentName = keyof Operations;

/** What one of the documents gives. */
export type ResultOf<Name extends DocumentName> = Operations[Name]['result'];

/** The variables of one of the documents: nothing need be given where all of them may be missing. */
export type Given<Name extends DocumentName> =
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it asks whether nothing at all would do
  {} extends Operations[Name]['variables']
    ? readonly [variables?: Operations[Name]['variables']]
    : readonly [variables: Operations[Name]['variables']];

/** An answer that was no 2xx, or held errors. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** What was done. Throws `ServiceError` with the code of the refusal where it was refused. */
export function accepted<T extends { readonly __typename: string }>(
  result: T | Refusal,
): Exclude<T, { readonly __typename: 'Refusal' }> {
  if (isRefusal(result)) throw new ServiceError(200, result.code, result.message);
  return result as Exclude<T, { readonly __typename: 'Refusal' }>;
}

/** Why something was not done, as the answer to it says. */
interface Refusal {
  readonly __typename: 'Refusal';
  readonly code: string;
  readonly message: string;
}

function isRefusal(result: { readonly __typename: string }): result is Refusal {
  return result.__typename === 'Refusal';
}

/** What is sent: as `fetch` takes it. */
type SentRequest = Omit<RequestInit, 'headers'> & { readonly headers?: Record<string, string> };

/** Speaks to a service as a browser's page or a program does: a session in a cookie, or a token. */
export class ServiceClient {
  readonly #jar: { cookie?: string };

  constructor(
    readonly url: string,
    private readonly options: { readonly token?: string; readonly controller?: string } = {},
    jar: { cookie?: string } = {},
  ) {
    this.#jar = jar;
  }

  /** The same client with the same session, for another controller. */
  for(controller: string): ServiceClient {
    return new ServiceClient(this.url, { ...this.options, controller }, this.#jar);
  }

  /** Runs one of the documents, and gives its data. Throws `ServiceError` with the code of the first error. */
  run<Name extends DocumentName>(name: Name, ...[variables]: Given<Name>): Promise<ResultOf<Name>> {
    return this.query<ResultOf<Name>>(DOCUMENTS[name], variables);
  }

  /** Runs any document: for programs, a session may not. */
  async query<T>(document: string, variables: object = {}): Promise<T> {
    const response = await this.send('/graphql', { method: 'POST', body: JSON.stringify({ query: document, variables }) });
    const { data, errors } = (await response.json()) as {
      data?: T;
      errors?: readonly { message: string; extensions?: { code?: string } }[];
    };
    const [error] = errors ?? [];
    if (error !== undefined) throw new ServiceError(response.status, error.extensions?.code ?? 'UNKNOWN', error.message);
    if (data === undefined) throw new ServiceError(response.status, 'UNKNOWN', 'The answer holds nothing.');
    return data;
  }

  /** One of the calls below /session. */
  async session<T>(path: string, body?: object, method = 'POST'): Promise<T> {
    const response = await this.send(`/session${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const cookie = response.headers.getSetCookie().find((each) => each.startsWith('__Host-sid='));
    if (cookie !== undefined) this.#jar.cookie = cookie.split(';', 1)[0] ?? '';
    const answer = (await response.json()) as T & { error?: { code: string; message: string } };
    if (answer.error !== undefined) throw new ServiceError(response.status, answer.error.code, answer.error.message);
    return answer;
  }

  /** The events of a request, as they come, until the service ends them or the signal aborts. */
  async *events<T>(id: string, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
    const { body, status } = await this.send(`/requests/${id}/events`, { signal });
    if (body === null || status !== 200) throw new ServiceError(status, 'UNKNOWN', 'There are no events.');
    let text = '';
    const decoder = new TextDecoder();
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true });
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/mu.exec(event)?.[1];
        if (data !== undefined) yield JSON.parse(data) as T;
      }
    }
  }

  /** The answer to any request, with whatever proves who asks. */
  send(path: string, { headers, ...init }: SentRequest = {}): Promise<Response> {
    const { token, controller } = this.options;
    return fetch(`${this.url}${path}`, {
      ...init,
      headers: {
        'content-type': 'application/json',
        origin: this.url,
        ...(controller === undefined ? {} : { 'habeas-controller': controller }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(this.#jar.cookie === undefined ? {} : { cookie: this.#jar.cookie }),
        ...headers,
      },
    });
  }
}
