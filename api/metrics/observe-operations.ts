import { context, SpanStatusCode, trace } from '@opentelemetry/api';
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Metrics } from './metrics.ts';

const tracer = trace.getTracer('trailgraph');

/** Times every query and mutation, and puts it into a span. Only fields of the schema become names: what is valid gets here. */
export function observeOperations(metrics: Metrics): Plugin {
  return {
    onExecute: ({ args, executeFn, setExecuteFn }) => {
      const { kind, field } = describe(args);
      const stop = metrics.operationSeconds.startTimer({ kind, field });
      const span = tracer.startSpan(`${kind} ${field}`);
      // What resolvers put into spans of their own, or their drivers do, belongs to it.
      const within = trace.setSpan(context.active(), span);
      setExecuteFn((given: ExecutionArgs) => context.with(within, () => executeFn(given)));
      return {
        onExecuteDone: ({ result }) => {
          const failed = 'errors' in result && (result.errors?.length ?? 0) > 0;
          stop({ outcome: failed ? 'error' : 'ok' });
          if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
  };
}

function describe({ document, operationName }: Pick<ExecutionArgs, 'document' | 'operationName'>) {
  const operation = getOperationAST(document, operationName ?? undefined);
  const first = operation?.selectionSet.selections[0];
  const field = first?.kind === Kind.FIELD ? first.name.value : 'fragment';
  return { kind: operation?.operation ?? 'query', field };
}
