import type { Tracker, TrackerOptions } from './public-types.ts';
import { makeTracker } from './tracker.ts';

/**
 * @example
 * const tracker = new MouseTracker({ apiUrl: 'https://collect.example.com', site: 'shop' });
 * tracker.init();
 */
export class MouseTracker implements Tracker {
  declare readonly init: Tracker['init'];
  declare readonly identify: Tracker['identify'];
  declare readonly track: Tracker['track'];
  declare readonly optOut: Tracker['optOut'];
  declare readonly optIn: Tracker['optIn'];

  constructor(options: TrackerOptions) {
    const tracker = makeTracker(
      options,
      () => import('./t-extra.js'),
      () => import('./t-press.js'),
    );
    Object.assign(this, tracker);
  }
}

// biome-ignore lint/style/noDefaultExport: the package's public face.
export default MouseTracker;
