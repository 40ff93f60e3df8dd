import { type Attributes, type Span, SpanStatusCode, trace } from '@opentelemetry/api';

/** Without an OpenTelemetry SDK in the process this does nothing, in some hundred nanoseconds. */
const tracer = trace.getTracer('trailgraph');

/**
 * Runs `work` in a span. Attributes are numbers and names from the schema; what an error says stays in the log.
 *
 * @throws whatever `work` throws
 */
export function inSpan<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>,
): Promise<T> {
  return tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}
