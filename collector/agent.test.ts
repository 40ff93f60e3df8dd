import { expect, it } from 'vitest';
import { readAgent } from './agent.ts';

const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';
const safari = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

it.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
    'Chrome',
    'Windows',
    'desktop',
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${webKit} Chrome/142.0.0.0 Mobile Safari/537.36`,
    'Chrome',
    'Android',
    'mobile',
  ],
  [
    `Mozilla/5.0 (Linux; Android 15; SM-X910) ${webKit} Chrome/142.0.0.0 Safari/537.36`,
    'Chrome',
    'Android',
    'tablet',
  ],
  [
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${safari} Version/18.0 Mobile/15E148 Safari/604.1`,
    'Safari',
    'iOS',
    'mobile',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0',
    'Firefox',
    'Linux',
    'desktop',
  ],
])('%s', (userAgent, browser, os, platform) => {
  expect(readAgent(userAgent)).toMatchObject({ browser, os, platform, isCrawler: false });
});

it('knows a headless browser as the browser that it is, and as no crawler', () => {
  const agent = readAgent(
    `Mozilla/5.0 (X11; Linux x86_64) ${webKit} HeadlessChrome/142.0.0.0 Safari/537.36`,
  );
  expect(agent).toMatchObject({ browser: 'Chrome', isHeadless: true, isCrawler: false });
});

it.each([
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Googlebot/2.1 (+http://www.google.com/bot.html)',
  `Mozilla/5.0 ${webKit} (compatible; bingbot/2.0) Chrome/142.0.0.0 Safari/537.36`,
  'facebookexternalhit/1.1',
])('knows %s as a crawler', (userAgent) => {
  expect(readAgent(userAgent).isCrawler).toBe(true);
});

it.each(['curl/8.5.0', 'python-requests/2.32', 'node', 'Go-http-client/2.0', ''])(
  'takes “%s” for a client that posts on purpose',
  (userAgent) => {
    expect(readAgent(userAgent).isCrawler).toBe(false);
  },
);
