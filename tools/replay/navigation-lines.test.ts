import { expect, test } from 'vitest';
import { UserProblem } from '../user-problem.ts';
import { navigationLines, viewGapMs } from './navigation-lines.ts';
import { makeSessionId, playRecording } from './play-recording.ts';
import type { Recording } from './recording.ts';

async function read(...lines: string[]): Promise<Recording[]> {
  const recordings: Recording[] = [];
  async function* give() {
    yield* lines;
  }
  for await (const recording of navigationLines.read('visits.txt', give())) {
    recordings.push(recording);
  }
  return recordings;
}

test('a file of page numbers is known by its first line', () => {
  expect(navigationLines.matches('6 9 4 10 3 ')).toBe(true);
  expect(navigationLines.matches('17')).toBe(true);
  expect(navigationLines.matches('session,record timestamp')).toBe(false);
  expect(navigationLines.matches('')).toBe(false);
});

test('a line is a session: a view a page, in order, that ends with the last one', async () => {
  const [first, second, ...more] = await read('1 2 1', '', '17');
  expect(more).toEqual([]);
  expect(second).toMatchObject({ source: '3', url: 'https://replay.example/travel' });
  if (!first) throw new Error('nothing read');
  const play = { site: 'x', session: makeSessionId(), startedAt: 0, sampleMs: 0 };
  const batches = [...playRecording(first, play)].map(({ batch }) => batch);
  expect(batches.map(({ page }) => page?.url)).toEqual([
    'https://replay.example/frontpage',
    'https://replay.example/news',
    'https://replay.example/frontpage',
  ]);
  expect(batches.map(({ page }) => page?.startedAt)).toEqual([0, viewGapMs, 2 * viewGapMs]);
  expect(new Set(batches.map(({ view }) => view)).size).toBe(3);
  expect(first.person).not.toBe(second?.person);
});

test.each(['1 18', '1 0', '1 two'])('says what is wrong with “%s”, and where', async (line) => {
  await expect(read('1 2', line)).rejects.toThrow(UserProblem);
  await expect(read('1 2', line)).rejects.toThrow(/visits.txt, line 2: there is no page/);
});
