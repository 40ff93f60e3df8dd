import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { buildDashboard } from '../build.ts';
import { type FakeApi, startFakeApi } from './fake-api.ts';
import { serveDashboard } from './serve-dashboard.ts';

export const collectorUrl = 'https://collect.example';

export interface Opened {
  readonly api: FakeApi;
  /** The dashboard's origin. */
  readonly url: string;
  readonly browser: Browser;
  /** Where the build lies. */
  readonly dist: string;
  readonly close: () => Promise<void>;
}

/** The dashboard as it is built, in a real Chromium, on a fake API. */
export async function openDashboard(executablePath: string): Promise<Opened> {
  const dist = await mkdtemp(join(tmpdir(), 'trailgraph-dashboard-'));
  const [api, browser] = await Promise.all([
    startFakeApi(),
    chromium.launch({
      executablePath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    }),
    buildDashboard(dist),
  ]);
  const server = await serveDashboard(dist, { apiUrl: api.url, collectorUrl });
  return {
    api,
    browser,
    dist,
    url: server.url,
    close: async () => {
      await browser.close();
      await Promise.all([server.close(), api.close()]);
      await rm(dist, { recursive: true });
    },
  };
}
