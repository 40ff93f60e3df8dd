import { expect, it } from 'vitest';
import { makePacked, page, post } from './testing/batches.ts';
import { startPair } from './testing/start.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const chrome = `Mozilla/5.0 (X11; Linux x86_64) ${webKit} Chrome/142.0.0.0 Safari/537.36`;
const mac =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15';
const withPage = (more: object) => makePacked({ seq: 0, page: { ...page, ...more } });

it('adds browser, system and device, and no place where the edge knows none', async () => {
  const { url, api } = await startPair();
  await post(url, makePacked(), { 'user-agent': chrome });
  expect(api.ingestCalls[0]?.batches[0]).toMatchObject({
    browser: 'Chrome',
    os: 'Linux',
    device: 'DESKTOP',
    automated: false,
    country: null,
    region: null,
  });
});

it('adds country and region where the edge knows them', async () => {
  const { url, api } = await startPair(undefined, { cf: { country: 'AT', region: 'Vienna' } });
  await post(url);
  expect(api.ingestCalls[0]?.batches[0]).toMatchObject({ country: 'AT', region: 'Vienna' });
});

it.each([
  [
    'a phone that says so',
    withPage({}),
    { 'user-agent': chrome, 'sec-ch-ua-mobile': '?1' },
    'MOBILE',
  ],
  ['an iPad that calls itself a Mac', withPage({ touch: 1 }), { 'user-agent': mac }, 'TABLET'],
  ['a Mac', withPage({}), { 'user-agent': mac }, 'DESKTOP'],
  ['a laptop with a touch screen', withPage({ touch: 1 }), { 'user-agent': chrome }, 'DESKTOP'],
])('knows %s by its device class', async (_, body, headers, device) => {
  const { url, api } = await startPair();
  await post(url, body, headers as Record<string, string>);
  expect(api.ingestCalls[0]?.batches[0]?.device).toBe(device);
});

it.each([
  ['WebDriver', withPage({ automated: 1 }), chrome],
  ['a headless browser', withPage({}), chrome.replace('Chrome', 'HeadlessChrome')],
])('records %s, flagged as automated', async (_, body, userAgent) => {
  const { url, api } = await startPair();
  expect(await post(url, body, { 'user-agent': userAgent })).toMatchObject({ status: 202 });
  expect(api.ingestCalls[0]?.batches[0]?.automated).toBe(true);
});

it('says nothing of the address or the user-agent header to the API', async () => {
  const { url, api } = await startPair();
  const address = '198.51.100.23';
  await post(url, withPage({}), {
    'user-agent': chrome,
    'cf-connecting-ip': address,
    'x-forwarded-for': address,
    'x-real-ip': address,
    cookie: 'id=secret',
  });
  const call = api.ingestCalls[0];
  const said = `${JSON.stringify(call?.headers)} ${call?.text}`;
  expect(call?.batches).toHaveLength(1);
  expect(said).not.toContain(address);
  expect(said).not.toContain('Mozilla');
  expect(said).not.toContain('secret"');
  expect(new Set(Object.keys(call?.batches[0] ?? {}))).toEqual(
    new Set(['automated', 'body', 'browser', 'country', 'device', 'os', 'receivedAt', 'region']),
  );
});
