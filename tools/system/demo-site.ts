const ask = 'query DemoSite { sites { siteId } }';
const make =
  'mutation MakeDemoSite($input: CreateSiteInput!) { createSite(input: $input) { siteId } }';

/** Makes the demo shop's site where it is not there yet; its days are those of this machine's time zone. */
export async function ensureDemoSite(apiUrl: string, token: string, siteId: string): Promise<void> {
  const { sites } = await request<{ sites: { siteId: string }[] }>(apiUrl, token, ask, {});
  if (sites.some((site) => site.siteId === siteId)) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  await request(apiUrl, token, make, { input: { siteId, name: 'Demo shop', timeZone } });
}

async function request<Data>(
  apiUrl: string,
  token: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Data> {
  const response = await fetch(`${apiUrl}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data?: Data; errors?: { message: string }[] };
  if (!answer.data || answer.errors) {
    throw new Error(`The API refused: ${answer.errors?.[0]?.message ?? response.status}`);
  }
  return answer.data;
}
