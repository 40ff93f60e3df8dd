import { compareReads } from './compare-reads.ts';

/** Prints what the everyday questions take at 10,000,000 events over 30 days, beside 100,000: `npm run bench -- reads`. */
const goal = '≤ 1.15';

await compareReads(Number(process.argv[2] ?? 10_000_000), 'everything', [
  {
    name: 'session list',
    goal,
    query: (site) =>
      `{ sessions(site: "${site}", first: 50) { nodes { sessionId startedAt pageUrl totalClicks rageClicks deadClicks mouseMovements } pageInfo { hasNextPage endCursor } } }`,
  },
  {
    name: 'session list, with rage only',
    goal,
    // No more than the small site has.
    query: (site) =>
      `{ sessions(site: "${site}", first: 20, filter: { hasRage: true }) { nodes { sessionId rageClicks } } }`,
  },
  {
    name: 'rage areas',
    goal,
    query: (site) =>
      `{ rageClickAreas(site: "${site}") { page rageClicks affectedUsers avgX avgY severity element { label } } }`,
  },
  {
    name: 'statistics',
    goal,
    query: (site) =>
      `{ mouseStatistics(site: "${site}") { totalSessions totalClicks avgDistancePerSession avgSpeedPxPerSec rageClickRate deadClickRate mostClickedElements { clicks element { label } } movementPatterns { pattern sessions } } }`,
  },
  {
    name: 'timeline of clicks',
    goal,
    query: (site) => `{ timeline(site: "${site}", metric: CLICKS) { total points { at value } } }`,
  },
  {
    name: 'timeline of visitors',
    goal,
    query: (site) =>
      `{ timeline(site: "${site}", metric: VISITORS) { total points { at value } } }`,
  },
  {
    name: 'newest events',
    goal,
    query: (site) => `{ events(site: "${site}", last: 50) { nodes { __typename at } } }`,
  },
  {
    name: 'first scrolls',
    goal,
    query: (site) =>
      `{ events(site: "${site}", types: [SCROLL], first: 50) { nodes { __typename at } } }`,
  },
]);
