export type DeviceClass = 'desktop' | 'tablet' | 'mobile';

/** The shorter side of a tablet's window, px: Android's `sw600dp`. */
const TABLET_SIDE_PX = 600;

/**
 * The class of a device by what the page saw, for where nothing better is known: a device whose main pointer is no
 * touch screen is a desktop; one that is, a mobile below 600 px on its shorter side, else a tablet.
 */
export function classifyDevice(page: {
  readonly touch: number;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
}): DeviceClass {
  if (!page.touch) return 'desktop';
  const sidePx = Math.min(page.viewportWidth, page.viewportHeight);
  return sidePx < TABLET_SIDE_PX ? 'mobile' : 'tablet';
}
