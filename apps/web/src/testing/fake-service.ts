import { Blob as NodeBlob } from 'node:buffer';
import type { Fetch } from '../api/http.js';
import type { WhoIsThere } from '../sign-in/session.js';
import { roomAnswers } from './room-answers.js';
import { setupAnswers } from './setup-answers.js';
import { type REQUEST, requestOf, sampleAnswers } from './sample-answers.js';

/** What an operation or a path is answered with: an answer each time it is asked, the last one again and again. */
type Answering = (given: Readonly<Record<string, unknown>>) => unknown;

/** One call that the console has made. */
export interface Call {
  /** `inbox`, `release` … of GraphQL, or `POST /session/step-up`. */
  readonly what: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly controller: string | undefined;
}

/** An answer with a status of its own, or no answer at all. */
export const status =
  (code: number, body: object = {}): Answering =>
  () =>
    Object.assign({ httpStatus: code }, body);
export const away: Answering = () => {
  throw new TypeError('Failed to fetch');
};
/** What GraphQL says of an error. */
export const fault = (code: string): Answering =>
  status(200, { errors: [{ message: `Said as ${code}.`, extensions: { code } }] });
/** What a mutation answers that was refused. */
export const refusal =
  (name: string, code: string): Answering =>
  () => ({
    data: { [name]: { __typename: 'Refusal', code, message: `Said as ${code}.`, remedy: null } },
  });

const OFFICER = { id: 'stf_1', name: 'Olga Officer', controllers: [{ id: 'club', name: 'The Club' }] };

/** Stands for the service: speaks as it does, to the console whose `fetch` it is. */
export class FakeService {
  readonly calls: Call[] = [];
  who: WhoIsThere = { viewer: OFFICER, ways: { provider: false, setUp: false } };
  readonly #answers = new Map<string, Answering[]>([...sampleAnswers(), ...roomAnswers(), ...setupAnswers()]);
  #news: ((text: string) => void)[] = [];

  /** Answers so from now on: each once, and the last for ever. */
  on(what: string, ...answers: readonly Answering[]): this {
    this.#answers.set(what, [...answers]);
    return this;
  }

  /** What was asked of this kind. */
  asked(what: string): readonly Call[] {
    return this.calls.filter((call) => call.what === what);
  }

  /** Tells everybody who follows a request. */
  tell(news: object): void {
    for (const write of this.#news) write(`event: request\ndata: ${JSON.stringify(news)}\n\n`);
  }

  readonly fetch: Fetch = async (path, { method = 'GET', body, headers, signal }) => {
    await Promise.resolve();
    const [what, given] = askedFor(path, method, body);
    const controller = (headers as Record<string, string> | undefined)?.['habeas-controller'];
    this.calls.push({ what, given, controller });
    const answers = this.#answers.get(what) ?? [];
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer !== undefined) return responseOf(answer(given) as Answered);
    if (what === 'GET /session') return responseOf(this.who as object);
    if (path.endsWith('/events')) return this.#following(signal ?? undefined);
    return responseOf({});
  };

  #following(signal: AbortSignal | undefined): Response {
    const pieces: string[] = [];
    let wake: (() => void) | undefined;
    let isOver = false;
    const end = (): void => {
      isOver = true;
      wake?.();
    };
    signal?.addEventListener('abort', end);
    this.#news.push((text) => {
      pieces.push(text);
      wake?.();
    });
    const read = async (): Promise<{ done: boolean; value?: Uint8Array }> => {
      while (pieces.length === 0 && !isOver) await new Promise<void>((resolve) => (wake = resolve));
      const text = pieces.shift();
      return text === undefined ? { done: true } : { done: false, value: new TextEncoder().encode(text) };
    };
    const cancel = (): Promise<void> => {
      end();
      return Promise.resolve();
    };
    const reader = { read, cancel };
    return { ok: true, status: 200, body: { getReader: () => reader } } as unknown as Response;
  }
}

interface Answered {
  readonly httpStatus?: number;
  /** What a file that is asked for holds. */
  readonly bytes?: readonly number[];
}

function responseOf({ httpStatus = 200, bytes = [], ...body }: Answered): Response {
  return {
    ok: httpStatus < 400,
    status: httpStatus,
    body: null,
    json: () => Promise.resolve(body),
    // jsdom’s cannot be read
    blob: () => Promise.resolve(new NodeBlob([Uint8Array.from(bytes)])),
  } as unknown as Response;
}

function operationIn(query: string): string {
  const name = /^(?:query|mutation) Console(\w+)/u.exec(query)?.[1] ?? '';
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The name of what is asked for, and what is given with it. */
function askedFor(path: string, method: string, body: unknown): readonly [string, Readonly<Record<string, unknown>>] {
  const json = (typeof body === 'string' ? JSON.parse(body) : {}) as { readonly query?: string; readonly variables?: object };
  return path === '/graphql' ? [operationIn(json.query ?? ''), { ...json.variables }] : [`${method} ${path}`, { ...json }];
}

/** A service whose request is in some state, with what can be done then. */
export function standing(
  state: (typeof REQUEST)['state'],
  possibleEvents: string[],
  more: Partial<typeof REQUEST> = {},
): FakeService {
  return new FakeService().on('request', () => requestOf({ state, possibleEvents, ...more }));
}
