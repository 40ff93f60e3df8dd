import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { hashToken, makeToken } from '../auth/token.ts';
import { openStore } from '../store/open-store.ts';
import { tokens } from '../store/tokens.ts';
import { emptyDatabase, startTestApi, type TestApi } from '../testing/start-test-api.ts';
import { analyzeSession, type ToldAnalysis } from './testing/ask-analysis.ts';
import { makeCalmSession } from './testing/planted-sessions.ts';

const [ownerToken, theirToken, otherToken] = [makeToken(), makeToken(), makeToken()];
const { session, arrivals } = makeCalmSession();
let api: TestApi;

beforeAll(async () => {
  const uri = await emptyDatabase(inject('mongodbUri'), 'insights-access');
  const names = ['shop', 'blog'].map((siteId) => ({ siteId, name: siteId, timeZone: 'UTC' }));
  api = await startTestApi(uri, { localMode: false, ownerToken, sites: names });
  const store = await openStore(uri);
  const reader = (token: string, site: string) => ({
    ...{ hash: hashToken(token), role: 'reader' as const, name: site, sites: [site] },
    createdAt: new Date(),
  });
  await tokens.in(store.db).insertMany([reader(theirToken, 'shop'), reader(otherToken, 'blog')]);
  await store.close();
  await api.ingest(arrivals);
});
afterAll(() => api.stop());

test('whoever may read a session may have it analysed', async () => {
  const { data } = await api.ask<{ analyzeSession: ToldAnalysis }>(
    analyzeSession,
    { id: session },
    theirToken,
  );
  expect(data?.analyzeSession.analyzer).toBe('RULES');
});

test('a reader of another site can neither ask nor see what was said', async () => {
  const code = async (query: string) => {
    const { errors } = await api.ask(query, {}, otherToken);
    return errors?.[0]?.extensions?.code;
  };
  expect(await code(`mutation { analyzeSession(id: "${session}") { id } }`)).toBe('NOT_FOUND');
  expect(await code('mutation { analyzePage(page: "/", site: "shop") { id } }')).toBe('NOT_FOUND');
  expect(await code('{ pageAnalyses(page: "/", site: "shop") { id } }')).toBe('NOT_FOUND');
  const { data } = await api.ask(
    `{ session(id: "${session}") { analyses { id } } }`,
    {},
    otherToken,
  );
  expect(data).toEqual({ session: null });
});
