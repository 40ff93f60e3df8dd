import type { CombinedError } from '@urql/core';
import { createQuery, useClient } from '@urql/solid';
import { type Accessor, batch, createEffect, createMemo, createSignal, on } from 'solid-js';
import {
  FunnelDropOffsDocument,
  type FunnelDropOffsQuery,
  type FunnelDropOffsQueryVariables,
} from '../generated/funnels.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';

/** A step of a funnel, whose drop-offs are asked for. */
export type DropOffQuestion = Omit<FunnelDropOffsQueryVariables, 'first' | 'after'>;
type Stage = FunnelDropOffsQuery['funnel']['stages'][number];
export type DropOff = Stage['dropOffs']['nodes'][number];

interface DropOffList {
  readonly answer: LiveAnswer<unknown>;
  /** undefined until the first of them are there. */
  readonly stage: Accessor<Stage | undefined>;
  /** As far as they were asked for, the newest first. */
  readonly rows: Accessor<readonly DropOff[] | undefined>;
  readonly hasMore: Accessor<boolean>;
  readonly isLoading: Accessor<boolean>;
  readonly moreError: Accessor<CombinedError | undefined>;
  readonly loadMore: () => Promise<void>;
  /** All that the API lists, for a file. */
  readonly findAll: () => Promise<readonly DropOff[]>;
}

const PAGE = 50;
/** The most that the API gives at once. */
const LARGE_PAGE = 100;

/** Who dropped at a step, page by page. */
export function createDropOffs(question: Accessor<DropOffQuestion>): DropOffList {
  const client = useClient();
  const asked = createMemo(question, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const [result, ask] = createQuery({
    query: FunnelDropOffsDocument,
    variables: () => ({ ...asked(), first: PAGE }),
  });
  const [later, setLater] = createSignal<readonly Stage['dropOffs'][]>([]);
  const [isLoading, setLoading] = createSignal(false);
  const [moreError, setMoreError] = createSignal<CombinedError>();
  createEffect(
    on(asked, () => {
      setLater([]);
      setMoreError(undefined);
    }),
  );
  const stage = () => result.data?.funnel.stages[0];
  const end = (): Stage['dropOffs']['pageInfo'] | undefined =>
    (later().at(-1) ?? stage()?.dropOffs)?.pageInfo;
  const findPage = async (first: number, after: string | null) => {
    const { data, error } = await client
      .query(
        FunnelDropOffsDocument,
        { ...asked(), first, after },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    return { page: data?.funnel.stages[0]?.dropOffs, error };
  };
  return {
    answer: {
      data: () => result.data,
      error: () => result.error,
      refresh: () => ask({ requestPolicy: 'network-only' }),
    },
    stage,
    rows: createMemo(() => {
      const first = stage()?.dropOffs;
      return first && [first, ...later()].flatMap(({ nodes }) => nodes);
    }),
    hasMore: () => end()?.hasNextPage ?? false,
    isLoading,
    moreError,
    loadMore: async () => {
      const of = asked();
      setLoading(true);
      const { page, error } = await findPage(PAGE, end()?.endCursor ?? null);
      batch(() => {
        setLoading(false);
        if (of !== asked()) return;
        setMoreError(error);
        if (page) setLater((before) => [...before, page]);
      });
    },
    findAll: async () => {
      const all: DropOff[] = [];
      for (let after: string | null = null; ; ) {
        const { page, error } = await findPage(LARGE_PAGE, after);
        if (!page) throw error;
        all.push(...page.nodes);
        if (!page.pageInfo.hasNextPage) return all;
        after = page.pageInfo.endCursor;
      }
    },
  };
}
