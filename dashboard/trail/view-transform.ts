/** Where the page lies on the stage: stage px = page px × scale + offset. */
export interface ViewTransform {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const MARGIN_PX = 12;
const MOST_SCALE = 8;

/** The whole page in sight, in the middle. */
export function fitPage(page: Size, stage: Size): ViewTransform {
  const scale = Math.min(
    (stage.width - 2 * MARGIN_PX) / page.width,
    (stage.height - 2 * MARGIN_PX) / page.height,
    1,
  );
  return centred(page, stage, Math.max(scale, 0.01));
}

/** What is shown first: the page at its full width, from its top down to where anything happened. */
export function fitFirst(page: Size, stage: Size, lowestPx: number): ViewTransform {
  const seen = { width: page.width, height: Math.min(page.height, lowestPx) };
  const fitted = fitPage(seen, stage);
  return { ...fitted, y: Math.max(fitted.y, MARGIN_PX) };
}

function centred(page: Size, stage: Size, scale: number): ViewTransform {
  return {
    scale,
    x: (stage.width - page.width * scale) / 2,
    y: (stage.height - page.height * scale) / 2,
  };
}

/** Zooms so that the page stays put under a point of the stage. */
export function zoomAt(
  transform: ViewTransform,
  factor: number,
  point: { readonly x: number; readonly y: number },
  least: number,
): ViewTransform {
  const scale = Math.min(Math.max(transform.scale * factor, least), MOST_SCALE);
  const ratio = scale / transform.scale;
  return {
    scale,
    x: point.x - (point.x - transform.x) * ratio,
    y: point.y - (point.y - transform.y) * ratio,
  };
}

export function panBy(transform: ViewTransform, dx: number, dy: number): ViewTransform {
  return { ...transform, x: transform.x + dx, y: transform.y + dy };
}

/** Moves the page back so far that some of it stays on the stage: nobody gets lost. */
export function keepInSight(transform: ViewTransform, page: Size, stage: Size): ViewTransform {
  const keep = 64;
  const clamp = (offset: number, pagePx: number, stagePx: number) =>
    Math.min(Math.max(offset, keep - pagePx * transform.scale), stagePx - keep);
  return {
    ...transform,
    x: clamp(transform.x, page.width, stage.width),
    y: clamp(transform.y, page.height, stage.height),
  };
}

export function toPage(
  transform: ViewTransform,
  point: { readonly x: number; readonly y: number },
): { x: number; y: number } {
  return {
    x: (point.x - transform.x) / transform.scale,
    y: (point.y - transform.y) / transform.scale,
  };
}

/** Moves the page just so far that a point of it is well on the stage: the replay's camera. */
export function bringIntoSight(
  transform: ViewTransform,
  point: { readonly x: number; readonly y: number },
  stage: Size,
): ViewTransform {
  const edge = 48;
  const shift = (position: number, stagePx: number) =>
    position < edge ? edge - position : position > stagePx - edge ? stagePx - edge - position : 0;
  const dx = shift(point.x * transform.scale + transform.x, stage.width);
  const dy = shift(point.y * transform.scale + transform.y, stage.height);
  return dx || dy ? panBy(transform, dx, dy) : transform;
}
