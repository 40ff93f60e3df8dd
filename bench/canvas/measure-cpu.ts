import type { Page } from 'playwright-core';

/**
 * What the page's main thread computes meanwhile, ms of CPU: unlike the clock it does not count the time that other programs of the
 * machine have taken.
 */
export async function measureCpu(page: Page, work: () => Promise<unknown>): Promise<number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const readMs = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
  };
  const before = await readMs();
  await work();
  const after = await readMs();
  await devtools.detach();
  return after - before;
}
