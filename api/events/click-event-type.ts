import { Pointer } from '../../schema/wire/events.ts';
import { builder } from '../graphql/builder.ts';
import { Element } from './element-type.ts';
import type { FactNode } from './event-node.ts';
import { Event } from './event-type.ts';

export const ClickReaction = builder.enumType('ClickReaction', {
  description: 'How the page answered a press.',
  values: {
    NONE: { description: 'Nothing that a person could notice.' },
    WEAK: { description: 'Only what does not count: focus, a ripple, a ticking clock.' },
    STRONG: { description: 'Something that a person could notice.' },
    UNKNOWN: { description: 'The page was left before a verdict.' },
    PENDING: { description: 'Its time has not run out.' },
  } as const,
});

const reactions = {
  none: 'NONE',
  weak: 'WEAK',
  strong: 'STRONG',
  unknown: 'UNKNOWN',
  pending: 'PENDING',
} as const;

const pointerNames = new Map<number, string>(
  Object.entries(Pointer).map(([name, code]) => [code, name]),
);
const myriad = 10_000;

type Click = FactNode<'click'>;
const px = (description: string) => `${description}, CSS px.`;

const whole = (read: (what: Click['what']) => number) => (click: Click) =>
  Math.round(read(click.what));
/** Without an element there is no box to be in. */
const inBox = (read: (what: Click['what']) => number) => (click: Click) =>
  click.what.element ? read(click.what) : null;

export const ClickEvent = builder.objectRef<Click>('ClickEvent').implement({
  description: 'A press of the primary button, a tap, or a press by keyboard.',
  interfaces: [Event],
  fields: (t) => ({
    element: t.field({
      type: Element,
      nullable: true,
      description: 'What was pressed; null where it is not known or hidden by the site.',
      resolve: ({ what }) => what.element,
    }),
    elementType: t.string({
      nullable: true,
      description: 'Tag name of the element.',
      resolve: ({ what }) => what.element?.tag ?? null,
    }),
    elementId: t.string({
      nullable: true,
      description: '`id` of the element.',
      resolve: ({ what }) => what.element?.id || null,
    }),
    elementClass: t.string({
      nullable: true,
      description: '`class` of the element.',
      resolve: ({ what }) => what.element?.class || null,
    }),
    elementX: t.float({
      nullable: true,
      description: 'From the left of the element, 0..1.',
      resolve: inBox((what) => what.elementXMyriad / myriad),
    }),
    elementY: t.float({
      nullable: true,
      description: 'From the top of the element, 0..1.',
      resolve: inBox((what) => what.elementYMyriad / myriad),
    }),
    elementWidth: t.int({
      nullable: true,
      description: px('Width of the element'),
      resolve: inBox((what) => what.elementWidth),
    }),
    elementHeight: t.int({
      nullable: true,
      description: px('Height of the element'),
      resolve: inBox((what) => what.elementHeight),
    }),
    pointer: t.string({
      description: '`mouse`, `touch`, `pen` or `keyboard`.',
      resolve: ({ what }) => pointerNames.get(what.pointer) ?? 'mouse',
    }),
  }),
});

/** Where it was. */
const places: readonly (readonly [string, string, (what: Click['what']) => number])[] = [
  ['clickX', px('From the left of the page'), (what) => what.x],
  ['clickY', px('From the top of the page'), (what) => what.y],
  ['viewportX', px('From the left of the window'), (what) => what.viewportX],
  ['viewportY', px('From the top of the window'), (what) => what.viewportY],
  ['viewportWidth', px('Width of the window'), (what) => what.viewportWidth],
  ['viewportHeight', px('Height of the window'), (what) => what.viewportHeight],
  ['clickCount', 'Its place in a run of clicks: 1, 2, 3…', (what) => what.clickCount],
];

for (const [name, description, read] of places) {
  builder.objectField(ClickEvent, name, (t) => t.int({ description, resolve: whole(read) }));
}

/** What became of it. */
builder.objectFields(ClickEvent, (t) => ({
  timeSinceLastClickMs: t.int({
    nullable: true,
    description: 'Milliseconds since the click before on this page; null for the first.',
    resolve: ({ what }) => what.timeSinceLastClickMs,
  }),
  isRageClick: t.boolean({
    description: 'It belongs to a rage burst.',
    resolve: ({ what }) => what.isRage,
  }),
  isDeadClick: t.boolean({
    description: 'Nothing answered it.',
    resolve: ({ what }) => what.isDead,
  }),
  isSlow: t.boolean({
    description: 'Its answer came after 1,000 ms or more.',
    resolve: ({ what }) => what.isSlow,
  }),
  isDrag: t.boolean({
    description: 'The pointer moved by more than 4 px: never judged dead.',
    resolve: ({ what }) => what.isDrag,
  }),
  isProductive: t.boolean({
    description: 'Its burst got what it wanted: no rage.',
    resolve: ({ what }) => what.isProductive,
  }),
  reaction: t.field({
    type: ClickReaction,
    description: 'How the page answered.',
    resolve: ({ what }) => reactions[what.reaction],
  }),
  reactionMs: t.int({
    nullable: true,
    description: 'Milliseconds until the answer; null where there was none.',
    resolve: ({ what }) => what.reactionMs,
  }),
  reason: t.string({
    nullable: true,
    description: 'Why it is dead, slow or rage, in words; null where it is none of them.',
    resolve: ({ what }) => what.reason,
  }),
}));
