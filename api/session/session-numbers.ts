import { builder } from '../graphql/builder.ts';
import type { SessionSummary } from '../session-summary/session-summary.ts';
import { Session } from './session-type.ts';

export const MovementPattern = builder.enumType('MovementPattern', {
  description: 'How the pointer moved, by vote of its segments between pauses.',
  values: {
    LINEAR: { description: 'Straight.' },
    CIRCULAR: { description: 'Round and round.' },
    ERRATIC: { description: 'Zigzag.' },
    PRECISE: { description: 'Short and straight.' },
  } as const,
});

const patterns = {
  linear: 'LINEAR',
  circular: 'CIRCULAR',
  erratic: 'ERRATIC',
  precise: 'PRECISE',
} as const;

const SegmentCounts = builder.objectRef<SessionSummary['segments']>('SegmentCounts').implement({
  description: 'Segments of movement (between pauses of more than 500 ms) by pattern.',
  fields: (t) => ({
    linear: t.exposeInt('linear', { description: 'Straight segments.' }),
    precise: t.exposeInt('precise', { description: 'Short, straight segments.' }),
    circular: t.exposeInt('circular', { description: 'Round segments.' }),
    erratic: t.exposeInt('erratic', { description: 'Zigzag segments.' }),
    mixed: t.exposeInt('mixed', { description: 'Segments of no one pattern.' }),
    none: t.exposeInt('none', { description: 'Segments too short to tell.' }),
  }),
});

type WholeNumber = {
  [K in keyof SessionSummary]: SessionSummary[K] extends number ? K : never;
}[keyof SessionSummary];

/** Whole numbers of the summary that are shown under their own names. */
const counts: readonly (readonly [WholeNumber, string])[] = [
  ['totalClicks', 'Presses of any kind.'],
  ['rageClicks', 'Clicks in rage bursts.'],
  ['rageBurstCount', 'Rage bursts; productive ones are not among them.'],
  ['productiveBurstCount', 'Bursts that got what they wanted.'],
  ['deadClicks', 'Clicks that nothing answered.'],
  ['slowClicks', 'Clicks that were answered after 1,000 ms or more.'],
  ['mouseMovements', 'Stored samples of movement.'],
  ['scrollEvents', 'Stored scroll positions.'],
  ['hesitationCount', 'Pauses of more than 500 ms between two samples of movement.'],
  ['scrollReversals', 'Times that scrolling turned round.'],
  ['quickBacks', 'Pages left and come back to within 5 s.'],
  ['excessiveScrolls', 'Runs of 4 or more reversals of half a viewport within 10 s.'],
  ['thrashes', 'Times that the pointer was thrown to and fro.'],
  ['errorCount', 'Uncaught JavaScript errors.'],
  ['keyPresses', 'Keys pressed.'],
  ['pageCount', 'Page views.'],
  ['activeMs', 'Seen and not idle, milliseconds.'],
  ['lostMoves', 'Samples that the tracker had to drop for want of room.'],
  ['lostEvents', 'Other events that the tracker had to drop for want of room.'],
];

for (const [name, description] of counts) {
  builder.objectField(Session, name, (t) =>
    t.int({ description, resolve: ({ summary }) => summary[name] }),
  );
}

builder.objectFields(Session, (t) => ({
  sessionDurationSeconds: t.float({
    description: 'From its start to its last activity, seconds.',
    resolve: ({ summary }) => summary.sessionDurationSeconds,
  }),
  totalDistancePx: t.float({
    description: 'Way of the pointer: Euclidean over consecutive samples, CSS px.',
    resolve: ({ summary }) => summary.totalDistancePx,
  }),
  avgSpeedPxPerSec: t.float({
    description: "Distance over the session's duration, px/s; 0 where that is 0.",
    resolve: ({ summary }) => summary.avgSpeedPxPerSec,
  }),
  pathEfficiency: t.float({
    nullable: true,
    description: 'Straight line ÷ way, averaged over segments that moved, 0..1; null without any.',
    resolve: ({ summary }) => summary.pathEfficiency,
  }),
  movementPattern: t.field({
    type: MovementPattern,
    nullable: true,
    description: 'By vote of its segments; null where there is too little movement.',
    resolve: ({ summary }) => summary.movementPattern && patterns[summary.movementPattern],
  }),
  deepestScrollPercent: t.float({
    description: 'The deepest of its pages, % of the document, 0..100.',
    resolve: ({ summary }) => summary.deepestScrollPercent,
  }),
  typingSpeedPerMinute: t.float({
    nullable: true,
    description: 'Presses a minute within bursts of typing; null without any.',
    resolve: ({ summary }) => summary.typingSpeedPerMinute,
  }),
  segments: t.field({
    type: SegmentCounts,
    description: 'Segments of movement by pattern.',
    resolve: ({ summary }) => summary.segments,
  }),
}));
