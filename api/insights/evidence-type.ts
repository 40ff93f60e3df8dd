import { nameEvent } from '../events/event-node.ts';
import { builder } from '../graphql/builder.ts';
import { makeGlobalId } from '../graphql/global-id.ts';
import { Session } from '../session/session-type.ts';
import { type Evidence as EvidenceOf, evidenceKinds } from './facts/evidence.ts';

const descriptions = {
  CLICK: 'A press that was answered.',
  DEAD_CLICK: 'A press that nothing answered.',
  RAGE_CLICK: 'A press of a rage burst.',
  SLOW_CLICK: 'A press answered after 1,000 ms or more.',
  HOVER: 'The pointer rested on an element.',
  SCROLL: 'A scroll position.',
  EXCESSIVE_SCROLL: 'Scrolling to and fro.',
  THRASH: 'The pointer was thrown to and fro.',
  PAGE: 'A page view began.',
  ERROR: 'An uncaught JavaScript error.',
  OTHER: 'Anything else.',
} as const;

const EvidenceKind = builder.enumType('EvidenceKind', {
  description: 'What a piece of evidence is.',
  values: Object.fromEntries(
    evidenceKinds.map((kind) => [kind, { description: descriptions[kind] }]),
  ) as Record<keyof typeof descriptions, { description: string }>,
});

export const Evidence = builder.objectRef<EvidenceOf>('Evidence').implement({
  description: 'An event that shows a finding: it exists, and this is where and when.',
  fields: (t) => ({
    id: t.id({
      description:
        'The id of the event; for clicks, hovers, scrolls, pages and errors as in `events`.',
      resolve: (evidence) => makeGlobalId('Event', nameEvent(toNamed(evidence))),
    }),
    kind: t.field({ type: EvidenceKind, description: 'What it is.', resolve: ({ kind }) => kind }),
    label: t.exposeString('label', { description: 'In words: `Dead click on button#pay`.' }),
    tMs: t.exposeInt('tMs', { description: "Milliseconds from the session's start." }),
    sessionId: t.exposeString('session', { description: 'Its session.' }),
    session: t.field({
      type: Session,
      nullable: true,
      description: 'Its session; null where it is gone.',
      resolve: ({ site, session }, _args, { findSession }) => findSession(site, session),
    }),
    viewId: t.id({ description: 'Its page view.', resolve: ({ view }) => view }),
    pageUrl: t.exposeString('url', { description: 'The address of the page.' }),
    x: t.exposeInt('x', {
      nullable: true,
      description: 'From the left of the page, CSS px; null where it has no place.',
    }),
    y: t.exposeInt('y', {
      nullable: true,
      description: 'From the top of the page, CSS px; null where it has no place.',
    }),
  }),
});

/** As much of it as an event's name needs. */
function toNamed({ site, session, view, key, url, tMs }: EvidenceOf) {
  return {
    ...{ site, session, view, key, url },
    visitor: '',
    type: 'CUSTOM' as const,
    at: new Date(tMs),
    what: { kind: 'evidence' },
  };
}
