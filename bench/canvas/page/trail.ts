import { paintSamples } from '../../../dashboard/trail/paint-trail.ts';
import { makeTrailPainter, type TrailPicture } from '../../../dashboard/trail/trail-painter.ts';
import type { ViewTrail } from '../../../dashboard/trail/view-trail.ts';
import { makeContext, settle, size } from './canvas.ts';

/** What `createPicture` gives the trail in a frame. */
const budgetMs = 7;

/** See `CanvasPage`. @param isNaive every sample in every frame, as a plain canvas would */
export async function panTrail(
  samples: number,
  frames: number,
  isNaive: boolean,
): Promise<number[]> {
  const context = makeContext();
  const painter = makeTrailPainter();
  const trail = makeTrail(samples);
  // The first picture is drawn while the page opens, in slices; the drag begins with it on the canvas.
  while (!isNaive && !painter.work(makePicture(trail, 0), budgetMs)) await nextFrame();
  const took: number[] = [];
  for (let frame = 1; frame <= frames; frame++) {
    await nextFrame();
    const startedAt = performance.now();
    const picture = makePicture(trail, frame);
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, size.width, size.height);
    if (isNaive) paintSamples(context, trail, 0, trail.length, picture);
    else {
      painter.work(picture, budgetMs);
      painter.draw(context, picture);
    }
    settle(context);
    took.push(performance.now() - startedAt);
  }
  return took;
}

function makePicture(trail: ViewTrail, frame: number): TrailPicture {
  return {
    ...{ viewId: 'v', trail, count: trail.length, stage: size, pixelRatio: 1, color: '#0a6cff' },
    transform: { scale: 0.8, x: -frame * 5, y: -frame * 3 },
  };
}

function makeTrail(length: number): ViewTrail {
  const at = (place: (turn: number) => number) =>
    Int32Array.from({ length }, (_, i) => place(i / 37) + Math.random() * 6);
  return {
    length,
    tMs: Int32Array.from({ length }, (_, i) => i * 50),
    x: at((turn) => 700 + 460 * Math.sin(turn) + 190 * Math.sin(turn * 3.1)),
    y: at((turn) => 900 + 620 * Math.cos(turn * 0.83) + 240 * Math.sin(turn * 2.3)),
  };
}

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}
