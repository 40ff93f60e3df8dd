import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { createQuery } from '@urql/solid';
import { type Accessor, createMemo, onCleanup } from 'solid-js';
import { SiteChangedDocument } from '../generated/site-changed.ts';
import { useSite } from '../site/site-context.ts';
import { createLive } from './create-live.ts';
import { throttle } from './throttle.ts';

/** Numbers over a period need not follow every click: once in this time is asked for what changed. */
const REFRESH_EVERY_MS = 2_000;

export interface LiveAnswer<Data> {
  /** What is known; older data stays while newer is on its way. */
  readonly data: Accessor<Data | undefined>;
  readonly error: Accessor<CombinedError | undefined>;
  /** Whether the data answers an older question, and newer is on its way. */
  readonly isOld?: Accessor<boolean>;
  readonly refresh: () => void;
}

/** A subscription whose every message means: ask again. */
export interface Trigger<Variables extends AnyVariables> {
  readonly document: TypedDocumentNode<unknown, Variables>;
  readonly variables: Accessor<Variables | undefined>;
}

/**
 * A query that is asked again when something happens.
 *
 * @param variables undefined while they are not known yet
 */
export function createTriggeredQuery<
  Data,
  Variables extends AnyVariables,
  Watched extends AnyVariables,
>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Accessor<Variables | undefined>,
  trigger: Trigger<Watched>,
): LiveAnswer<Data> {
  const [result, ask] = createQuery<Data, Variables>({
    query,
    variables: () => variables() ?? ({} as Variables),
    pause: () => variables() === undefined,
  });
  let isGone = false;
  onCleanup(() => {
    isGone = true;
  });
  const refresh = () => {
    if (!isGone && variables() !== undefined) ask({ requestPolicy: 'network-only' });
  };
  const refreshSoon = throttle(refresh, REFRESH_EVERY_MS);
  createLive({ ...trigger, onData: refreshSoon, refresh: async () => refreshSoon() });
  return { ...createLastData(result, variables), error: () => result.error, refresh };
}

interface Answered<Data> {
  readonly data?: Data | undefined;
  readonly error?: CombinedError | undefined;
  readonly operation: { readonly variables: AnyVariables };
}

/**
 * What was last known: an answer that fails takes nothing away that it was asked for, and the answer to an older question
 * stays until the newer one's is there, but for that of another site.
 */
function createLastData<Data, Variables extends AnyVariables>(
  result: Answered<Data>,
  variables: Accessor<Variables | undefined>,
): Pick<LiveAnswer<Data>, 'data' | 'isOld'> {
  interface Known {
    readonly data: Data;
    readonly asked: AnyVariables;
  }
  const known = createMemo<Known | undefined>((before) => {
    const { data, error, operation } = result;
    if (data) return { data, asked: operation.variables };
    return error && !isAlike(before?.asked, variables()) ? undefined : before;
  });
  const isOld = () => known() !== undefined && !isAlike(known()?.asked, variables());
  const isElsewhere = () => siteOf(known()?.asked) !== siteOf(variables());
  return { data: () => (isElsewhere() ? undefined : known()?.data), isOld };
}

function isAlike(a: AnyVariables | undefined, b: AnyVariables | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function siteOf(variables: AnyVariables | undefined): unknown {
  return variables?.site;
}

/** A query that is asked again when anything happens on the site. */
export function createLiveQuery<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Accessor<Variables | undefined>,
): LiveAnswer<Data> {
  const { siteId } = useSite();
  return createTriggeredQuery(query, variables, {
    document: SiteChangedDocument,
    variables: () => {
      const site = siteId();
      return site === undefined ? undefined : { site };
    },
  });
}
