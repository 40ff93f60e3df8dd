import { computeTypingSpeed } from '../../schema/rules/typing-speed.ts';
import { builder } from '../graphql/builder.ts';
import type { FactNode } from './event-node.ts';
import { Event } from './event-type.ts';

builder.objectRef<FactNode<'typing'>>('KeyboardEvent').implement({
  description: 'A burst of typing: timing only, never a key or a character.',
  interfaces: [Event],
  fields: (t) => ({
    presses: t.int({ description: 'Keys pressed.', resolve: ({ what }) => what.presses }),
    durationMs: t.int({
      description: 'From the first press to the last, milliseconds.',
      resolve: ({ what }) => what.durationMs,
    }),
    shortestIntervalMs: t.int({
      description: 'Between two presses, milliseconds.',
      resolve: ({ what }) => what.shortestIntervalMs,
    }),
    longestIntervalMs: t.int({
      description: 'Between two presses, milliseconds.',
      resolve: ({ what }) => what.longestIntervalMs,
    }),
    speedPerMinute: t.float({
      nullable: true,
      description: 'Presses a minute; null for a single press.',
      resolve: ({ what }) => computeTypingSpeed(what.presses - 1, what.durationMs),
    }),
  }),
});
