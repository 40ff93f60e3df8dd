import type { Recorder } from '../recorder.ts';

/** Time between two samples while it scrolls, ms. */
const sampleMs = 250;
/** Less than this the other way is no turn, px. */
const turnPx = 10;

interface Scroller {
  /** The farthest point in the direction it goes, and when it was reached. */
  y: number;
  t: number;
  step: number;
  /** What was last recorded. */
  toldY: number;
  toldT: number;
}

/** Vertical scroll positions of the window and of containers: turning points, samples between, and where it rests. */
export function recordScroll({ page, on, after, ...recorder }: Recorder): void {
  let scrollers = new WeakMap<object, Scroller>();

  const follow = (box: Element, element: Element | undefined, scroller: Scroller) => {
    const t = recorder.t();
    const y = box.scrollTop;
    const tell = (at: number, toldY: number) => {
      if (toldY === scroller.toldY) return;
      Object.assign(scroller, { toldY, toldT: at });
      const viewport = element ? box.clientHeight : page.innerHeight;
      const index = recorder.indexOf(element);
      recorder.record([4, at, index, toldY, box.scrollHeight, viewport], element);
    };
    const step = y - scroller.y;
    const isBack = step * scroller.step < 0;
    // Small steps back are trembling, until they add up to a turn.
    if (step && (!isBack || Math.abs(step) >= turnPx)) {
      if (isBack) tell(scroller.t, scroller.y);
      Object.assign(scroller, { y, t, step });
    }
    if (t - scroller.toldT >= sampleMs) tell(t, y);
  };

  on('scroll', (event) => {
    const target = event.target as Element;
    const element = target.localName ? target : undefined;
    const box = element ?? page.document.documentElement;
    const t = recorder.t();
    const scroller = scrollers.get(box) ?? { y: 0, t, step: 0, toldY: 0, toldT: t };
    scrollers.set(box, scroller);
    follow(box, element, scroller);
    // Where it rests, if nothing follows.
    after(sampleMs, () => follow(box, element, scroller));
  });
  recorder.beforeLeaving((isClosing) => {
    if (isClosing) scrollers = new WeakMap();
  });
}
