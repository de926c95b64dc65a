import type { Operations } from './operations.generated.js';

/** The name of one of the console's documents. */
export type DocumentName = keyof Operations;

export type VariablesOf<Name extends DocumentName> = Operations[Name]['variables'];

/** What a document gives where nothing of it was refused. */
export type AcceptedOf<Name extends DocumentName> = {
  readonly [Field in keyof Operations[Name]['result']]: Exclude<
    Operations[Name]['result'][Field],
    { readonly __typename: 'Refusal' }
  >;
};

/** The service did not do something, and says why: a code of docs/errors.md, and its own words in English. */
export class ServiceRefusal extends Error {
  override readonly name = 'ServiceRefusal';

  constructor(
    readonly code: string,
    message: string,
    readonly remedy?: string,
  ) {
    super(message);
  }
}

/** The service does not answer, or cannot reach what it stands on. Whether an act was done is open. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The session is over, or was never there. */
export class SessionOver extends Error {
  override readonly name = 'SessionOver';
}

/** Somebody was asked for a proof, and would rather not. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** How far one collection is read, as events tell it. */
export interface ReadingNews {
  readonly source: string;
  readonly collection: string;
  readonly outcome: string;
  readonly records: number;
}

/** What the service tells of a request whenever it has changed. */
export interface RequestNews {
  readonly state: string;
  readonly version: number;
  readonly work: readonly {
    readonly kind: string;
    readonly progress: { readonly collections?: readonly ReadingNews[] } | null;
  }[];
}

/** The service, as the console speaks to it for one controller. */
export interface Service {
  readonly controller: string;
  /** Runs a document. Throws `ServiceRefusal`, `Unreachable`, `SessionOver` or `Cancelled`. */
  run<Name extends DocumentName>(name: Name, variables: VariablesOf<Name>): Promise<AcceptedOf<Name>>;
  /** The news of a request, until the signal aborts or the service ends them. Throws as `run` does. */
  news(request: string, signal: AbortSignal): AsyncIterable<RequestNews>;
  /** A file that the service hands out to those who may have it. Throws as `run` does. */
  file(path: string): Promise<Blob>;
  /** What the service says of a file that is sent to it. Throws as `run` does. */
  send<T>(path: string, file: Blob): Promise<T>;
}

/** Calls below /session, JSON in and out. Throws `ServiceRefusal` or `Unreachable`. */
export type CallSession = <T>(path: string, body?: object, method?: 'GET' | 'POST' | 'DELETE') => Promise<T>;
