import { ConnectorError, type ErrorClass, type JsonValue } from '@habeas/connector-sdk';
import type { Authenticator } from '../auth/authenticator.js';
import type { Clock } from '../clock.js';
import type { Http, HttpReply, HttpRequest } from '../http/http.js';
import { parseJson } from '../http/parse-json.js';
import type { Pace } from '../pace/open-pace.js';
import { meaningOf, type Meaning, type OwnMeanings } from './meaning.js';
import { persist } from './persist.js';
import { replyFault } from './reply-fault.js';
import type { Responses } from './responses-schema.js';

/** What a request counts as, and what its statuses mean to it alone. */
export interface CallOptions {
  readonly scope?: string | undefined;
  readonly cost?: number | undefined;
  /** Statuses that say that there is nothing (`{ 404: 'empty' }`), or that need no body (`{ 202: 'taken' }`). Rules come first. */
  readonly on?: OwnMeanings | undefined;
}

/** What the source answered, in full. */
export interface Reply {
  readonly status: number;
  header(name: string): string | undefined;
  /** The source says that there is nothing; `body` is null. */
  readonly isEmpty: boolean;
  readonly body: JsonValue;
}

/** A file that the source sends. */
export interface FileReply {
  readonly status: number;
  header(name: string): string | undefined;
  /** The source says that there is none; no bytes come. */
  readonly isEmpty: boolean;
  /** Once, to the end or not: until then it counts as a request under way. What breaks off fails as `transient`. */
  bytes(): AsyncIterable<Uint8Array>;
}

/** Asks a source: paced, signed, understood, and tried again where that helps. */
export interface Caller {
  /**
   * Asks for JSON. Fails with a `ConnectorError` of the class that the reply means; what is worth another try was tried, and a
   * `throttle` that remains tells how long the source wants to be left alone.
   */
  call(request: HttpRequest, options?: CallOptions): Promise<Reply>;
  /** Asks for a file: any body of a success is one. Fails as `call` does until its bytes come. */
  download(request: HttpRequest, options?: CallOptions): Promise<FileReply>;
}

/** What a caller is made of. */
export interface CallerParts {
  readonly http: Http;
  readonly pace: Pace;
  readonly auth: Authenticator;
  readonly responses: Responses;
  readonly clock: Clock;
  /** From 0 to 1, as `Math.random`. */
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Makes a caller of its parts. */
export function createCaller(parts: CallerParts): Caller {
  return {
    call: (request, options = {}) => ask({ parts, request, options, take: takeJson }),
    download: (request, options = {}) => ask({ parts, request, options, take: takeFile }),
  };
}

/** Makes of a reply what was asked for, or throws what it means. It ends the request at the pace, or says who will. */
type Take<T> = (reply: HttpReply, asking: Asking<T>, leave: () => void) => Promise<T>;

interface Asking<T> {
  readonly parts: CallerParts;
  readonly request: HttpRequest;
  readonly options: CallOptions;
  readonly take: Take<T>;
}

async function ask<T>(asking: Asking<T>): Promise<T> {
  const { parts, options } = asking;
  const { clock, random, signal, responses, pace } = parts;
  const attempt = renewingOnce(asking);
  return persist(attempt, {
    clock,
    random,
    signal,
    tries: responses.tries,
    most: responses.most,
    onWait: ({ errorClass }, milliseconds) => {
      if (errorClass === 'throttle') pace.pause(options.scope, milliseconds);
    },
  });
}

/** Sends; where the credentials are refused, gets others and sends again, once for the whole call. */
function renewingOnce<T>(asking: Asking<T>): () => Promise<T> {
  const { auth, signal } = asking.parts;
  let hasRenewed = false;
  return async () => {
    const sent: { request?: HttpRequest } = {};
    try {
      return await send(asking, sent);
    } catch (error) {
      const isRefused = error instanceof ConnectorError && error.errorClass === 'auth' && sent.request !== undefined;
      if (!isRefused || hasRenewed || sent.request === undefined) throw error;
      if (!(await auth.renew(sent.request, signal))) throw error;
      hasRenewed = true;
      return send(asking, {});
    }
  };
}

async function send<T>(asking: Asking<T>, sent: { request?: HttpRequest }): Promise<T> {
  const { parts, request, options, take } = asking;
  const leave = await parts.pace.enter(options, parts.signal);
  try {
    const signed = await signedFor(parts, request);
    sent.request = signed;
    const reply = await parts.http.send(signed, parts.signal);
    return await take(reply, asking, leave);
  } catch (error) {
    leave();
    throw error;
  }
}

/** Hosts of files are sent no credentials: what they serve carries its own in its address. */
function signedFor({ http, auth, signal }: CallerParts, request: HttpRequest): Promise<HttpRequest> {
  return http.standingOf(request.url) === 'api' ? auth.sign(request, signal) : Promise.resolve(request);
}

async function takeJson(reply: HttpReply, asking: Asking<Reply>, leave: () => void): Promise<Reply> {
  const { label } = asking.request;
  const text = await reply.text();
  leave();
  const body = jsonOf(text, label);
  const meaning = meaningOf({ status: reply.status, body: body.value }, asking.parts.responses.rules, asking.options.on ?? {});
  if (meaning === 'empty') return { ...headOf(reply), isEmpty: true, body: null };
  if (meaning === 'taken' && text === '') return { ...headOf(reply), isEmpty: false, body: null };
  const fault = classOf(meaning);
  if (fault !== undefined) throw faultOf(reply, asking, fault);
  if (body.value === undefined) throw body.fault;
  return { ...headOf(reply), isEmpty: false, body: body.value };
}

async function takeFile(reply: HttpReply, asking: Asking<FileReply>, leave: () => void): Promise<FileReply> {
  const isSuccess = reply.status >= 200 && reply.status < 300 && reply.status !== 204;
  if (isSuccess) return { ...headOf(reply), isEmpty: false, bytes: () => untilLeft(reply.bytes(), leave) };
  const body = jsonOf(await reply.text(), asking.request.label).value;
  leave();
  const meaning = meaningOf({ status: reply.status, body }, asking.parts.responses.rules, asking.options.on ?? {});
  if (meaning !== 'empty') throw faultOf(reply, asking, classOf(meaning) ?? 'contract');
  return { ...headOf(reply), isEmpty: true, bytes: nothing };
}

/** The class of the error that a reply is; nothing where it is none. */
function classOf(meaning: Exclude<Meaning, 'empty'>): ErrorClass | undefined {
  return meaning === 'answer' || meaning === 'taken' ? undefined : meaning;
}

type Json = { readonly value: JsonValue } | { readonly value: undefined; readonly fault: unknown };

/** The body as JSON, or why it is none: whether that matters depends on what the reply means. */
function jsonOf(text: string, label: string): Json {
  try {
    return { value: parseJson(text, label) };
  } catch (fault) {
    return { value: undefined, fault };
  }
}

function headOf(reply: HttpReply): Pick<Reply, 'status' | 'header'> {
  return { status: reply.status, header: (name) => reply.header(name) };
}

function faultOf<T>(reply: HttpReply, { parts, request }: Asking<T>, errorClass: ConnectorError['errorClass']): ConnectorError {
  return replyFault(errorClass, request.label, { reply, responses: parts.responses, now: parts.clock.now() });
}

async function* untilLeft(bytes: AsyncIterable<Uint8Array>, leave: () => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } finally {
    leave();
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {
  // There is no file
}
