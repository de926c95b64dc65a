import { NO_SPANS, type Spans } from './spans.js';

/** The spans of a service: none unless it is told where to send them. */
export async function openSpans(telemetry: { readonly otlp: string } | undefined): Promise<Spans> {
  if (telemetry === undefined) return NO_SPANS;
  const { OtelSpans } = await import('./otel-spans.js');
  return new OtelSpans(telemetry.otlp);
}
