import type { Point } from '../../schema/rules/point.ts';
import type { Chance } from './chance.ts';
import type { PageView } from './page-view.ts';
import { sampleMs } from './pointer-path.ts';
import type { Reach } from './reach.ts';

/** How a hand moves while its owner reads. */
export type DriftStyle = 'along' | 'careful' | 'circling' | 'restless';

export const driftStyles: readonly { readonly value: DriftStyle; readonly weight: number }[] = [
  { value: 'along', weight: 46 },
  { value: 'careful', weight: 26 },
  { value: 'circling', weight: 10 },
  { value: 'restless', weight: 18 },
];

type Drift = (reach: Reach, view: PageView, chance: Chance) => void;

const drifts: Readonly<Record<DriftStyle, Drift>> = {
  along: (reach, view, chance) => moveBy(reach, view, chance.normal(0, 130), chance.normal(16, 50)),
  careful: (reach, view, chance) => moveBy(reach, view, chance.normal(0, 24), chance.normal(6, 12)),
  circling: circle,
  restless: strokes,
};

/** One bit of movement that is meant for nothing. */
export function drift(style: DriftStyle, reach: Reach, view: PageView, chance: Chance): void {
  // Nobody always moves in the same way.
  drifts[chance.happens(0.2) ? 'along' : style](reach, view, chance);
}

function moveBy(reach: Reach, view: PageView, dx: number, dy: number): void {
  reach.moveTo(keepInside({ x: reach.at.x + dx, y: reach.at.y + dy }, view), 60);
}

/** Once around, about. */
function circle(reach: Reach, view: PageView, chance: Chance): void {
  const radius = chance.between(45, 100);
  const from = reach.at;
  const turns = chance.between(0.95, 1.3);
  const steps = Math.round(chance.between(20, 30));
  for (let step = 1; step <= steps; step++) {
    const angle = (step / steps) * turns * 2 * Math.PI;
    const x = from.x + radius * Math.sin(angle);
    place(reach, view, { x, y: from.y + radius * (1 - Math.cos(angle)) });
  }
}

/** To and fro, a few times, not far. */
function strokes(reach: Reach, view: PageView, chance: Chance): void {
  const times = chance.whole(4, 6);
  for (let stroke = 0; stroke < times; stroke++) {
    const from = reach.at;
    const length = (stroke % 2 === 0 ? 1 : -1) * chance.between(40, 90);
    const down = chance.normal(4, 14);
    for (const share of [0.2, 0.5, 0.8, 1]) {
      place(reach, view, { x: from.x + length * share, y: from.y + down * share });
    }
  }
}

function place(reach: Reach, view: PageView, to: Point): void {
  reach.at = keepInside(to, view);
  reach.t += sampleMs;
  const { x, y } = reach.at;
  view.script.move(reach.t, Math.round(x), Math.round(y + reach.scrollY));
}

function keepInside({ x, y }: Point, { windowWidth, windowHeight }: PageView): Point {
  const inside = (at: number, lengthPx: number) => Math.max(8, Math.min(lengthPx - 8, at));
  return { x: inside(x, windowWidth), y: inside(y, windowHeight) };
}
