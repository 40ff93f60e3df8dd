import type { CombinedError } from '@urql/core';
import { useClient } from '@urql/solid';
import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js';
import { PeopleDocument, type PeopleQuery } from '../generated/people.ts';
import { createLiveQuery, type LiveAnswer } from '../live/create-live-query.ts';
import { mergePeople } from './merge-people.ts';

export type Person = PeopleQuery['people']['nodes'][number];

interface Question {
  readonly site: string;
  readonly search: string | null;
}

interface PeopleList {
  readonly answer: LiveAnswer<unknown>;
  /** undefined until the first of them are there. */
  readonly rows: Accessor<readonly Person[] | undefined>;
  readonly hasMore: Accessor<boolean>;
  readonly isLoading: Accessor<boolean>;
  /** Why the last page asked for did not come. */
  readonly moreError: Accessor<CombinedError | undefined>;
  readonly loadMore: () => Promise<void>;
  /** Everybody there is, for a file. */
  readonly findAll: () => Promise<readonly Person[]>;
}

const PAGE = 50;
/** The most that the API gives at once. */
const LARGE_PAGE = 100;
/** More rows than this are a job for the API itself. */
const MOST = 20_000;

/** People, who came last first: the first page is live, the others come when they are asked for. */
export function createPeopleList(question: Accessor<Question | undefined>): PeopleList {
  const client = useClient();
  const asked = createMemo(question, undefined, {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  const answer = createLiveQuery(PeopleDocument, () => {
    const now = asked();
    return now && { ...now, first: PAGE };
  });
  const first = () => (answer.isOld?.() ? undefined : answer.data()?.people);
  const [later, setLater] = createSignal<PeopleQuery['people']>();
  const [isLoading, setLoading] = createSignal(false);
  const [moreError, setMoreError] = createSignal<CombinedError>();
  createEffect(
    on(asked, () => {
      setLater(undefined);
      setMoreError(undefined);
    }),
  );
  const rows = createMemo<{ of: Question | undefined; people: readonly Person[] } | undefined>(
    (before) => {
      const page = first();
      const known = before && before.of === asked() ? before : undefined;
      if (!page) return known;
      const people = mergePeople(page.nodes, known?.people ?? [], later()?.nodes ?? []);
      return { of: asked(), people };
    },
  );
  const end = () => (later() ?? first())?.pageInfo;
  const findPage = (size: number, after: string | null) =>
    client
      .query(PeopleDocument, { ...asked(), first: size, after }, { requestPolicy: 'network-only' })
      .toPromise();
  return {
    answer,
    rows: () => rows()?.people,
    hasMore: () => end()?.hasNextPage ?? false,
    isLoading,
    moreError,
    loadMore: async () => {
      const of = asked();
      setLoading(true);
      const { data, error } = await findPage(PAGE, end()?.endCursor ?? null);
      setLoading(false);
      if (of !== asked()) return;
      setMoreError(error);
      if (data) setLater(data.people);
    },
    findAll: async () => {
      const all: Person[] = [];
      for (let after: string | null = null; all.length < MOST; ) {
        const { data, error } = await findPage(LARGE_PAGE, after);
        if (!data) throw error;
        all.push(...data.people.nodes);
        if (!data.people.pageInfo.hasNextPage) break;
        after = data.people.pageInfo.endCursor;
      }
      return all;
    },
  };
}
