import type { Browser, Page } from 'playwright-core';
import { moveAround, pressQuickly } from '../../e2e/testing/browse.ts';

/** A visit as people make them: looking around, choosing, paying, and getting stuck on a button that does nothing. */
export async function visitShop(browser: Browser, shopUrl: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(shopUrl);
  await wander(page, [
    [300, 500],
    [620, 330],
    [880, 300],
    [760, 420],
  ]);
  await page.locator('.tone-choice').nth(1).click();
  await page.getByRole('button', { name: 'One more' }).click();
  await page.getByRole('button', { name: 'Add to cart' }).click();
  await moveAround(page, 1);
  await wander(page, [
    [420, 640],
    [980, 560],
    [240, 380],
  ]);
  await pressQuickly(page, '#pay-swiftly', 4);
  await wander(page, [
    [400, 420],
    [700, 300],
  ]);
  await pressQuickly(page, '#pay-instalments', 5);
  await pressQuickly(page, '#pay-card', 1);
  await page.waitForTimeout(600);
  return page;
}

/** From place to place in curves, as a hand does. */
async function wander(
  page: Page,
  places: readonly (readonly [x: number, y: number])[],
): Promise<void> {
  let [fromX, fromY] = [640, 200];
  for (const [toX, toY] of places) {
    const steps = 22;
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      const eased = share * share * (3 - 2 * share);
      const bend = Math.sin(share * Math.PI) * 46;
      await page.mouse.move(
        fromX + (toX - fromX) * eased + bend,
        fromY + (toY - fromY) * eased - bend,
      );
      await page.waitForTimeout(24);
    }
    [fromX, fromY] = [toX, toY];
    await page.waitForTimeout(180);
  }
}
