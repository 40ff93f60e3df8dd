import { computeHoverPattern } from '../../schema/rules/hover-pattern.ts';
import type { ElementInfo } from '../../schema/wire/batch.ts';
import { builder } from '../graphql/builder.ts';
import { Element } from './element-type.ts';
import type { EventNode } from './event-node.ts';
import { Event } from './event-type.ts';

/** One hover, or all of one element in a session added up. */
export interface Hover {
  readonly kind: 'hover';
  readonly element: ElementInfo;
  readonly durationMs: number;
  readonly count: number;
  readonly clicked: boolean;
}

export const HoverPattern = builder.enumType('HoverPattern', {
  description: 'What a hover looks like.',
  values: {
    QUICK: { description: 'On average below 500 ms.' },
    NORMAL: { description: 'On average 500–3,000 ms.' },
    LINGERING: { description: 'On average above 3,000 ms.' },
    REPEATED: { description: 'Three or more hovers.' },
  } as const,
});

const patterns = {
  quick: 'QUICK',
  normal: 'NORMAL',
  lingering: 'LINGERING',
  repeated: 'REPEATED',
} as const;

export const HoverEvent = builder.objectRef<EventNode<Hover>>('HoverEvent').implement({
  description:
    'The pointer rested on an element. In `events` each hover by itself; in `Session.hovers` all of one element added up.',
  interfaces: [Event],
  fields: (t) => ({
    element: t.field({
      type: Element,
      nullable: true,
      description: 'What it rested on.',
      resolve: ({ what }) => what.element,
    }),
    hoverDurationMs: t.int({
      description: 'How long, milliseconds.',
      resolve: ({ what }) => what.durationMs,
    }),
    hoverCount: t.int({ description: 'How many hovers.', resolve: ({ what }) => countOf(what) }),
    didClick: t.boolean({
      description: 'Whether one of them ended in a click.',
      resolve: ({ what }) => what.clicked,
    }),
    hoverPattern: t.field({
      type: HoverPattern,
      description: 'By number and average duration.',
      resolve: ({ what }) =>
        patterns[computeHoverPattern({ durationMs: what.durationMs, count: countOf(what) })],
    }),
  }),
});

/** A stored fact is one hover and has no count. */
function countOf(hover: Partial<Hover>): number {
  return hover.count ?? 1;
}
