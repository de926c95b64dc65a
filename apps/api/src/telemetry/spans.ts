/**
 * What a span is of. `request`: an HTTP request; `operation`: a GraphQL operation; `step`: a step of the work; `source`: a call of a
 * source; `transaction`: one of the store.
 */
export type SpanName = 'request' | 'operation' | 'step' | 'source' | 'transaction';

/** What may stand in a span. Whatever else is given, or gets in by another way, does not leave the process. */
export const ALLOWED_ATTRIBUTES = [
  'http.request.method',
  'http.response.status_code',
  'http.route',
  'graphql.operation.name',
  'habeas.step.kind',
  'habeas.source',
  'habeas.collection',
  'habeas.call',
  'error.type',
] as const;

/** See {@link ALLOWED_ATTRIBUTES}. Values are words of ours: routes, kinds, ids of sources, names of collections, codes. */
export type SpanAttributes = Readonly<Partial<Record<(typeof ALLOWED_ATTRIBUTES)[number], string | number>>>;

/** How long something takes and what it consists of, for those who run the service. Holds nothing of a person. */
export interface Spans {
  /** Runs the work within a span. What it throws is thrown on; the span says its type and no more. */
  within<T>(name: SpanName, attributes: SpanAttributes, work: () => Promise<T>): Promise<T>;
  /** Begins a span that lasts until it is told to end, with what went wrong where something did. */
  begin(name: SpanName, attributes: SpanAttributes): (error?: unknown) => void;
  /** Adds to the span that is open here, where there is one. */
  note(attributes: SpanAttributes): void;
  /** Sends what was not sent yet, and ends. Never rejects: that nobody listens is no fault of the service. */
  close(): Promise<void>;
}

/** Nothing is traced, and nothing for it is loaded. */
export const NO_SPANS: Spans = {
  within: (_name, _attributes, work) => work(),
  begin: () => () => undefined,
  note: () => undefined,
  close: () => Promise.resolve(),
};
