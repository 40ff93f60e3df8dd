export const size = { width: 1_200, height: 800 };

export function makeContext(): CanvasRenderingContext2D {
  return contextOf(Object.assign(document.createElement('canvas'), size));
}

export function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  return context;
}

/** Canvases draw late; reading a pixel makes them. */
export function settle(context: CanvasRenderingContext2D): void {
  context.getImageData(0, 0, 1, 1);
}
