import type { Browser, Page } from 'playwright-core';

type Place = readonly [x: number, y: number];

/** A visit as people make them: looking around, choosing, and getting stuck on buttons that do nothing. */
export async function visitShop(browser: Browser, shopUrl: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 } });
  const page = await context.newPage();
  await page.goto(shopUrl);
  const hand = makeHand(page);
  await page.mouse.move(640, 120);
  await hand.wander([
    [300, 480],
    [620, 330],
    [980, 300],
  ]);
  await hand.press('.tone-choice >> nth=1');
  await hand.press('[data-step="1"]');
  await hand.press('button.primary');
  await hand.wander([[760, 520]]);
  for (let turn = 0; turn < 11; turn++) {
    await page.mouse.wheel(0, 70);
    await page.waitForTimeout(60);
  }
  await hand.wander([
    [420, 640],
    [980, 560],
    [300, 420],
  ]);
  await hand.press('#pay-swiftly', 4);
  await hand.wander([
    [900, 380],
    [520, 260],
  ]);
  await hand.press('#pay-instalments', 5);
  await hand.press('#pay-card');
  await hand.wander([[700, 700]]);
  return page;
}

/** A hand that goes from place to place in curves, slower at both ends. */
function makeHand(page: Page) {
  let from: Place = [640, 120];
  const moveTo = async (to: Place) => {
    const distance = Math.hypot(to[0] - from[0], to[1] - from[1]);
    const steps = Math.max(8, Math.round(distance / 16));
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      const eased = share * share * (3 - 2 * share);
      const bend = Math.sin(share * Math.PI) * Math.min(46, distance / 8);
      await page.mouse.move(
        from[0] + (to[0] - from[0]) * eased + bend,
        from[1] + (to[1] - from[1]) * eased - bend,
      );
      await page.waitForTimeout(22);
    }
    from = to;
  };
  return {
    wander: async (places: readonly Place[]) => {
      for (const place of places) {
        await moveTo(place);
        await page.waitForTimeout(160);
      }
    },
    press: async (selector: string, times = 1) => {
      const target = page.locator(selector);
      await target.scrollIntoViewIfNeeded();
      const box = await target.boundingBox();
      if (!box) throw new Error(`${selector} is not on the page.`);
      await moveTo([box.x + box.width * 0.55, box.y + box.height * 0.5]);
      for (let press = 0; press < times; press++) {
        const [x, y] = from;
        await page.mouse.move(x + press * 2, y + (press % 2) * 2);
        await page.mouse.down();
        await page.mouse.up();
        await page.waitForTimeout(150);
      }
    },
  };
}
