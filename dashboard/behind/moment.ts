import type {
  ElementBehindFragment,
  MomentEventsQuery,
  SessionBehindFragment,
} from '../generated/behind.ts';

export type BehindKind = 'rage' | 'dead' | 'hover' | 'click';
type FoundEvent = MomentEventsQuery['events']['nodes'][number];
type Element = Omit<ElementBehindFragment, 'label'>;

/** A square of a page, px. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** What is looked for in a session. */
export interface Target {
  readonly kind: BehindKind | 'move';
  /** Route of the page that it happened on. */
  readonly page: string;
  readonly element?: Element;
  readonly square?: Square;
}

export const eventTypes = {
  rage: ['RAGE_CLICK'],
  dead: ['DEAD_CLICK'],
  hover: ['HOVER'],
  click: ['CLICK', 'RAGE_CLICK', 'DEAD_CLICK'],
} as const;

/** The moment of a session's first event that fits, ms from its start; else when the page was entered; null without any. */
export function findMoment(
  session: SessionBehindFragment,
  target: Target,
  events: readonly FoundEvent[],
): number | null {
  const views = viewsOn(session, target.page);
  const here = events.filter(({ viewId }) => views.has(viewId));
  const found = here.find((event) => fits(event, target)) ?? (target.square ? undefined : here[0]);
  return found?.tMs ?? enteredMs(session, target.page);
}

interface Trail {
  readonly viewIds: readonly string[];
  readonly view: readonly number[];
  readonly tMs: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The same for movement: when the pointer first was inside the square. */
export function findPassing(
  session: SessionBehindFragment,
  target: Target,
  trail: Trail | undefined,
): number | null {
  const { square, page } = target;
  const views = viewsOn(session, page);
  const at = trail?.tMs.findIndex(
    (_, i) =>
      views.has(trail.viewIds[trail.view[i] ?? -1] ?? '') &&
      square !== undefined &&
      isInside(square, trail.x[i] ?? -1, trail.y[i] ?? -1),
  );
  return trail?.tMs[at ?? -1] ?? enteredMs(session, page);
}

/** Elements are told apart as the API does it: dead clicks by kind, all else by the site's own name or by place. */
export function isSameElement(kind: Target['kind'], a: Element, b: Element): boolean {
  const isAlike = a.elementType === b.elementType && a.elementId === b.elementId;
  if (kind === 'dead') return isAlike && a.elementClass === b.elementClass;
  return a.name || b.name ? a.name === b.name : isAlike && a.path === b.path;
}

function fits(event: FoundEvent, { kind, element, square }: Target): boolean {
  if (square) return 'clickX' in event && isInside(square, event.clickX, event.clickY);
  const of = 'element' in event ? event.element : null;
  return Boolean(element && of && isSameElement(kind, of, element));
}

function isInside({ x, y, side }: Square, left: number, top: number): boolean {
  return left >= x && left < x + side && top >= y && top < y + side;
}

function viewsOn(session: SessionBehindFragment, page: string): ReadonlySet<string> {
  return new Set(session.pages.filter(({ route }) => route === page).map(({ viewId }) => viewId));
}

function enteredMs(session: SessionBehindFragment, page: string): number | null {
  const visit = session.pages.find(({ route }) => route === page);
  return visit ? Math.max(0, Date.parse(visit.enteredAt) - Date.parse(session.startedAt)) : null;
}
