import type { Session } from '@habeas/connector-sdk';
import type { SourceBinding, StepHandler, StepKind } from '@habeas/core';
import { NO_SPANS, type SpanAttributes, type Spans } from './spans.js';

/** The same handlers, each in a span of its step's kind. */
export function tracedHandlers(
  handlers: Readonly<Record<StepKind, StepHandler>>,
  spans: Spans,
): Readonly<Record<StepKind, StepHandler>> {
  const traced = Object.entries(handlers).map(([kind, handler]): [string, StepHandler] => [
    kind,
    (context) => spans.within('step', { 'habeas.step.kind': kind }, () => handler(context)),
  ]);
  return Object.fromEntries(traced) as Record<StepKind, StepHandler>;
}

/** The same source, each call of it in a span: which source, which collection, which call. Never what was asked for. */
export function tracedBinding(binding: SourceBinding, spans: Spans): SourceBinding {
  if (spans === NO_SPANS) return binding;
  const { id } = binding.description;
  return {
    ...binding,
    open: (signal) =>
      spans.within('source', { 'habeas.source': id, 'habeas.call': 'open' }, async () =>
        tracedSession(await binding.open(signal), id, spans),
      ),
  };
}

/** The same session. An ability that it lacks is lacking here, too. */
function tracedSession(session: Session, source: string, spans: Spans): Session {
  const describe = session.describe?.bind(session);
  const plan = session.plan?.bind(session);
  const span = (call: string, collection?: string): SpanAttributes => ({
    'habeas.source': source,
    'habeas.call': call,
    ...(collection === undefined ? {} : { 'habeas.collection': collection }),
  });
  return {
    get collections() {
      return session.collections;
    },
    check: () => spans.within('source', span('check'), () => session.check()),
    ...(describe === undefined ? {} : { describe }),
    ...(plan === undefined ? {} : { plan: (query) => spans.within('source', span('plan'), () => plan(query)) }),
    locate: (query) => streamed(session.locate(query), spans, span('locate')),
    read: (request) => streamed(session.read(request), spans, span('read', request.collection)),
    close: () => session.close(),
  };
}

/** The same stream, in a span from the first thing that is asked of it to its end. */
async function* streamed<T>(stream: AsyncIterable<T>, spans: Spans, attributes: SpanAttributes): AsyncGenerator<T> {
  const end = spans.begin('source', attributes);
  let fault: unknown;
  try {
    yield* stream;
  } catch (error) {
    fault = error;
    throw error;
  } finally {
    end(fault);
  }
}
