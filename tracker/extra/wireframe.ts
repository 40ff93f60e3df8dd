import { hashText } from '../../schema/wire/element-mark.ts';
import { guard, type Page, type Store } from '../host.ts';
import { measurePage } from '../page-block.ts';
import type { Recorder } from '../recorder.ts';
import type { Settings } from '../recording.ts';
import { openStore, prefix } from '../store.ts';
import { hasWireframes } from './wireframe-lot.ts';
import { drawWireframe } from './wireframe-text.ts';

/** Long enough for a page to have its content, and to stand still, ms. */
const calmMs = 1_000;
/** A view that goes on changing is not looked at more often. */
const mostInView = 3;
/** Of idle time, at once: whoever presses a key meanwhile waits no longer, ms. */
const sliceMs = 10;
/** So many characters of shapes that were told are remembered: some hundred shapes. */
const knownChars = 700;
const key = `${prefix}.shapes`;

/** @returns whether this shape of a page at this width was not yet known */
function remember(store: Store, { location, innerWidth }: Page, boxes: string): boolean {
  const shape = `.${hashText(location.pathname + innerWidth + boxes)}.`;
  const known = store[key] ?? '';
  store[key] = (shape + known).slice(0, knownChars);
  return !known.includes(shape);
}

/** Runs in the browser's idle time, or where there is no such time by and by; a few ms at once, so that no one waits. */
function runIdly<T>(page: Page, steps: Generator<undefined, T>, end: (result: T) => void): void {
  const { performance } = page;
  const run = guard((deadline?: IdleDeadline) => {
    const until = performance.now() + sliceMs;
    do {
      const { done, value } = steps.next();
      if (done) return end(value);
    } while (performance.now() < until && (deadline?.timeRemaining() ?? 1));
    goOn();
  });
  const goOn = () => (page.requestIdleCallback ?? page.setTimeout)(run);
  goOn();
}

/**
 * The shape of each page, once it stands still after loading and when it grows: boxes of its elements, without what they say or
 * show. A visitor tells each shape of a page once.
 */
export function recordWireframes(recorder: Recorder, settings: Settings): void {
  const { page } = recorder;
  const { document } = page;
  const store = settings.cookieless ? {} : openStore();
  let isWaiting = false;
  let { view } = recorder;
  let looks = 0;

  const draw = () => {
    if (document.readyState !== 'complete') return drawSoon();
    if (view !== recorder.view) looks = 0;
    view = recorder.view;
    const isWanted = recorder.isOpen && hasWireframes(view.session, settings.wireframeRate);
    if (!isWanted || ++looks > mostInView) return;
    const of = view;
    runIdly(page, drawWireframe(recorder), (boxes) => {
      if (of === recorder.view && boxes && remember(store, page, boxes))
        recorder.record([14, recorder.t(), ...measurePage(page), boxes]);
    });
  };
  const drawSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    recorder.after(calmMs, () => {
      isWaiting = false;
      draw();
    });
  };
  // The next view may be the same document.
  recorder.beforeLeaving((isClosing) => {
    if (isClosing) drawSoon();
  });
  // Tells of the first size, too.
  new page.ResizeObserver(drawSoon).observe(document.documentElement);
}
