import { createVirtualizer } from '@tanstack/solid-virtual';
import { createEffect, createMemo, For, on, Show } from 'solid-js';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { Badge } from '../parts/Badge.tsx';
import { formatMoment } from '../time/format.ts';
import { describeEvent } from './describe-event.ts';
import { toggle } from './session-address.ts';
import { type EventKind, eventKinds, kindOf, type SessionEvent } from './session-events.ts';

/** An event as a file says it. */
function toTableRow(event: SessionEvent) {
  const { title, detail, reason } = describeEvent(event);
  return { tMs: event.tMs, page: event.pageUrl, what: title, detail, reason };
}

/** px; `session.css` gives rows the same. */
const ROW = 52;

/** What happened, in words and in order. Choosing an event moves the replay to it. */
export function EventList(props: {
  readonly events: readonly SessionEvent[];
  /** None: all kinds. */
  readonly kinds: ReadonlySet<EventKind>;
  readonly atMs: number | null;
  readonly onKinds: (kinds: ReadonlySet<EventKind>) => void;
  readonly onSeek: (atMs: number) => void;
}) {
  const present = createMemo(() => {
    const found = new Set(props.events.map(kindOf));
    return (Object.keys(eventKinds) as EventKind[]).filter((kind) => found.has(kind));
  });
  const shown = createMemo(() =>
    props.events.filter((event) => {
      const kind = kindOf(event);
      return props.kinds.size === 0 || (kind !== undefined && props.kinds.has(kind));
    }),
  );
  /** The last event that has happened at the replay's moment. */
  const current = createMemo(() => {
    const { atMs } = props;
    return atMs === null ? -1 : shown().findLastIndex((event) => event.tMs <= atMs);
  });
  let scroller!: HTMLElement;
  const virtualizer = createVirtualizer({
    get count() {
      return shown().length;
    },
    getScrollElement: () => scroller,
    estimateSize: () => ROW,
    overscan: 6,
  });
  createEffect(
    on(current, (index) => {
      if (index >= 0) virtualizer.scrollToIndex(index, { align: 'auto' });
    }),
  );
  return (
    <div class="event-list">
      <div class="view-head">
        <h2>Events</h2>
        <ExportMenu name="events" findRows={() => shown().map(toTableRow)} />
      </div>
      <fieldset class="row">
        <legend class="screen-reader-only">Kinds of events</legend>
        <For each={present()}>
          {(kind) => (
            <label class="pill">
              <input
                type="checkbox"
                checked={props.kinds.has(kind)}
                onChange={() => props.onKinds(toggle(props.kinds, kind))}
              />
              {eventKinds[kind].label}
            </label>
          )}
        </For>
      </fieldset>
      <section class="event-scroller" ref={scroller} tabindex={0} aria-label="Events in order">
        <ol style={{ height: `${virtualizer.getTotalSize()}px` }}>
          <For each={virtualizer.getVirtualItems()}>
            {(item) => (
              <Show when={shown()[item.index]}>
                {(event) => (
                  <li
                    style={{ transform: `translateY(${item.start}px)` }}
                    aria-setsize={shown().length}
                    aria-posinset={item.index + 1}
                  >
                    <EventRow
                      event={event()}
                      isCurrent={item.index === current()}
                      onSeek={props.onSeek}
                    />
                  </li>
                )}
              </Show>
            )}
          </For>
        </ol>
      </section>
    </div>
  );
}

function EventRow(props: {
  readonly event: SessionEvent;
  readonly isCurrent: boolean;
  readonly onSeek: (atMs: number) => void;
}) {
  const text = createMemo(() => describeEvent(props.event));
  return (
    <button
      type="button"
      class="event-row"
      aria-current={props.isCurrent ? 'true' : undefined}
      onClick={() => props.onSeek(props.event.tMs)}
    >
      <span class="quiet numeric">{formatMoment(props.event.tMs)}</span>
      <span class="event-what">
        <Show when={text().tone !== 'plain'} fallback={text().title}>
          <Badge tone={text().tone}>{text().title}</Badge>
        </Show>{' '}
        {text().detail}
      </span>
      <Show when={text().reason}>
        {(reason) => (
          <span class="event-reason quiet" title={reason()}>
            {reason()}
          </span>
        )}
      </Show>
    </button>
  );
}
