import type { CombinedError } from '@urql/core';
import { useClient } from '@urql/solid';
import { type Accessor, batch, createEffect, createSignal, on } from 'solid-js';
import { createStore } from 'solid-js/store';
import { SessionChangedDocument } from '../generated/sessions.ts';
import { createLive } from '../live/create-live.ts';
import { throttle } from '../live/throttle.ts';
import { findFresh, findPage, pageSize, type Question } from './find-sessions.ts';
import { isOpen } from './session-filter.ts';
import { applyFreshLook, mergeRows, type Row } from './session-rows.ts';

/** However many sessions change at once, a filtered list asks anew no more often than this. */
const LOOK_EVERY_MS = 1_000;

export interface SessionList {
  readonly rows: Accessor<readonly Row[]>;
  /** How many match; undefined until the first page is there. */
  readonly totalCount: Accessor<number | undefined>;
  readonly error: Accessor<CombinedError | undefined>;
  readonly loading: Accessor<boolean>;
  readonly loadMore: () => Promise<void>;
  readonly refresh: () => Promise<void>;
}

/** The rows themselves: plain data, so that what is done with them costs the same in a long list as in a short one. */
interface Rows {
  readonly all: Accessor<readonly Row[]>;
  readonly show: (rows: readonly Row[]) => void;
}

interface ListState {
  totalCount: number | undefined;
  /** Where the next page begins; null where there is none. */
  cursor: string | null;
  error: CombinedError | undefined;
  loading: boolean;
}

/**
 * The sessions that match, newest first, loaded page by page and kept up to date.
 *
 * @param question undefined while the site is not known yet
 */
export function createSessionList(question: Accessor<Question | undefined>): SessionList {
  const [state, setState] = createStore<ListState>({
    totalCount: undefined,
    cursor: null,
    error: undefined,
    loading: true,
  });
  const [all, show] = createSignal<readonly Row[]>([]);
  const { askPage, refresh } = createAsking(question, state, setState, { all, show });

  createEffect(
    on(question, (asked) => {
      if (!asked) return;
      setState('totalCount', undefined);
      void askPage(null);
    }),
  );
  const lookSoon = throttle(() => void refresh(), LOOK_EVERY_MS);
  createLive({
    document: SessionChangedDocument,
    variables: () => ({ site: question()?.site ?? null }),
    onData: ({ sessionChanged: row }) => {
      // Whether a filter matches is the API's to say.
      if (!isOpen(question()?.filter ?? {})) return lookSoon();
      if (state.totalCount === undefined) return;
      const before = all();
      const rows = mergeRows(before, [row], state.cursor !== null);
      batch(() => {
        show(rows);
        // One that is further down than what is loaded has been counted.
        if (rows.length > before.length) setState('totalCount', (count) => (count ?? 0) + 1);
      });
    },
    refresh,
  });
  return {
    rows: all,
    totalCount: () => state.totalCount,
    error: () => state.error,
    loading: () => state.loading,
    loadMore: async () => {
      if (!state.loading && state.cursor !== null) await askPage(state.cursor);
    },
    refresh,
  };
}

/** The two ways to ask the API. An answer to a question that is no longer the list's is dropped. */
function createAsking(
  question: Accessor<Question | undefined>,
  state: ListState,
  setState: (change: Partial<ListState>) => void,
  { all, show }: Rows,
) {
  const client = useClient();

  const askPage = async (after: string | null) => {
    const asked = question();
    if (!asked) return;
    setState({ loading: true });
    const { data, error } = await findPage(client, asked, after);
    if (asked !== question()) return;
    batch(() => {
      setState({ loading: false, error });
      if (!data) return;
      show(after === null ? data.nodes : mergeRows(all(), data.nodes, false));
      setState({
        totalCount: data.totalCount,
        cursor: data.pageInfo.hasNextPage ? data.pageInfo.endCursor : null,
      });
    });
  };

  const refresh = async () => {
    const asked = question();
    if (!asked) return;
    // A first page that never came is all there is to refresh.
    if (state.totalCount === undefined) return state.loading ? undefined : askPage(null);
    const { data, error } = await findFresh(client, asked);
    if (asked !== question()) return;
    batch(() => {
      setState({ error });
      if (!data) return;
      const look = { newest: data.newest.nodes, live: data.live.nodes, asked: pageSize };
      show(applyFreshLook(all(), look, state.cursor !== null));
      setState({ totalCount: data.newest.totalCount });
    });
  };
  return { askPage, refresh };
}
