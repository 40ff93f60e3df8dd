const box = (kind: string, x: number, y: number, width: number, height: number) => ({
  ...{ kind, x, y, width, height },
});

/** A page's shape as a narrow or a wide window shows it: head, picture, text, buttons, a grid. */
export function makeShape(viewId: string, width: number) {
  const isWide = width > 600;
  const side = isWide ? Math.floor((width - 120) / 2) : width - 80;
  const columns = isWide ? 4 : 2;
  const card = Math.floor((width - 80) / columns) - 20;
  const right = isWide ? 80 + side : 40;
  const top = isWide ? 120 : 600;
  return {
    recordedAt: '2026-03-10T09:30:00.000Z',
    viewId,
    viewportWidth: width,
    viewportHeight: 800,
    documentWidth: width,
    documentHeight: 1_600,
    boxes: [
      box('BLOCK', 0, 0, width, 64),
      box('CONTROL', 40, 20, 96, 24),
      box('CONTROL', width - 120, 20, 80, 24),
      box('IMAGE', 40, 120, side, 440),
      box('HEADING', right, top, side, 48),
      box('TEXT', right, top + 80, side, 96),
      box('CONTROL', right, top + 220, 160, 44),
      ...Array.from({ length: 8 }, (_, i) => {
        const x = 40 + (i % columns) * (card + 20);
        const y = 980 + Math.floor(i / columns) * 150;
        return [
          box('BLOCK', x, y, card, 130),
          box('IMAGE', x + 12, y + 12, card - 24, 60),
          box('TEXT', x + 12, y + 84, card - 24, 24),
        ];
      }).flat(),
    ],
  };
}

/** Where its button is: what the clicks on it are placed by. */
export const findButton = (shape: ReturnType<typeof makeShape>) =>
  shape.boxes.findLast(({ height }) => height === 44) ?? null;
