import type { AskApi } from '../replay/api-client.ts';
import { type CountedWay, hashWays, type Navigation } from './navigation-expected.ts';

const pageOf = (route: string) => route.replace(/^\//, '');

interface Flow {
  readonly pages: readonly {
    readonly page: string;
    readonly views: number;
    readonly entries: number;
    readonly exits: number;
    readonly reloads: number;
  }[];
  readonly transitionCount: number;
  readonly transitions: readonly {
    readonly from: string;
    readonly to: string;
    readonly count: number;
  }[];
}

/** Asks the API, as anybody would, for all that is compared. */
export async function measureNavigation(
  ask: AskApi,
  site: string,
  expected: Navigation,
): Promise<Navigation> {
  const { navigation } = await ask<{ navigation: Flow }>(
    `query ($site: ID!) { navigation(site: $site) {
      pages { page views entries exits reloads } transitionCount transitions(limit: 10000) { from to count }
    } }`,
    { site },
  );
  const { pages } = navigation;
  const transitions = navigation.transitions.map(({ from, to, count }) => ({
    pages: [pageOf(from), pageOf(to)],
    count,
  }));
  const triples = await measureTriples(
    ask,
    site,
    pages.map(({ page }) => page),
  );
  const lengths = await measureLengths(ask, site);
  const total = (field: 'views' | 'reloads') => pages.reduce((sum, page) => sum + page[field], 0);
  const counts = (field: 'views' | 'entries' | 'exits') =>
    Object.fromEntries(pages.map((page) => [pageOf(page.page), page[field]]));
  return {
    visits: lengths.length,
    page_views: total('views'),
    distinct_pages: pages.length,
    bounces: lengths.filter((length) => length === 1).length,
    length: describeLengths(lengths),
    views_top20: counts('views'),
    entries_top20: counts('entries'),
    exits_top20: counts('exits'),
    transitions: navigation.transitionCount,
    distinct_transitions: transitions.length,
    self_transitions: total('reloads'),
    top_transitions: transitions.map(({ pages: [from = '', to = ''], count }) => [from, to, count]),
    transitions_sha256: hashWays(transitions),
    top_path3: triples.map(({ pages: [a = '', b = '', c = ''], count }) => [a, b, c, count]),
    path3_sha256: hashWays(triples),
    funnels: await Promise.all(
      expected.funnels.map(({ steps }) => measureFunnel(ask, site, steps)),
    ),
  };
}

/** Every three pages in a row: the ways from each page, without those that end sooner. */
async function measureTriples(
  ask: AskApi,
  site: string,
  pages: readonly string[],
): Promise<CountedWay[]> {
  const triples: CountedWay[] = [];
  for (const page of pages) {
    const { paths } = await ask<{ paths: { sequences: CountedWay[] } }>(
      `query ($site: ID!, $page: String!) { paths(site: $site, page: $page, depth: 3) {
        sequences(limit: 10000) { pages count }
      } }`,
      { site, page },
    );
    triples.push(...paths.sequences.filter((way) => way.pages.length === 3));
  }
  return triples.map((way) => ({ ...way, pages: way.pages.map(pageOf) }));
}

async function measureLengths(ask: AskApi, site: string): Promise<number[]> {
  const lengths: number[] = [];
  let after: string | null = null;
  do {
    const { sessions }: { sessions: SessionPage } = await ask(
      `query ($site: ID!, $after: String) { sessions(site: $site, first: 100, after: $after) {
        nodes { pageCount } pageInfo { hasNextPage endCursor }
      } }`,
      { site, after },
    );
    lengths.push(...sessions.nodes.map(({ pageCount }) => pageCount));
    after = sessions.pageInfo.hasNextPage ? sessions.pageInfo.endCursor : null;
  } while (after);
  return lengths.sort((a, b) => a - b);
}

interface SessionPage {
  readonly nodes: readonly { readonly pageCount: number }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** @param lengths ascending */
function describeLengths(lengths: readonly number[]) {
  const half = lengths.length / 2;
  const median = ((lengths[Math.ceil(half) - 1] ?? 0) + (lengths[Math.floor(half)] ?? 0)) / 2;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  return { mean, median, max: lengths.at(-1) ?? 0 };
}

async function measureFunnel(ask: AskApi, site: string, steps: readonly string[]) {
  const visitorsIn = async (order: 'ORDERED' | 'STRICT') => {
    const { funnel } = await ask<{ funnel: { stages: { visitors: number }[] } }>(
      `query ($site: ID!, $steps: [FunnelStepInput!]!, $order: FunnelOrder) {
        funnel(site: $site, steps: $steps, order: $order) { stages { visitors } }
      }`,
      { site, order, steps: steps.map((page) => ({ page: `/${page}` })) },
    );
    return funnel.stages.map(({ visitors }) => visitors);
  };
  return {
    steps: [...steps],
    ordered: await visitorsIn('ORDERED'),
    strict: await visitorsIn('STRICT'),
  };
}
