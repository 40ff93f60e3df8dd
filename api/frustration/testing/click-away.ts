import type { Arrival } from '../../testing/start-test-api.ts';
import { makeVisit } from '../../testing/test-api.ts';

export const now = Date.now();
export const strong = { kind: 2, afterMs: 20 };
export const nothing = { kind: 0 };

export interface Burst {
  readonly site?: string;
  readonly clicks: number;
  readonly id: string;
  readonly tag?: string;
  readonly class?: string;
  readonly visitor?: string;
  readonly session?: string;
  readonly url?: string;
  readonly startedAt?: number;
  readonly reaction?: { readonly kind: number; readonly afterMs?: number };
  /** ms between two clicks; from 1,001 on no rage. */
  readonly everyMs?: number;
}

/** One session that clicks one element so often. */
export function clickAway(burst: Burst): Arrival {
  const { clicks, id, tag = 'button', visitor = 'ann', everyMs = 200 } = burst;
  const visit = makeVisit({
    session: burst.session ?? `${visitor} ${id} ${burst.url ?? ''}`,
    visitor,
    ...(burst.site ? { site: burst.site } : {}),
    startedAt: burst.startedAt ?? now - 3_600_000,
    url: burst.url ?? 'https://shop.test/pay',
  });
  const path = `main>${tag}#${id}`;
  const element = visit.element({ tag, id, class: burst.class ?? 'pay', path });
  for (let i = 0; i < clicks; i++) {
    const press = { t: 100 + i * everyMs, element, x: 100 + (i % 2) * 10, y: 200 };
    visit.press(press, burst.reaction ?? nothing);
  }
  return visit.arrive(100 + clicks * everyMs + 6_000);
}
