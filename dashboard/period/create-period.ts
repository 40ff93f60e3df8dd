import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { useSite } from '../site/site-context.ts';
import { type Period, periodVariables, readPeriod, writePeriod } from './period.ts';

export interface ChosenPeriod {
  readonly period: Accessor<Period>;
  readonly choose: (period: Period | null) => void;
  /** Site and span for queries over a period; undefined while the site is not known. */
  readonly variables: Accessor<PeriodQuery | undefined>;
}

export interface PeriodQuery {
  readonly site: string;
  readonly days?: number;
  readonly from?: string;
  readonly to?: string;
}

const usual: Period = { name: '30d' };

/** The span that a view is about, in the address; 30 days unless chosen. */
export function createPeriod(): ChosenPeriod {
  const [parameters, setParameters] = useSearchParams<Record<'period' | 'from' | 'to', string>>();
  const { site } = useSite();
  const period = createMemo(() => readPeriod(parameters) ?? usual);
  return {
    period,
    choose: (next) => setParameters(writePeriod(next)),
    variables: createMemo(
      () => {
        const asked = site();
        if (!asked) return undefined;
        return { site: asked.siteId, ...periodVariables(period(), Date.now(), asked.timeZone) };
      },
      undefined,
      { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
    ),
  };
}
