import type { Filter } from 'mongodb';
import { builder } from '../graphql/builder.ts';
import type { Device } from '../ingest/incoming-batch.ts';
import { pathOf } from '../sites/route.ts';
import type { SessionDocument } from '../store/sessions.ts';

/** A session whose last activity is no longer ago than this is live. */
export const liveMs = 60_000;

export const DeviceClass = builder.enumType('DeviceClass', {
  description: 'What a browser runs on, as the collector tells from its headers.',
  values: {
    DESKTOP: { description: 'A desk or laptop computer, or unknown.' },
    TABLET: { description: 'A tablet.' },
    MOBILE: { description: 'A phone.' },
  } as const,
});

export interface SessionFilterFields {
  readonly page?: string | null | undefined;
  readonly visitor?: string | null | undefined;
  readonly user?: string | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
  readonly device?: Device | null | undefined;
  readonly hasRage?: boolean | null | undefined;
  readonly hasDead?: boolean | null | undefined;
  readonly automated?: boolean | null | undefined;
  readonly search?: string | null | undefined;
  readonly live?: boolean | null | undefined;
}

export const SessionFilter = builder.inputRef<SessionFilterFields>('SessionFilter').implement({
  description: 'Which sessions; all conditions hold at once.',
  fields: (t) => ({
    page: t.string({ description: 'Visited it: a route, a path or a whole address.' }),
    visitor: t.string({ description: 'Of this anonymous visitor.' }),
    user: t.string({ description: 'Of this identified user, or visitor.' }),
    from: t.field({ type: 'DateTime', description: 'Started then or later.' }),
    to: t.field({ type: 'DateTime', description: 'Started before.' }),
    device: t.field({ type: DeviceClass, description: 'On such a device.' }),
    hasRage: t.boolean({ description: 'Whether it has rage clicks.' }),
    hasDead: t.boolean({ description: 'Whether it has dead clicks.' }),
    automated: t.boolean({ description: 'Whether a program drove the browser.' }),
    search: t.string({
      description:
        'Words, each the beginning of one in: ids, user, page addresses, referrer, country, browser, system.',
    }),
    live: t.boolean({ description: 'Whether its last activity is less than a minute ago.' }),
  }),
});

/** The query for a filter within one site. */
export function makeSessionQuery(
  site: string,
  filter: SessionFilterFields | null | undefined,
  now: number,
): Filter<SessionDocument> {
  const conditions: Filter<SessionDocument>[] = [{ site }];
  for (const make of [byPage, byPerson, byTime, byTraits, byWords]) {
    conditions.push(...make(filter ?? {}));
  }
  const since = new Date(now - liveMs);
  if (filter?.live === true)
    conditions.push({ activeUntil: { $gte: since }, endedAt: { $gte: since } });
  if (filter?.live === false) conditions.push({ endedAt: { $lt: since } });
  return { $and: conditions };
}

type Conditions = Filter<SessionDocument>[];

function byPage({ page }: SessionFilterFields): Conditions {
  if (!page) return [];
  const isPath = page.startsWith('/');
  return [{ pages: isPath && !page.includes(':') ? pathOf(page) : page }];
}

/** Many a caller has `userId`, which is the user or the visitor. */
function byPerson({ visitor, user }: SessionFilterFields): Conditions {
  const conditions: Conditions = [];
  if (visitor) conditions.push({ visitor });
  if (user) conditions.push({ $or: [{ user }, { visitor: user }] });
  return conditions;
}

function byTime({ from, to }: SessionFilterFields): Conditions {
  const conditions: Conditions = [];
  if (from) conditions.push({ startedAt: { $gte: from } });
  if (to) conditions.push({ startedAt: { $lt: to } });
  return conditions;
}

function byTraits({ device, hasRage, hasDead, automated }: SessionFilterFields): Conditions {
  const conditions: Conditions = [];
  if (device) conditions.push({ device });
  if (typeof hasRage === 'boolean') conditions.push({ hasRage });
  if (typeof hasDead === 'boolean') conditions.push({ hasDead });
  if (typeof automated === 'boolean') conditions.push({ automated });
  return conditions;
}

const mostWords = 8;

function byWords({ search }: SessionFilterFields): Conditions {
  const words = (search ?? '').toLowerCase().match(/[\p{L}\p{N}_-]+/gu) ?? [];
  return words.slice(0, mostWords).map((word) => ({ terms: { $regex: new RegExp(`^${word}`) } }));
}
