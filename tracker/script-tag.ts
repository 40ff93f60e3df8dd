import { guard } from './host.ts';
import { readDataset } from './options.ts';
import { makeTracker } from './tracker.ts';

/** Entry of `t.js`: starts by itself, with the script tag's `data-…` attributes as options. */
guard(() => {
  const { src, dataset } = document.currentScript as HTMLScriptElement;
  const options = readDataset(dataset, new URL(src).origin);
  const loader = (name: string) => () => import(src.replace('t.js', name));
  makeTracker(options, loader('t-extra.js'), loader('t-press.js')).init();
})();
