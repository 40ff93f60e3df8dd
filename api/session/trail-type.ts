import { builder } from '../graphql/builder.ts';
import type { Trail as TrailColumns } from './find-trail.ts';

export const Trail = builder.objectRef<TrailColumns>('Trail').implement({
  description:
    'Movement as parallel columns: one entry a stored sample, page view after page view, in the order recorded.',
  fields: (t) => ({
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      description: "The session's start: what `tMs` counts from.",
    }),
    viewIds: t.exposeIDList('viewIds', {
      description: "The session's page views, by their start.",
    }),
    view: t.expose('view', {
      type: 'IntColumn',
      description: 'Which page view: an index into `viewIds`.',
    }),
    tMs: t.expose('tMs', { type: 'IntColumn', description: 'Milliseconds from `startedAt`.' }),
    x: t.expose('x', { type: 'IntColumn', description: 'From the left edge of the page, CSS px.' }),
    y: t.expose('y', { type: 'IntColumn', description: 'From the top of the page, CSS px.' }),
  }),
});
