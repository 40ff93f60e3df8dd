import { nameViewKind } from '../events/navigation-event-type.ts';
import { builder } from '../graphql/builder.ts';
import type { PageVisit as Visit } from '../session-summary/page-visits.ts';

/** A page view with what its page is grouped by. */
export type RoutedVisit = Visit & { readonly route: string };

export const PageVisit = builder.objectRef<RoutedVisit>('PageVisit').implement({
  description: 'One page view of a session.',
  fields: (t) => ({
    viewId: t.id({ description: 'Unique in its session.', resolve: ({ view }) => view }),
    url: t.exposeString('url', { description: 'Its address.' }),
    route: t.exposeString('route', { description: 'What its address is grouped by.' }),
    kind: t.string({
      description: '`load`, `reload`, `backForward`, `push`, `replace`, `pop` or `hash`.',
      resolve: ({ kind }) => nameViewKind(kind),
    }),
    enteredAt: t.field({
      type: 'DateTime',
      description: 'When it began.',
      resolve: ({ enteredAt }) => new Date(enteredAt),
    }),
    leftAt: t.field({
      type: 'DateTime',
      description: 'The last activity on it.',
      resolve: ({ leftAt }) => new Date(leftAt),
    }),
    durationMs: t.exposeInt('durationMs', { description: 'From entering to leaving, ms.' }),
    activeMs: t.exposeInt('activeMs', { description: 'Seen and not idle, ms.' }),
    deepestScrollPercent: t.exposeFloat('deepestScrollPercent', {
      description: 'Lowest edge that was on screen, % of the document, 0..100.',
    }),
    clicks: t.exposeInt('clicks', { description: 'Presses on it.' }),
    viewportWidth: t.exposeInt('viewportWidth', { description: 'CSS px.' }),
    viewportHeight: t.exposeInt('viewportHeight', { description: 'CSS px.' }),
    documentWidth: t.exposeInt('documentWidth', { description: 'The latest told, CSS px.' }),
    documentHeight: t.exposeInt('documentHeight', { description: 'The latest told, CSS px.' }),
    isQuickBack: t.exposeBoolean('isQuickBack', {
      description: 'Came back to a page left less than 5 s before.',
    }),
  }),
});
