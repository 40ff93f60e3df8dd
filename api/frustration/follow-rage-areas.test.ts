import { expect, test, vi } from 'vitest';
import { followRows } from './follow-rage-areas.ts';

const area = (element: string, rageClicks: number) => ({
  place: { route: '/', element },
  rageClicks,
  rageBursts: 1,
});

/** A source of changes that the test rings by hand. */
function makeBell() {
  let rings = 0;
  let wake: (() => void) | null = null;
  let closed = false;
  const iterator: AsyncIterator<unknown> = {
    next: async () => {
      while (rings === 0 && !closed) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (closed) return { done: true, value: undefined };
      rings = 0;
      return { done: false, value: null };
    },
    return: async () => {
      closed = true;
      wake?.();
      return { done: true, value: undefined };
    },
  };
  const ring = () => {
    rings++;
    wake?.();
  };
  return { iterator, ring };
}

test('only rows that are new or changed are told', async () => {
  vi.useFakeTimers();
  const bell = makeBell();
  let list = [area('a', 5), area('b', 6)];
  const rows = followRows(bell.iterator, async () => list);
  const told = rows.next();
  await vi.advanceTimersByTimeAsync(0);
  list = [area('a', 5), area('b', 9), area('c', 4)];
  bell.ring();
  await vi.advanceTimersByTimeAsync(1_000);
  const { value } = await told;
  expect(value?.areas).toEqual([area('b', 9), area('c', 4)]);
  vi.useRealTimers();
});

test('many changes within a second are one look', async () => {
  vi.useFakeTimers();
  const bell = makeBell();
  const look = vi.fn(async () => [area('a', look.mock.calls.length + 3)]);
  const rows = followRows(bell.iterator, look);
  const told = rows.next();
  await vi.advanceTimersByTimeAsync(0);
  for (let i = 0; i < 50; i++) {
    bell.ring();
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  await told;
  expect(look).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

test('a row that has gone is told by a change without rows', async () => {
  vi.useFakeTimers();
  const bell = makeBell();
  let list = [area('a', 5)];
  const rows = followRows(bell.iterator, async () => list);
  const told = rows.next();
  await vi.advanceTimersByTimeAsync(0);
  list = [];
  bell.ring();
  await vi.advanceTimersByTimeAsync(1_000);
  const { value } = await told;
  expect(value?.areas).toEqual([]);
  vi.useRealTimers();
});

test('it ends at once, also while it rests', async () => {
  const bell = makeBell();
  const rows = followRows(bell.iterator, async () => []);
  const told = rows.next();
  bell.ring();
  await rows.return?.();
  expect(await told).toEqual({ done: true, value: undefined });
});
