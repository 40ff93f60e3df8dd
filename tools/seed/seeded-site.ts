import { setTimeout as wait } from 'node:timers/promises';
import type { AskApi } from '../replay/api-client.ts';
import { UserProblem } from '../user-problem.ts';

/** Its name says on every view what it is. */
const name = 'Demo month (made-up data)';
/** The shop is made up too; these are its days. */
export const seedTimeZone = 'Europe/Stockholm';

const sitesQuery = /* GraphQL */ `
  query SeedSites {
    sites {
      siteId
      name
    }
  }
`;
const createMutation = /* GraphQL */ `
  mutation CreateSeedSite($input: CreateSiteInput!) {
    createSite(input: $input) {
      siteId
    }
  }
`;
const routesMutation = /* GraphQL */ `
  mutation RouteSeedSite($site: ID!, $routes: [String!]!) {
    updateSite(id: $site, input: { routes: $routes }) {
      siteId
    }
  }
`;
const countQuery = /* GraphQL */ `
  query CountSeeded($site: ID!) {
    sessions(site: $site, first: 1) {
      totalCount
    }
  }
`;
const funnelsQuery = /* GraphQL */ `
  query SeedFunnels($site: ID!) {
    funnels(site: $site) {
      name
    }
  }
`;
const saveMutation = /* GraphQL */ `
  mutation SaveSeedFunnel($site: ID!, $input: SaveFunnelInput!) {
    saveFunnel(site: $site, input: $input) {
      id
    }
  }
`;

const funnel = {
  name: 'From a product to an order',
  steps: [
    { page: '/product/:id' },
    { event: 'added-to-cart' },
    { page: '/cart' },
    { page: '/checkout' },
    { event: 'ordered' },
  ],
};

/** Makes the site where it is missing. @throws {UserProblem} where it is one with real visitors */
export async function ensureSeedSite(ask: AskApi, site: string): Promise<void> {
  const { sites } = await ask<{ sites: { siteId: string; name: string }[] }>(sitesQuery);
  const known = sites.find(({ siteId }) => siteId === site);
  if (known && known.name !== name) {
    throw new UserProblem(
      `Site ${site} (${known.name}) was not made for made-up data: name another with --site.`,
    );
  }
  if (known) return;
  await ask(createMutation, { input: { siteId: site, name, timeZone: seedTimeZone } });
  await ask(routesMutation, { site, routes: ['/product/:id'] });
}

export async function countSessions(ask: AskApi, site: string): Promise<number> {
  const { sessions } = await ask<{ sessions: { totalCount: number } }>(countQuery, { site });
  return sessions.totalCount;
}

/** A question to begin with: kept with the site, once. */
export async function saveSeedFunnel(ask: AskApi, site: string): Promise<void> {
  const { funnels } = await ask<{ funnels: { name: string }[] }>(funnelsQuery, { site });
  if (funnels.some((saved) => saved.name === funnel.name)) return;
  await ask(saveMutation, { site, input: funnel });
}

const patienceMs = 120_000;

/**
 * Waits until the API shows all sessions: at once in direct mode, after a while where a queue lies between.
 *
 * @throws {UserProblem} after two minutes without
 */
export async function awaitSessions(ask: AskApi, site: string, wanted: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const known = await countSessions(ask, site);
    if (known >= wanted) return;
    if (Date.now() > until) {
      throw new UserProblem(`Two minutes after the last batch the API shows ${known} of them.`);
    }
    await wait(500);
  }
}
