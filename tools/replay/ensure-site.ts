import type { AskApi } from './api-client.ts';

type RageRule = 'DEFAULT' | 'STRICT';

const sitesQuery = /* GraphQL */ `
  query ReplaySites {
    sites {
      siteId
      rageRule
    }
  }
`;
const createMutation = /* GraphQL */ `
  mutation CreateReplaySite($input: CreateSiteInput!) {
    createSite(input: $input) {
      siteId
    }
  }
`;

/**
 * Makes the site where it is missing, with the strict rage rule: recordings tell nothing of reactions that could make a
 * burst productive.
 *
 * @returns its rage rule
 */
export async function ensureSite(ask: AskApi, site: string): Promise<RageRule> {
  const { sites } = await ask<{ sites: { siteId: string; rageRule: RageRule }[] }>(sitesQuery);
  const known = sites.find(({ siteId }) => siteId === site);
  if (known) return known.rageRule;
  await ask(createMutation, {
    input: { siteId: site, name: `Replays: ${site}`, rageRule: 'STRICT' },
  });
  return 'STRICT';
}
