import { ROOT_CONTEXT, type Span, SpanStatusCode, trace, type Tracer } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { SOFTWARE } from '../config/software.js';
import { AllowedSpans } from './allowed-spans.js';
import type { SpanAttributes, SpanName, Spans } from './spans.js';

/** What is worth a span only as a part of something: the store is asked all the time whether there is work. */
const ONLY_WITHIN: ReadonlySet<SpanName> = new Set(['source', 'transaction']);

/**
 * Spans in OpenTelemetry, sent over OTLP/HTTP as JSON in the background. Registers nothing for the whole process, instruments no
 * library, takes no trace from whoever calls and hands none on to sources.
 */
export class OtelSpans implements Spans {
  readonly #contexts = new AsyncLocalStorageContextManager().enable();
  readonly #provider: TracerProvider;
  readonly #tracer: Tracer;

  /** Takes the whole URL that spans are posted to: `http://127.0.0.1:4318/v1/traces`. */
  constructor(url: string) {
    const exporter = new OTLPTraceExporter({ url });
    this.#provider = new TracerProvider({
      resource: resourceFromAttributes({ 'service.name': 'habeas' }),
      spanProcessors: [new AllowedSpans(new BatchSpanProcessor({ exporter }))],
    });
    this.#tracer = this.#provider.getTracer('habeas', SOFTWARE.version);
  }

  async within<T>(name: SpanName, attributes: SpanAttributes, work: () => Promise<T>): Promise<T> {
    const span = this.#start(name, attributes);
    if (span === undefined) return work();
    try {
      const result = await this.#contexts.with(trace.setSpan(this.#contexts.active(), span), work);
      end(span);
      return result;
    } catch (error) {
      end(span, error);
      throw error;
    }
  }

  begin(name: SpanName, attributes: SpanAttributes): (error?: unknown) => void {
    const span = this.#start(name, attributes);
    return (error) => {
      if (span !== undefined) end(span, error);
    };
  }

  note(attributes: SpanAttributes): void {
    trace.getSpan(this.#contexts.active())?.setAttributes(attributes);
  }

  async close(): Promise<void> {
    await this.#provider.shutdown().catch(() => undefined);
    this.#contexts.disable();
  }

  #start(name: SpanName, attributes: SpanAttributes): Span | undefined {
    const parent = this.#contexts.active();
    if (parent === ROOT_CONTEXT && ONLY_WITHIN.has(name)) return undefined;
    return this.#tracer.startSpan(name, { attributes }, parent);
  }
}

function end(span: Span, error?: unknown): void {
  if (error !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', typeOf(error));
  span.end();
}

/** The code of an error of ours, else its class. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error && typeof error.code === 'string' ? error.code : error.constructor.name;
}
