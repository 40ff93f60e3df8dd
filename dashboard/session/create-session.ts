import type { CombinedError } from '@urql/core';
import { useClient } from '@urql/solid';
import { type Accessor, batch, createEffect, createSignal, on } from 'solid-js';
import {
  SessionActivityDocument,
  type SessionFactsFragment,
  type SessionPageQueryVariables,
  SessionStateDocument,
} from '../generated/session.ts';
import { createLive } from '../live/create-live.ts';
import { addToTrail, type SessionTrail } from '../trail/view-trail.ts';
import { findWholeSession, fresh, type WholeSession } from './find-session.ts';
import { mergeEvents, type SessionEvent } from './session-events.ts';

export interface SessionState {
  readonly facts: Accessor<SessionFactsFragment | undefined>;
  readonly events: Accessor<readonly SessionEvent[]>;
  readonly trail: Accessor<SessionTrail>;
  readonly error: Accessor<CombinedError | undefined>;
  /** The API knows no such session. */
  readonly isMissing: Accessor<boolean>;
  readonly refresh: () => Promise<void>;
}

/** A session with its events and trail, which grow while it goes on. */
export function createSession(variables: Accessor<SessionPageQueryVariables>): SessionState {
  const client = useClient();
  const [facts, setFacts] = createSignal<SessionFactsFragment>();
  const [events, setEvents] = createSignal<readonly SessionEvent[]>([]);
  const [trail, setTrail] = createSignal<SessionTrail>(new Map());
  const [error, setError] = createSignal<CombinedError>();
  const [isMissing, setMissing] = createSignal(false);
  /** When the trail's clock starts: an earlier page view that arrives late moves it. */
  let startedAt = '';
  /** The session's version when it was first loaded: the subscription begins there, so nothing falls in between. */
  const [since, setSince] = createSignal<number>();

  const show = ({ error, session, events }: WholeSession) => {
    setError(error);
    setMissing(session === null);
    if (!session) return;
    startedAt = session.trail.startedAt;
    setSince((before) => before ?? session.version);
    setFacts(session);
    setTrail(addToTrail(new Map(), session.trail));
    setEvents(mergeEvents([], events));
  };
  const { load, isLoading, loadAgain } = createLoading(async () => {
    const asked = variables();
    const whole = await findWholeSession(client, asked);
    if (asked === variables()) batch(() => show(whole));
  });
  const refresh = async () => {
    const before = facts();
    if (!before) return load();
    const { data, error } = await client
      .query(SessionStateDocument, variables(), fresh)
      .toPromise();
    setError(error);
    if (data?.session && !isSame(data.session, before)) await load();
  };
  createEffect(
    on(variables, () => {
      setFacts(undefined);
      setSince(undefined);
      setMissing(false);
      loadAgain();
    }),
  );
  createLive({
    document: SessionActivityDocument,
    variables: () => (since() === undefined ? undefined : { ...variables(), since: since() }),
    refresh,
    onData: ({ sessionActivity: part }) => {
      // What comes while the whole is on its way would be overwritten by it.
      if (isLoading() || part.trail.startedAt !== startedAt) return loadAgain();
      batch(() => {
        setFacts(part.session);
        setEvents((before) => mergeEvents(before, part.events));
        setTrail((before) => addToTrail(before, part.trail));
      });
    },
  });
  return { facts, events, trail, error, isMissing, refresh };
}

/** Loads one at a time. `loadAgain` while one is on its way starts another after it, however often it is called. */
function createLoading(act: () => Promise<void>) {
  let current: Promise<void> | null = null;
  let isOutdated = false;
  const load = (): Promise<void> => {
    isOutdated = false;
    current ??= act().finally(() => {
      current = null;
      if (isOutdated) void load();
    });
    return current;
  };
  return {
    load,
    isLoading: () => current !== null,
    loadAgain: () => {
      if (current === null) void load();
      else isOutdated = true;
    },
  };
}

/** Whether nothing happened between two looks. */
function isSame(a: SessionFactsFragment, b: SessionFactsFragment): boolean {
  const told = ({ trail, ...facts }: SessionFactsFragment & { trail?: unknown }) =>
    JSON.stringify(facts);
  return told(a) === told(b);
}
