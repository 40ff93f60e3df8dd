import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core';
import { createQuery } from '@urql/solid';
import { type Accessor, onCleanup } from 'solid-js';
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
  return { data: () => result.data, error: () => result.error, refresh };
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
