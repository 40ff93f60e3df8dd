import type { MadeView } from './made-trail.ts';

export interface MadeContext {
  readonly id: string;
  readonly viewMs: number;
  readonly random: () => number;
  readonly viewportWidth: number;
  readonly startedAt: number;
  /** Whether a burst of rage clicks is among them. */
  readonly rage: boolean;
}

interface MadeEvent {
  readonly [field: string]: unknown;
  readonly __typename: string;
  readonly isRageClick?: boolean;
  readonly isDeadClick?: boolean;
}

const calmClick = {
  element: { label: 'button “Pay with card”', path: 'main > button.pay' },
  clickCount: 1,
  isRageClick: false,
  isDeadClick: false,
  isSlow: false,
  isDrag: false,
  reaction: 'STRONG',
  reactionMs: 40,
  pointer: 'mouse',
  reason: null,
};
const deadClick = { isDeadClick: true, reaction: 'NONE', reason: 'nothing changed within 5 s' };
const rageClick = {
  ...deadClick,
  isRageClick: true,
  reason: '4 clicks, 720 ms, 11 px, no reaction',
};
/** What happens in a view besides clicks: type, EventType, share of the view's time, fields. */
const others = [
  ['NavigationEvent', 'NAVIGATION', 0, { kind: 'load', isQuickBack: false, referrer: null }],
  [
    'ScrollEvent',
    'SCROLL',
    0.5,
    { y: 300, depthPercent: 78, directionChange: false, container: null },
  ],
  [
    'HoverEvent',
    'HOVER',
    0.85,
    {
      element: { label: 'a “Delivery”', path: 'nav > a' },
      hoverDurationMs: 2_100,
      hoverCount: 2,
      didClick: false,
      hoverPattern: 'NORMAL',
    },
  ],
  ['KeyboardEvent', 'KEYBOARD', 0.9, { presses: 17, durationMs: 4_200, speedPerMinute: 240 }],
  [
    'ErrorEvent',
    'ERROR',
    0.95,
    { message: 'total is undefined', source: '/assets/checkout.js', line: 88 },
  ],
] as const;

/** One view's events: three calm clicks, perhaps a burst, a dead click, and one of each other kind. */
export function makeEvents(view: MadeView, context: MadeContext): readonly MadeEvent[] {
  const { viewMs, random, startedAt, viewportWidth } = context;
  let count = 0;
  const event = (typename: string, type: string, share: number, fields: object): MadeEvent => {
    const tMs = Math.round(view.startMs + share * viewMs);
    return {
      __typename: typename,
      ...{ id: `${view.viewId}-e${count++}`, type, tMs, viewId: view.viewId },
      at: new Date(startedAt + tMs).toISOString(),
      pageUrl: view.url,
      sessionId: context.id,
      visitorId: context.id,
      ...fields,
    };
  };
  const click = (share: number, x: number, y: number, fields: object = {}) =>
    event('ClickEvent', 'CLICK', share, {
      ...calmClick,
      clickX: Math.round(x),
      clickY: Math.round(y),
      ...fields,
    });
  const spot = { x: viewportWidth * (0.2 + 0.6 * random()), y: 300 + 500 * random() };
  const burst = [0, 1, 2, 3].map((i) =>
    click(0.6 + i * 0.01, spot.x + i * 3, spot.y + i * 2, { ...rageClick, clickCount: i + 1 }),
  );
  return [
    ...[0.1, 0.3, 0.45].map((share) =>
      click(share, viewportWidth * (0.1 + 0.8 * random()), 100 + 900 * random()),
    ),
    ...(context.rage ? burst : []),
    click(0.8, spot.x, spot.y + 160, deadClick),
    ...others.map(([typename, type, share, fields]) => event(typename, type, share, fields)),
  ];
}
