import { guard } from './host.ts';
import { readDataset } from './options.ts';
import { makeTracker } from './tracker.ts';

/** Entry of `t.js`: starts by itself, with the script tag's `data-…` attributes as options. */
guard(() => {
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  const options = readDataset(dataset, new URL(src).origin);
  makeTracker(options, () => import(src.replace('t.js', 't-extra.js'))).init();
})();
