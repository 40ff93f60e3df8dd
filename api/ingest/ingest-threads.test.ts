import { expect, test } from 'vitest';
import { readIngestThreads } from './ingest-threads.ts';

test.each([
  [undefined, 2],
  ['', 2],
  ['0', 0],
  ['4', 4],
])('INGEST_THREADS %s is %i', (text, count) => {
  expect(readIngestThreads(text)).toBe(count);
});

test.each(['-1', '1.5', '17', 'two'])(
  'INGEST_THREADS %s is refused, and what it may be is said',
  (text) => {
    expect(() => readIngestThreads(text)).toThrow(
      `INGEST_THREADS is "${text}": give a whole number`,
    );
  },
);
