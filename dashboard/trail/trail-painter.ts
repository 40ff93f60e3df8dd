import { type Brush, paintSamples } from './paint-trail.ts';
import type { ViewTrail } from './view-trail.ts';
import type { Size } from './view-transform.ts';

/** What the trail on the stage should look like. */
export interface TrailPicture extends Brush {
  /** Tells one page view from another: the trail itself grows. */
  readonly viewId: string;
  readonly trail: ViewTrail;
  /** How many of its samples show. */
  readonly count: number;
  /** The stage, in stage px. */
  readonly stage: Size;
}

interface Surface {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  readonly picture: TrailPicture;
  /** Samples drawn so far. */
  painted: number;
}

export interface TrailPainter {
  /** Works on the picture for about `budgetMs`. @returns whether it is finished */
  readonly work: (picture: TrailPicture, budgetMs: number) => boolean;
  /** Draws what there is, moved and scaled to where the picture wants it. */
  readonly draw: (context: CanvasRenderingContext2D, picture: TrailPicture) => void;
}

/** Samples between two looks at the clock. */
const SLICE = 500;

/**
 * Keeps long trails smooth. The trail is drawn once, off the screen, and copied from there: new samples are added to
 * what is there, and while the page is dragged or zoomed the old drawing moves along until a sharp one, made in
 * slices between frames, takes its place. A frame costs one copy, however long the trail.
 */
export function makeTrailPainter(now: () => number = () => performance.now()): TrailPainter {
  let front: Surface | null = null;
  let back: Surface | null = null;
  /** A drawing that is no longer needed: the next one takes its memory. */
  let spare: OffscreenCanvas | null = null;

  const paint = (surface: Surface, trail: ViewTrail, count: number, until: number) => {
    do {
      const to = Math.min(surface.painted + SLICE, count);
      paintSamples(surface.context, trail, surface.painted, to, surface.picture);
      surface.painted = to;
    } while (surface.painted < count && now() < until);
    return surface.painted >= count;
  };

  return {
    work(picture, budgetMs) {
      const until = now() + budgetMs;
      // Of another view nothing is worth showing in the meantime.
      if (!front || front.picture.viewId !== picture.viewId) {
        front = makeSurface(picture, null);
        back = null;
      }
      if (canGrowInto(front, picture)) {
        back = null;
        return paint(front, picture.trail, picture.count, until);
      }
      if (!back) {
        back = makeSurface(picture, spare);
        spare = null;
      }
      if (paint(back, back.picture.trail, back.picture.count, until)) {
        spare = front.canvas;
        front = back;
        back = null;
      }
      return canGrowInto(front, picture) && front.painted === picture.count;
    },
    draw(context, picture) {
      if (!front) return;
      const { transform: from } = front.picture;
      const { transform: to, pixelRatio } = picture;
      const ratio = to.scale / from.scale;
      const size = ratio * (pixelRatio / front.picture.pixelRatio);
      context.drawImage(
        front.canvas,
        (to.x - from.x * ratio) * pixelRatio,
        (to.y - from.y * ratio) * pixelRatio,
        front.canvas.width * size,
        front.canvas.height * size,
      );
    },
  };
}

/** Whether what is drawn is right, as far as it goes. */
function canGrowInto({ picture: drawn, painted }: Surface, wanted: TrailPicture): boolean {
  return (
    painted <= wanted.count &&
    isSameSample(drawn.trail, wanted.trail, painted - 1) &&
    drawn.color === wanted.color &&
    drawn.pixelRatio === wanted.pixelRatio &&
    drawn.stage.width === wanted.stage.width &&
    drawn.stage.height === wanted.stage.height &&
    drawn.transform.scale === wanted.transform.scale &&
    drawn.transform.x === wanted.transform.x &&
    drawn.transform.y === wanted.transform.y
  );
}

/** A trail that only grew has the same sample there; one into which late samples were merged has not. */
function isSameSample(a: ViewTrail, b: ViewTrail, at: number): boolean {
  return a.tMs[at] === b.tMs[at] && a.x[at] === b.x[at] && a.y[at] === b.y[at];
}

function makeSurface(picture: TrailPicture, spare: OffscreenCanvas | null): Surface {
  const width = Math.max(1, Math.round(picture.stage.width * picture.pixelRatio));
  const height = Math.max(1, Math.round(picture.stage.height * picture.pixelRatio));
  const fits = spare?.width === width && spare.height === height;
  const canvas = fits ? spare : new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser has no 2D canvas.');
  context.clearRect(0, 0, width, height);
  return { canvas, context, picture, painted: 0 };
}
