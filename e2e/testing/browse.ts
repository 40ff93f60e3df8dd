import { type Browser, chromium, type Page } from 'playwright-core';

/** A real Chromium that looks up nothing on the network by itself. */
export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A hand that moves from place to place, at a pace that is sampled. */
export async function moveAround(page: Page, rounds = 1): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step <= 24; step++) {
      const angle = (step / 24) * 2 * Math.PI;
      await page.mouse.move(500 + 260 * Math.cos(angle), 380 + 180 * Math.sin(angle));
      await page.waitForTimeout(20);
    }
  }
}

/** Presses an element `times` within a second. */
export async function pressQuickly(page: Page, selector: string, times: number): Promise<void> {
  const target = page.locator(selector);
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error(`${selector} is not on the page.`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 12 });
  for (let press = 0; press < times; press++) {
    await page.mouse.down();
    await page.mouse.up();
    await page.waitForTimeout(120);
  }
}

/** How many pixels of a canvas are near a colour, `#rrggbb`. */
export function countPixels(page: Page, color: string): Promise<number> {
  return page
    .locator('canvas')
    .first()
    .evaluate((canvas: HTMLCanvasElement, wanted) => {
      const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
        data: new Uint8ClampedArray(),
      };
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) =>
        Number.parseInt(wanted.slice(at, at + 2), 16),
      );
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        const distance =
          Math.abs((data[i] ?? 0) - r) +
          Math.abs((data[i + 1] ?? 0) - g) +
          Math.abs((data[i + 2] ?? 0) - b);
        if ((data[i + 3] ?? 0) > 0 && distance < 60) count += 1;
      }
      return count;
    }, color);
}
