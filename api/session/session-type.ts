import { builder } from '../graphql/builder.ts';
import { Problem } from '../graphql/problem.ts';
import { Site } from '../sites/site-type.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { findSessionByName, nameSession } from './find-session.ts';
import { DeviceClass, liveMs } from './session-filter.ts';

/** What it is: who, where, when. Its numbers are in `session-numbers.ts`, its parts in `session-parts.ts`. */
export const Session = builder.objectRef<SessionDocument>('Session');
builder.node(Session, {
  description: 'One visit: until 30 minutes pass without activity, over tabs and pages of a site.',
  id: { resolve: nameSession, description: 'Unique over all types.' },
  loadOne: (name, context) => findSessionByName(context, name),
  fields: (t) => ({
    sessionId: t.string({ description: 'Unique in its site.', resolve: ({ session }) => session }),
    site: t.field({
      type: Site,
      description: 'Where it was.',
      resolve: async ({ site }, _args, { findSites }) => {
        const found = (await findSites()).find((one) => one.site === site);
        if (!found) throw new Problem('NOT_FOUND', 'The site is gone.');
        return found;
      },
    }),
    visitorId: t.string({
      description: 'The anonymous visitor: a random id that the browser keeps.',
      resolve: ({ visitor }) => visitor,
    }),
    userId: t.string({
      description: 'The identified user, else the anonymous visitor.',
      resolve: ({ user, visitor }) => user ?? visitor,
    }),
    identified: t.boolean({
      description: 'Whether the site said who it is.',
      resolve: ({ user }) => user !== null,
    }),
    pageUrl: t.string({ description: 'The first page.', resolve: ({ url }) => url }),
    lastPageUrl: t.exposeString('lastUrl', { description: 'The last page.' }),
    referrer: t.exposeString('referrer', {
      nullable: true,
      description: 'The address that led to the site; null where none was told.',
    }),
    device: t.expose('device', { type: DeviceClass, description: 'What it ran on.' }),
    browser: t.exposeString('browser', { nullable: true, description: 'Name of the browser.' }),
    os: t.exposeString('os', { nullable: true, description: 'Name of the operating system.' }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'ISO 3166-1 alpha-2, from the address, which was forgotten then.',
    }),
    region: t.exposeString('region', { nullable: true, description: 'Region of the country.' }),
    automated: t.exposeBoolean('automated', {
      description: 'Whether a program drove the browser.',
    }),
    viewportWidth: t.exposeInt('viewportWidth', { description: 'At the start, CSS px.' }),
    viewportHeight: t.exposeInt('viewportHeight', { description: 'At the start, CSS px.' }),
    startedAt: t.expose('startedAt', {
      type: 'DateTime',
      description: "When it began, by the collector's clock.",
    }),
    endedAt: t.expose('endedAt', {
      type: 'DateTime',
      description: 'Its last activity of any kind, recorded or not.',
    }),
    createdAt: t.expose('startedAt', { type: 'DateTime', description: 'The same as startedAt.' }),
    isLive: t.boolean({
      description: 'Whether its last activity is less than a minute ago.',
      resolve: ({ endedAt }) => Date.now() - endedAt.getTime() < liveMs,
    }),
    version: t.exposeInt('version', {
      description:
        'Counts its changes. `sessionActivity(since:)` goes on from here without missing anything.',
    }),
  }),
});
