import type { Page } from 'playwright-core';

/** How many pixels of the first canvas are clearly blue, green, red. */
export function countColors(page: Page): Promise<{ blue: number; green: number; red: number }> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    const context = canvas?.getContext('2d');
    const counts = { blue: 0, green: 0, red: 0 };
    if (!canvas?.width || !context) return counts;
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const nameOf = (red: number, green: number, blue: number) => {
      if (blue > red + 60 && blue > green + 20) return 'blue';
      if (green > red + 60 && green > blue + 60) return 'green';
      return red > green + 110 && red > blue + 110 ? 'red' : null;
    };
    for (let i = 0; i < data.length; i += 4) {
      const [red = 0, green = 0, blue = 0] = data.subarray(i, i + 3);
      const name = nameOf(red, green, blue);
      if (name) counts[name]++;
    }
    return counts;
  });
}
