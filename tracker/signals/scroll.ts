import type { Recorder } from '../recorder.ts';

/** Time between two samples while it scrolls, ms. */
const sampleMs = 250;
/** Less than this the other way is trembling, and no turn, px. */
const turnPx = 10;

/** Vertical scroll positions of the window and of containers: turning points, samples between, and where it rests. */
export function recordScroll(recorder: Recorder): void {
  let followers = new WeakMap<object, () => void>();

  recorder.on('scroll', ({ target }) => {
    const element = (target as Element).localName ? (target as Element) : undefined;
    const box = element ?? document.documentElement;
    const follow = followers.get(box) ?? followBox(recorder, box, element);
    followers.set(box, follow);
    follow();
  });
  recorder.beforeLeaving((isClosing) => {
    if (isClosing) followers = new WeakMap();
  });
}

/** @param element the container, nothing for the window */
function followBox(recorder: Recorder, box: Element, element: Element | undefined): () => void {
  // The farthest point in the direction it goes, and when it was reached.
  let farY = 0;
  let farT = recorder.t();
  let direction = 0;
  let toldY = 0;
  let toldT = farT;

  const tell = (t: number, y: number) => {
    if (y === toldY) return;
    toldY = y;
    toldT = t;
    followUp();
    recorder.record(
      [
        4,
        t,
        recorder.indexOf(element),
        y,
        box.scrollHeight,
        element ? box.clientHeight : innerHeight,
      ],
      element,
    );
  };
  // Where it rests, if nothing else tells. A timer an event would be dear: pages hear of scrolling 60 times a second.
  const followUp = () => recorder.after(sampleMs, () => tell(recorder.t(), box.scrollTop));
  followUp();
  return () => {
    const t = recorder.t();
    const y = box.scrollTop;
    const step = y - farY;
    const isTurn = step * direction < 0;
    if (step && (!isTurn || Math.abs(step) >= turnPx)) {
      if (isTurn) tell(farT, farY);
      direction = step;
      farY = y;
      farT = t;
    }
    if (t - toldT >= sampleMs) tell(t, y);
  };
}
