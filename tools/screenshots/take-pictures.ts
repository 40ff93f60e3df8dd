import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { savePicture } from './save-picture.ts';
import type { SeededView } from './seeded-views.ts';

/** How a view is pictured. */
interface Shot {
  /** After the view's name. */
  readonly suffix: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: 'light' | 'dark';
  readonly pixelRatio: number;
}

const wide = { width: 1440, height: 1000, pixelRatio: 1 } as const;
const narrow = { width: 390, height: 844, pixelRatio: 1 } as const;
const shots: readonly Shot[] = [
  { ...wide, suffix: '-light', scheme: 'light', pixelRatio: 2 },
  { ...wide, suffix: '-dark', scheme: 'dark' },
  { ...narrow, suffix: '-narrow-light', scheme: 'light' },
  { ...narrow, suffix: '-narrow-dark', scheme: 'dark' },
];

/** Takes each view light and dark, wide and narrow. */
export async function takePictures(
  browser: Browser,
  dashboardUrl: string,
  views: readonly SeededView[],
  folder: string,
  onPicture: (path: string) => void,
): Promise<void> {
  for (const shot of shots) {
    const context = await browser.newContext({
      deviceScaleFactor: shot.pixelRatio,
      colorScheme: shot.scheme,
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const view of views) {
      const height = shot.width === wide.width ? (view.heightPx ?? shot.height) : shot.height;
      await page.setViewportSize({ width: shot.width, height });
      await page.goto(new URL(view.path, dashboardUrl).href);
      await showView(page, view);
      const file = join(folder, `${view.name}${shot.suffix}.png`);
      await savePicture(file, await page.screenshot());
      onPicture(file);
    }
    await context.close();
  }
}

async function showView(page: Page, { ready, pans = 0 }: SeededView): Promise<void> {
  const element = page.locator(ready).first();
  await element.waitFor();
  await page.waitForLoadState('networkidle');
  for (let pan = 0; pan < pans; pan++) await page.locator('canvas').first().press('ArrowDown');
  // Without the ring of the keyboard's focus.
  await page.evaluate(
    () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
  );
}
