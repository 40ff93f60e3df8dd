import type { EventRowFragment } from '../generated/session.ts';

export type SessionEvent = EventRowFragment;

/**
 * Events in time order, with `incoming` put in: one that is there already is replaced, since verdicts change (a
 * third click makes a burst, five silent seconds a dead click).
 */
export function mergeEvents(
  events: readonly SessionEvent[],
  incoming: readonly SessionEvent[],
): readonly SessionEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  for (const event of incoming) byId.set(event.id, event);
  return [...byId.values()].sort((a, b) => a.tMs - b.tMs || (a.id < b.id ? -1 : 1));
}

/** How far the page was scrolled at a moment, in px; 0 before the first scroll. Scroll containers are not the page. */
export function scrollTopAt(events: readonly SessionEvent[], viewId: string, tMs: number): number {
  let top = 0;
  for (const event of events) {
    if (event.tMs > tMs) break;
    if (event.__typename === 'ScrollEvent' && event.viewId === viewId && !event.container)
      top = event.y;
  }
  return top;
}

/** What a list can be narrowed to. */
export const eventKinds = {
  click: { label: 'Clicks', types: ['ClickEvent'] },
  page: { label: 'Pages', types: ['NavigationEvent', 'VisibilityEvent'] },
  scroll: { label: 'Scrolls', types: ['ScrollEvent'] },
  hover: { label: 'Hovers', types: ['HoverEvent'] },
  keyboard: { label: 'Typing', types: ['KeyboardEvent'] },
  form: { label: 'Forms', types: ['FormEvent'] },
  error: { label: 'Errors', types: ['ErrorEvent'] },
  custom: { label: 'Custom', types: ['CustomEvent'] },
} as const;
export type EventKind = keyof typeof eventKinds;

export function kindOf(event: SessionEvent): EventKind | undefined {
  const kinds = Object.keys(eventKinds) as EventKind[];
  return kinds.find((kind) =>
    (eventKinds[kind].types as readonly string[]).includes(event.__typename),
  );
}
