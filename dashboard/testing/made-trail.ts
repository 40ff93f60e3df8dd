/** A page view of made data. */
export interface MadeView {
  readonly viewId: string;
  readonly url: string;
  readonly startMs: number;
}

/** A hand that goes from target to target in bows, with a tremor, and rests there. */
export function makeTrail(
  views: readonly MadeView[],
  samples: number,
  viewMs: number,
  random: () => number,
  width: number,
) {
  const columns = {
    view: [] as number[],
    tMs: [] as number[],
    x: [] as number[],
    y: [] as number[],
  };
  views.forEach((view, index) => {
    let from = { x: width * random(), y: 1_300 * random() };
    let to = from;
    const leg = 40;
    for (let i = 0; i < samples; i++) {
      if (i % leg === 0) {
        from = to;
        to = { x: 40 + (width - 80) * random(), y: 60 + 1_200 * random() };
      }
      const share = Math.min(1, (i % leg) / (leg * 0.8));
      const eased = share * share * (3 - 2 * share);
      const bow = Math.sin(share * Math.PI) * 60;
      columns.view.push(index);
      columns.tMs.push(Math.round(view.startMs + (i / samples) * viewMs));
      columns.x.push(Math.round(from.x + (to.x - from.x) * eased + bow + 3 * random()));
      columns.y.push(Math.round(from.y + (to.y - from.y) * eased - bow + 3 * random()));
    }
  });
  return { viewIds: views.map((view) => view.viewId), ...columns };
}

/** A generator of numbers from 0 to 1 that gives the same ones for the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
