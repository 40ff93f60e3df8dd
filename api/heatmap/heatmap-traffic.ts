import type { makeArrival } from '../testing/make-batch.ts';
import { makeVisit, type Visit } from './heatmap-fixture.ts';
import type { ClickLayer } from './layer.ts';

/** What happened, told once more without any of the product's code: what its answers are held against. */
export interface Happened {
  readonly clicks: TrafficClick[];
  readonly moves: TrafficPlace[];
  readonly depths: (TrafficWho & { readonly percent: number })[];
}

interface TrafficWho {
  readonly visitor: string;
  readonly device: 'DESKTOP' | 'TABLET' | 'MOBILE';
  readonly width: number;
  /** From 1970-01-01, UTC. */
  readonly day: number;
}

export interface TrafficPlace extends TrafficWho {
  readonly x: number;
  readonly y: number;
}

export interface TrafficClick extends TrafficPlace {
  readonly layers: readonly ClickLayer[];
  readonly path: string;
  readonly elementX: number;
  readonly elementY: number;
}

/** One visit under way. */
interface Scene {
  readonly visit: Visit;
  readonly who: TrafficWho;
  readonly random: () => number;
  readonly happened: Happened;
}

const msPerDay = 86_400_000;
const devices = ['desktop', 'mobile', 'tablet'] as const;
const widths = [390, 800, 1200, 1300, 1440, 1920] as const;
const heights = { window: 800, page: 3000 } as const;
export const elementPaths = ['#buy', 'main > a.item', 'footer > p'] as const;

const clickKinds = [
  { presses: 1, layers: ['CLICKS'], reaction: { kind: 2, afterMs: 20, causes: 1 } },
  { presses: 1, layers: ['CLICKS', 'DEAD'], reaction: { kind: 0 } },
  { presses: 3, layers: ['CLICKS', 'DEAD', 'RAGE'], reaction: { kind: 0 } },
] as const;

/**
 * Visits to `https://shop.test/` over the `days` up to `today`, each of random clicks (plain, dead, raging), samples and scrolls.
 *
 * @param random 0..1, seeded by the test
 */
export function makeTraffic(
  options: {
    readonly visits: number;
    readonly today: number;
    readonly days: number;
    readonly tag: string;
  },
  random: () => number,
): { readonly arrivals: ReturnType<typeof makeArrival>[]; readonly happened: Happened } {
  const happened: Happened = { clicks: [], moves: [], depths: [] };
  const arrivals = Array.from({ length: options.visits }, (_, i) => {
    const device = choose(devices, random);
    const who: TrafficWho = {
      visitor: `visitor-${pick(9, random)}`,
      device: device.toUpperCase() as TrafficWho['device'],
      width: choose(widths, random),
      day: options.today - pick(options.days, random),
    };
    const visit = makeVisit({
      session: `${options.tag}-${i}`,
      visitor: who.visitor,
      startedAt: who.day * msPerDay + msPerDay / 2,
      viewportWidth: who.width,
      viewportHeight: heights.window,
      documentHeight: heights.page,
      device,
    });
    play({ visit, who, random, happened });
    return visit.arrive();
  });
  return { arrivals, happened };
}

function play(scene: Scene): void {
  const { visit, who, random, happened } = scene;
  happened.depths.push({ ...who, percent: (100 * heights.window) / heights.page });
  for (const path of elementPaths) visit.element({ tag: 'div', path });
  let t = 1000;
  for (let rounds = 1 + pick(4, random); rounds > 0; rounds--) {
    t = moveAbout(scene, click(scene, t));
    const y = pick(heights.page - heights.window + 1, random);
    visit.event('scroll', { t, y, height: heights.page, viewport: heights.window });
    happened.depths.push({ ...who, percent: (100 * (y + heights.window)) / heights.page });
    t += 7000;
  }
  visit.until(t);
}

function click({ visit, who, random, happened }: Scene, from: number): number {
  const kind = choose(clickKinds, random);
  const element = pick(elementPaths.length, random);
  const place = { x: pick(40, random) * 7, y: pick(60, random) * 11 };
  const inBox = { elementX: pick(10_001, random), elementY: pick(10_001, random) };
  const press = {
    ...place,
    element,
    elementXMyriad: inBox.elementX,
    elementYMyriad: inBox.elementY,
    elementWidth: 200,
    elementHeight: 50,
    viewportWidth: who.width,
    viewportHeight: heights.window,
  };
  for (let i = 0; i < kind.presses; i++) {
    visit.press({ t: from + i * 100, ...press }, kind.reaction);
    const path = elementPaths[element] ?? '';
    happened.clicks.push({ ...who, ...place, ...inBox, layers: kind.layers, path });
  }
  return from + kind.presses * 100;
}

function moveAbout({ visit, who, random, happened }: Scene, from: number): number {
  const samples = pick(8, random);
  for (let i = 1; i <= samples; i++) {
    const at = { x: pick(who.width, random), y: pick(heights.page, random) };
    visit.move(from + i * 50, at.x, at.y);
    happened.moves.push({ ...who, ...at });
  }
  return from + samples * 50 + 10;
}

function pick(count: number, random: () => number): number {
  return Math.floor(random() * count);
}

function choose<const T extends readonly [unknown, ...unknown[]]>(
  from: T,
  random: () => number,
): T[number] {
  return from[pick(from.length, random)] ?? from[0];
}

/** A small seeded generator (mulberry32), so that a failure can be seen again. */
export function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
