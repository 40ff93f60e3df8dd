import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import { useSite } from '../site/site-context.ts';
import {
  type Period,
  type PeriodParameters,
  periodVariables,
  readPeriod,
  writePeriod,
} from './period.ts';
import { periodBefore } from './period-before.ts';

export interface ChosenPeriod {
  readonly period: Accessor<Period>;
  readonly choose: (period: Period | null) => void;
  /** Site and span for queries over a period; undefined while the site is not known. */
  readonly variables: Accessor<PeriodQuery | undefined>;
  /** Whether the period before is shown as well: `?compare=1`. */
  readonly compare: Accessor<boolean>;
  readonly setCompare: (compare: boolean) => void;
  /** The same for as many days right before; undefined unless they are compared, or without a beginning to go back from. */
  readonly before: Accessor<PeriodQuery | undefined>;
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
  const [parameters, setParameters] =
    useSearchParams<Record<keyof PeriodParameters | 'compare', string>>();
  const { site } = useSite();
  const period = createMemo(() => readPeriod(parameters) ?? usual);
  const compare = () => parameters.compare === '1';
  const ask = (find: (now: number, timeZone: string) => Period | undefined) =>
    createMemo(
      (): PeriodQuery | undefined => {
        const asked = site();
        const span = asked && find(Date.now(), asked.timeZone);
        if (!span) return undefined;
        return { site: asked.siteId, ...periodVariables(span, Date.now(), asked.timeZone) };
      },
      undefined,
      { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
    );
  return {
    period,
    choose: (next) => setParameters(writePeriod(next)),
    variables: ask(() => period()),
    compare,
    setCompare: (on) => setParameters({ compare: on ? '1' : undefined }),
    before: ask((now, timeZone) => (compare() ? periodBefore(period(), now, timeZone) : undefined)),
  };
}
