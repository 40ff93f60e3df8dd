import { useSearchParams } from '@solidjs/router';
import { type Accessor, createEffect, createMemo, on } from 'solid-js';
import { createReplay, type Replay } from '../replay/create-replay.ts';
import { findIdleGaps, readMoment, writeMoment } from '../replay/replay-clock.ts';
import type { LayerSet } from '../trail/mark.ts';
import type { SessionState } from './create-session.ts';
import { findActivity } from './session-activity.ts';
import { readKinds, readLayers, writeKinds, writeLayers } from './session-address.ts';
import type { EventKind } from './session-events.ts';
import { busiestPage, pageAt, placePages, type VisitedPage } from './session-pages.ts';

type Address = Record<'view' | 't' | 'spot' | 'layers' | 'events', string>;

export interface Player {
  readonly replay: Replay;
  readonly endMs: Accessor<number>;
  readonly pages: Accessor<readonly VisitedPage[]>;
  /** The page on the canvas; undefined until the session is there. */
  readonly page: Accessor<VisitedPage | undefined>;
  readonly choosePage: (page: VisitedPage) => void;
  readonly layers: Accessor<LayerSet>;
  readonly setLayers: (layers: LayerSet) => void;
  readonly kinds: Accessor<ReadonlySet<EventKind>>;
  readonly setKinds: (kinds: ReadonlySet<EventKind>) => void;
}

/** What of a session is looked at: page, moment, layers and kinds of events, all of it in the address. */
export function createPlayer(session: SessionState): Player {
  const [address, setAddress] = useSearchParams<Address>();
  const write = (change: Partial<Record<keyof Address, string | undefined>>) =>
    setAddress(change, { replace: true, scroll: false });

  const pages = createMemo(() => {
    const facts = session.facts();
    return facts ? placePages(facts.pages, facts.startedAt) : [];
  });
  const activity = createMemo(() => findActivity(session.trail(), session.events()));
  const endMs = createMemo(() =>
    Math.max(
      Math.round((session.facts()?.sessionDurationSeconds ?? 0) * 1_000),
      activity().at(-1) ?? 0,
    ),
  );
  const chosen = () => pages().find((page) => page.viewId === address.view);
  const replay = createReplay({
    endMs,
    gaps: createMemo(() => findIdleGaps(activity(), endMs())),
    startMs: () => Math.max(0, chosen()?.enteredMs ?? 0),
    firstMs: readMoment(address.t),
  });
  // While it plays the address stands still: a moment is worth a link when someone stops at it.
  createEffect(
    on(
      [replay.atMs, replay.playing],
      ([at, playing]) => {
        if (!playing && writeMoment(at) !== address.t) write({ t: writeMoment(at) });
      },
      { defer: true },
    ),
  );
  return {
    replay,
    endMs,
    pages,
    page: createMemo(() => {
      const at = replay.atMs();
      return at === null ? (chosen() ?? busiestPage(pages())) : pageAt(pages(), at);
    }),
    choosePage: (page) => {
      write({ view: page.viewId });
      if (replay.atMs() !== null) replay.seek(Math.max(0, page.enteredMs));
    },
    layers: createMemo(() => readLayers(address.layers)),
    setLayers: (layers) => write({ layers: writeLayers(layers) }),
    kinds: createMemo(() => readKinds(address.events)),
    setKinds: (kinds) => write({ events: writeKinds(kinds) }),
  };
}
