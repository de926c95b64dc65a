import type { Context } from '@opentelemetry/api';
import type { ReadableSpan, Span, SpanProcessor } from '@opentelemetry/sdk-trace';
import { ALLOWED_ATTRIBUTES } from './spans.js';

const NAMES: ReadonlySet<string> = new Set(['request', 'operation', 'step', 'source', 'transaction']);
const KEYS: ReadonlySet<string> = new Set(ALLOWED_ATTRIBUTES);
/** Words of ours: no spaces, no quotes, no `@`. A value that is anything else was not meant to be here. */
const WORD = /^[\w./:*-]{1,120}$/u;

/**
 * Passes spans on with what is allowed in them and nothing else: names of the list, attributes of the list whose values are words or
 * numbers. Events and the text of a status are left out: an exception's message may quote anything.
 */
export class AllowedSpans implements SpanProcessor {
  constructor(private readonly next: SpanProcessor) {}

  onStart(span: Span, parent: Context): void {
    this.next.onStart(span, parent);
  }

  onEnd(span: ReadableSpan): void {
    if (NAMES.has(span.name)) this.next.onEnd(allowedPart(span));
  }

  forceFlush(): Promise<void> {
    return this.next.forceFlush();
  }

  shutdown(): Promise<void> {
    return this.next.shutdown();
  }
}

/** Written field by field: what a later version of the library adds is not passed on before somebody looks at it. */
function allowedPart(span: ReadableSpan): ReadableSpan {
  const { name, kind, startTime, endTime, duration, ended, resource, instrumentationScope, parentSpanContext } = span;
  const attributes = Object.entries(span.attributes).filter(([key, value]) => KEYS.has(key) && isWord(value));
  return {
    ...{ name, kind, startTime, endTime, duration, ended, resource, instrumentationScope },
    ...(parentSpanContext === undefined ? {} : { parentSpanContext }),
    spanContext: () => span.spanContext(),
    status: { code: span.status.code },
    attributes: Object.fromEntries(attributes),
    links: [],
    events: [],
    droppedAttributesCount: Object.keys(span.attributes).length - attributes.length,
    droppedEventsCount: span.events.length,
    droppedLinksCount: span.links.length,
  };
}

function isWord(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && WORD.test(value));
}
