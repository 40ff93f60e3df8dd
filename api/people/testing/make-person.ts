import type { Arrival } from '../../testing/start-test-api.ts';
import { makeVisit } from '../../testing/test-api.ts';

/** One session, by the numbers that statistics and patterns are made of. */
export interface SessionNumbers {
  readonly site?: string;
  readonly visitor: string;
  readonly session?: string;
  readonly user?: string;
  readonly startedAt: number;
  readonly url?: string;
  /** Movement in one direction after another, px. */
  readonly distancePx?: number;
  /** Pauses within it. */
  readonly hesitations?: number;
  /** Each click's offset from the middle of its element, px. */
  readonly offsets?: readonly (readonly [number, number])[];
  /** Clicks in one burst of rage, in the middle of an element. */
  readonly rageClicks?: number;
  readonly deadClicks?: number;
  readonly durationMs?: number;
  readonly device?: 'desktop' | 'tablet' | 'mobile';
}

const strong = { kind: 2, afterMs: 20 };
const nothing = { kind: 0 };
const unknown = { kind: 3 };
const middle = [0, 0] as const;
/** Clicks apart from a burst are this far from each other, so that none of them is rage. */
const apartMs = 1_500;
const sidePx = 1_000;
const legPx = 10_000;
const sampleMs = 50;
/** Just longer than no hesitation. */
const pauseMs = 501;

/** A session with exactly these numbers. */
export function makeSession(numbers: SessionNumbers): Arrival {
  const { visitor, startedAt, url = 'https://shop.test/people', device = 'desktop' } = numbers;
  const visit = makeVisit({
    session: numbers.session ?? visitor,
    visitor,
    startedAt,
    url,
    device,
    touch: device === 'desktop' ? 0 : 1,
    ...(numbers.site ? { site: numbers.site } : {}),
    ...(numbers.user ? { user: numbers.user } : {}),
  });
  const box = { elementWidth: sidePx, elementHeight: sidePx };
  const element = visit.element({ tag: 'button', id: 'go', path: 'button#go' });
  const click = (t: number, [x, y]: readonly [number, number], reaction: object) =>
    visit.press(
      {
        t,
        element,
        ...box,
        elementXMyriad: Math.round((0.5 + x / sidePx) * 10_000),
        elementYMyriad: Math.round((0.5 + y / sidePx) * 10_000),
      },
      reaction,
    );
  const { offsets = [], deadClicks = 0, rageClicks = 0 } = numbers;
  for (const [i, offset] of offsets.entries()) click((i + 1) * apartMs, offset, strong);
  const deadFrom = (offsets.length + 1) * apartMs;
  for (let i = 0; i < deadClicks; i++) click(deadFrom + i * apartMs, middle, nothing);
  const rageFrom = deadFrom + (deadClicks + 1) * apartMs;
  for (let i = 0; i < rageClicks; i++) click(rageFrom + i * 100, middle, unknown);
  move(visit, numbers);
  return visit.arrive(Math.max(rageFrom + rageClicks * 100, numbers.durationMs ?? 0));
}

/** To and fro in long straight legs; each hesitation is a pause in which the pointer stays where it is. */
function move(
  visit: ReturnType<typeof makeVisit>,
  { distancePx = 0, hesitations = 0 }: SessionNumbers,
): void {
  if (distancePx === 0 && hesitations === 0) return;
  visit.move(0, 0, 0);
  const legs = Math.ceil(distancePx / legPx);
  const restPx = distancePx - Math.max(0, legs - 1) * legPx;
  for (let leg = 1; leg <= legs; leg++) {
    const stepPx = leg === legs ? restPx : legPx;
    visit.move(leg * sampleMs, leg % 2 === 1 ? stepPx : legPx - stepPx, 0);
  }
  const endPx = legs % 2 === 1 ? restPx : legPx - restPx;
  for (let i = 1; i <= hesitations; i++) {
    visit.move(legs * sampleMs + i * pauseMs, legs === 0 ? 0 : endPx, 0);
  }
}
