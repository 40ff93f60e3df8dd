import type { MadeSession } from './made-session.ts';

type Fields = Readonly<Record<string, unknown>>;

const at = (session: MadeSession) => String(session.startedAt);

/** `Query.sessions`: newest first, filtered, by cursor. */
export function findSessions(sessions: readonly MadeSession[], args: Fields) {
  const filter = (args.filter ?? {}) as Fields;
  const found = sessions
    .filter((session) => isOf(session, args.site) && matches(session, filter))
    .sort((a, b) => at(b).localeCompare(at(a)) || b.id.localeCompare(a.id));
  return { ...cutPage(found, args), totalCount: found.length };
}

function isOf(session: MadeSession, site: unknown): boolean {
  return !site || Reflect.get(session.site as object, 'siteId') === site;
}

function matches(session: MadeSession, filter: Fields): boolean {
  const text = (field: string) => String(session[field]);
  const tests: readonly (readonly [string, (wanted: unknown) => boolean])[] = [
    [
      'search',
      (wanted) => JSON.stringify([session.userId, session.pageUrl]).includes(String(wanted)),
    ],
    [
      'page',
      (wanted) =>
        text('pageUrl').includes(String(wanted)) || text('lastPageUrl').includes(String(wanted)),
    ],
    ['user', (wanted) => text('visitorId') === wanted || text('userId') === wanted],
    ['device', (wanted) => session.device === wanted],
    ['hasRage', (wanted) => Number(session.rageClicks) > 0 === wanted],
    ['hasDead', (wanted) => Number(session.deadClicks) > 0 === wanted],
    ['live', (wanted) => session.isLive === wanted],
    ['automated', (wanted) => session.automated === wanted],
    ['from', (wanted) => at(session) >= String(wanted)],
    ['to', (wanted) => at(session) <= String(wanted)],
  ];
  return tests.every(([name, holds]) => {
    const wanted = filter[name];
    return wanted === undefined || wanted === null || holds(wanted);
  });
}

/** `Query.events` of one session. */
export function findEvents(session: MadeSession | undefined, args: Fields) {
  const events = (session?.events ?? []) as readonly MadeSession[];
  const types = args.types as readonly string[] | null | undefined;
  const kindOf = (event: Fields) =>
    event.isRageClick ? 'RAGE_CLICK' : event.isDeadClick ? 'DEAD_CLICK' : String(event.type);
  return cutPage(types ? events.filter((event) => types.includes(kindOf(event))) : events, args);
}

function cutPage(all: readonly MadeSession[], args: Fields) {
  const after = args.after;
  const start = after ? all.findIndex((each) => each.id === after) + 1 : 0;
  const nodes = all.slice(start, start + Number(args.first ?? 50));
  return {
    nodes,
    edges: nodes.map((node) => ({ cursor: node.id, node })),
    pageInfo: {
      hasNextPage: start + nodes.length < all.length,
      hasPreviousPage: start > 0,
      startCursor: nodes[0]?.id ?? null,
      endCursor: nodes.at(-1)?.id ?? null,
    },
  };
}
