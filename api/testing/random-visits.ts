import { makeArrival, makeView, type ViewScript } from './make-batch.ts';
import type { Arrival } from './start-test-api.ts';

/** Whole numbers that look random and are the same for the same seed. */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const start = Date.parse('2026-03-01T22:00:00Z');
const hour = 3_600_000;

/** Batches of some made-up sessions with a bit of everything, in the order in which they were recorded. */
export function makeVisits(seed: number, sessionCount: number): Arrival[] {
  const random = makeRandom(seed);
  const arrivals: Arrival[] = [];
  for (let s = 0; s < sessionCount; s++) {
    let at = start + random(30) * hour;
    const visitor = `visitor${random(Math.ceil(sessionCount / 2))}`;
    for (let page = 0, pages = 1 + random(3); page < pages; page++) {
      const view = makeView({
        session: `s${seed}-${s}`,
        visitor,
        view: `view${page}`,
        startedAt: at,
        url: `https://shop.test/${['', 'product/7', 'product/8', 'cart'][random(4)]}`,
        user: random(3) === 0 ? `user${random(3)}` : '',
        documentHeight: 2_000 + random(3_000),
      });
      for (let n = 0, batches = 1 + random(5); n < batches; n++) {
        fillBatch(view, n * 2_000, random);
        arrivals.push(makeArrival(view.take(), { receivedAt: at + n * 2_000 + 2_050 }));
      }
      at += 10_000 + random(20_000);
    }
  }
  return arrivals;
}

const shape = { viewportWidth: 1_200, viewportHeight: 800, documentWidth: 1_200, boxes: 'AAAgKQA' };

function fillBatch(view: ViewScript, from: number, random: (below: number) => number): void {
  const element = view.element({ tag: 'button', id: `b${random(4)}`, path: 'main > button' });
  const t = (ms: number) => from + ms;
  for (let i = 0; i < 10 + random(20); i++) view.move(t(i * 50), random(1_200), random(2_000));
  for (let i = 0, clicks = random(5); i < clicks; i++) {
    const reaction =
      random(2) === 0 ? { kind: random(3), afterMs: 200 + random(5_000) } : undefined;
    view.press({ t: t(1_100 + i * 150), element, x: 300 + i, y: 400, flags: 2 }, reaction);
  }
  view.event('hover', { t: t(1_000), element, durationMs: random(4_000), clicked: random(2) });
  view.event('scroll', { t: t(1_500), y: random(1_500), height: 3_000, viewport: 800 });
  if (random(3) === 0) view.event('typing', { t: t(1_600), presses: 5, durationMs: 700 });
  if (random(5) === 0) view.event('error', { t: t(1_700), message: 'x is null', line: 3 });
  if (random(3) === 0) useForm(view, t(1_650), random);
  // Without a draw, or all others would be different ones.
  if (from % 4_000 === 0) view.event('wireframe', { t: t(1_800), ...shape });
  view.until(t(1_900));
}

function useForm(view: ViewScript, t: number, random: (below: number) => number): void {
  const place = { form: 'order', field: ['mail', 'name'][random(2)] ?? '', fieldType: 'text' };
  view.event('form', { t, ...place, state: random(3) === 0 ? 2 : 0 });
  const counts = { changes: random(2), corrections: random(3), refilled: random(2) };
  view.event('field', { t, ...place, durationMs: 200, hesitationMs: random(90) - 1, ...counts });
  if (random(3) === 0) view.event('form', { t: t + 220, form: 'order', state: 1 });
}

/** The same in another order. */
export function shuffle<T>(values: readonly T[], random: (below: number) => number): T[] {
  const shuffled = [...values];
  for (let i = shuffled.length - 1; i > 0; i--) {
    const j = random(i + 1);
    const moved = shuffled[i];
    const other = shuffled[j];
    if (moved === undefined || other === undefined) continue;
    shuffled[i] = other;
    shuffled[j] = moved;
  }
  return shuffled;
}
