import { onTestFinished } from 'vitest';
import { bundleWorker } from '../bundle.ts';
import { type CollectorOptions, startCollector } from '../local.ts';
import type { SiteConfig } from '../site-config.ts';
import { ingestSecret, type StubApi, siteOf, startStubApi } from './stub-api.ts';

export const replaySecret = 'replay-secret-for-tests';

const scripts = { '/t.js': { body: '/* the tracker */', etag: '"tracker-1"' } };
let script: Promise<string> | undefined;

/** A collector in workerd before an API of its own, both ended with the test. */
export async function startPair(
  sites: readonly SiteConfig[] = [siteOf('shop')],
  options: Partial<CollectorOptions> = {},
): Promise<{ readonly url: string; readonly api: StubApi }> {
  script ??= bundleWorker({ scripts });
  const api = await startStubApi(sites);
  onTestFinished(api.stop);
  const collector = await startCollector({
    apiUrl: api.url,
    ingestSecret,
    replaySecret,
    script: await script,
    ...options,
  });
  onTestFinished(collector.stop);
  return { url: collector.url, api };
}
