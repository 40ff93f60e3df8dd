import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { makeSession } from '../testing/made-session.ts';
import { makeSite } from '../testing/made-site.ts';
import { type Opened, openDashboard } from '../testing/open-dashboard.ts';
import { makeAnalysis } from './made-analysis.ts';

const axePath = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));
let dashboard: Opened;
let page: Page;
const site = makeSite('shop', 'Shop');
const startedAt = Date.parse('2026-03-12T12:00:00Z');
const sessionId = 'session000000001';
const notice = {
  __typename: 'AnalysisNotice',
  code: 'QUOTA_EXCEEDED',
  message: 'The quota of the AI service’s key is used up: ask again in 37 s.',
  retryAfterSeconds: 37,
} as const;

function showSession(analyses: readonly object[]): void {
  const session = makeSession({ number: 1, startedAt, site, rage: true, overrides: { analyses } });
  dashboard.api.sessions.splice(0, Number.POSITIVE_INFINITY, session);
}

beforeAll(async () => {
  dashboard = await openDashboard(inject('chromiumPath'));
  dashboard.api.sites.push(site);
});
afterAll(() => dashboard.close());
beforeEach(async () => {
  showSession([]);
  page = await dashboard.browser.newPage({ viewport: { width: 1280, height: 900 } });
});
afterEach(() => page.close());

async function open(query = ''): Promise<void> {
  await page.goto(`${dashboard.url}/sessions/${sessionId}${query}`);
  await page.locator('canvas').waitFor();
  await page.locator('#insights').waitFor();
}

/** The next question is answered with this. */
async function answerWith(answer: (route: Route) => Promise<void>): Promise<void> {
  await page.route(dashboard.api.url, async (route) => {
    const isQuestion = route.request().postData()?.includes('mutation AnalyzeSession') ?? false;
    await (isQuestion ? answer(route) : route.continue());
  });
}

const json = (body: object) => ({
  contentType: 'application/json',
  headers: { 'access-control-allow-origin': '*' },
  body: JSON.stringify(body),
});
const ask = () => page.getByRole('button', { name: 'Generate AI insights' }).click();

test('while the model thinks the page says so, and nothing else can be asked', async () => {
  const thinking = Promise.withResolvers<void>();
  await answerWith(async (route) => {
    await thinking.promise;
    await route.fulfill(json({ data: { analysis: makeAnalysis(sessionId) } }));
  });
  await open();
  await ask();
  await page.locator('.asking li[data-state="now"]', { hasText: 'Reading' }).waitFor();
  await expect
    .poll(() => page.getByRole('button', { name: 'Generate AI insights' }).count())
    .toBe(0);
  const now = page.locator('.asking li[aria-current="step"]');
  // Told again until it is heard: the subscription may still be on its way.
  await expect
    .poll(async () => {
      const progress = { stage: 'ASKING', startedAt: new Date(startedAt) };
      dashboard.api.tellNumbers('analysisProgress', progress);
      return now.textContent();
    })
    .toBe('Finding what hinders');
  thinking.resolve();
  await page.locator('.main-problem', { hasText: 'does nothing when pressed' }).waitFor();
  await expect.poll(() => page.locator('.asking').count()).toBe(0);
});

test('who spoke, when, at what cost and how sure is told; what the rules added is marked', async () => {
  showSession([makeAnalysis(sessionId)]);
  await open();
  const head = page.locator('.analysis-head');
  await head.waitFor();
  for (const text of ['gemini-3.8-flash', '12 Mar 2026', '$0.0086', '83 % sure'])
    await expect.poll(() => head.textContent()).toContain(text);
  await expect.poll(() => page.getByText('Found by rules').count()).toBe(1);
});

test('a failure keeps what was found before, and says what to do', async () => {
  showSession([makeAnalysis(sessionId)]);
  await answerWith((route) => {
    const fallback = makeAnalysis(sessionId, {
      ...{ id: 'analysis-2', analyzer: 'RULES', model: null, costUsd: 0, notice },
    });
    return route.fulfill(json({ data: { analysis: fallback } }));
  });
  await open();
  await page.getByRole('button', { name: 'Ask again' }).click();
  await page.locator('[data-code="QUOTA_EXCEEDED"]', { hasText: 'ask again in 37 s' }).waitFor();
  await expect.poll(() => page.locator('.analysis-head').textContent()).toContain('Rules, no AI');
  await page.getByLabel('Analysis').selectOption('analysis-1');
  await page.locator('.analysis-head', { hasText: 'gemini-3.8-flash' }).waitFor();
});

test('where the API does not answer it can be asked again', async () => {
  await answerWith((route) => route.abort());
  await open();
  await ask();
  await page.locator('#insights [role="alert"]', { hasText: 'does not answer' }).waitFor();
  await page.getByRole('button', { name: 'Generate AI insights' }).waitFor();
});

test('evidence is followed by keyboard, to the moment and back', async () => {
  showSession([makeAnalysis(sessionId)]);
  await open();
  await page.locator('.main-problem .evidence a').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('.spot-line', { hasText: '0:07.2' }).waitFor();
  await expect.poll(() => page.locator('.replay-time').textContent()).toContain('0:07.2');
  await page.getByRole('link', { name: 'Back to the insights' }).click();
  await expect
    .poll(() => page.locator('#insights').evaluate((el) => el.getBoundingClientRect().top))
    .toBeLessThan(200);
});

test('findings of the model that point at nothing are counted in the open', async () => {
  showSession([makeAnalysis(sessionId, { droppedCount: 2, isOutdated: true })]);
  await open();
  await page.getByText('2 findings of the model pointed at events that do not exist').waitFor();
  await page.getByText('The session went on after this').waitFor();
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  test('axe finds nothing on the findings, and they fit a narrow window', async () => {
    showSession([makeAnalysis(sessionId, { notice, droppedCount: 1 })]);
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 360, height: 800 });
    await open();
    await page.locator('.finding').first().waitFor();
    await page.addScriptTag({ path: axePath });
    const violations = await page.evaluate(async () => {
      const axe: typeof import('axe-core') = Reflect.get(window, 'axe');
      const found = await axe.run('#insights');
      return found.violations.map(({ id }) => id);
    });
    expect(violations).toEqual([]);
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    );
    expect(tooWide).toBe(false);
  });
});
