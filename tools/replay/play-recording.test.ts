import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ViewKind } from '../../schema/wire/events.ts';
import { computeDuration, makeSessionId, playRecording } from './play-recording.ts';
import type { Recording } from './recording.ts';

const anyRows = fc
  .array(
    fc.record({
      gapMs: fc.oneof(fc.nat(200), fc.nat(8_000)),
      kind: fc.constantFrom('move', 'move', 'move', 'none'),
      x: fc.nat(1_919),
      y: fc.nat(1_079),
    }),
    { minLength: 1, maxLength: 80, size: 'max' },
  )
  .map((rows) => {
    let tMs = 700;
    return rows.map(({ gapMs, ...row }) => {
      tMs += gapMs;
      return { tMs, ...row } as const;
    });
  });

function makeRecording(rows: Recording['rows']): Recording {
  return {
    file: 'anna.csv',
    source: 's1',
    person: 'anna',
    url: 'https://replay.example/desktop',
    viewportWidth: 1_920,
    viewportHeight: 1_080,
    rows,
  };
}

function play(recording: Recording, sampleMs: number) {
  const session = makeSessionId();
  return [...playRecording(recording, { site: 'replay', session, startedAt: 1e12, sampleMs })];
}

it('sends the valid samples one for one where none is thinned out', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const start = rows[0]?.tMs ?? 0;
      const moves = play(makeRecording(rows), 0).flatMap(({ batch }) =>
        batch.moves.t.map((t, i) => [t, batch.moves.x[i], batch.moves.y[i]]),
      );
      const valid = rows.filter(({ kind }) => kind === 'move');
      expect(moves).toEqual(valid.map(({ tMs, x, y }) => [tMs - start, x, y]));
    }),
  );
});

it('opens and closes the session with its first and last row, whatever they are', () => {
  fc.assert(
    fc.property(anyRows, (rows) => {
      const recording = makeRecording(rows);
      const batches = play(recording, 50);
      expect(batches[0]?.batch).toMatchObject({
        seq: 0,
        page: { startedAt: 1e12, kind: ViewKind.load, viewportWidth: 1_920, automated: 0 },
      });
      const last = Math.max(...batches.map(({ batch }) => batch.activeMs));
      expect(last).toBe(computeDuration(recording));
    }),
  );
});

it('dates each batch by the recording, the first one as its page block says', () => {
  const rows = [0, 3_000, 6_000].map((tMs) => ({ tMs, kind: 'move', x: tMs / 10, y: 0 }) as const);
  const batches = play(makeRecording(rows), 0);
  expect(batches[0]?.sentAt).toBe(batches[0]?.batch.page?.sentAt);
  expect(batches.at(-1)?.sentAt).toBe(1e12 + 6_000);
});

it('knows a person as the same visitor in every replay, and each replay as a new session', () => {
  const rows = [{ tMs: 0, kind: 'move', x: 0, y: 0 } as const];
  const [a, b] = [play(makeRecording(rows), 0), play(makeRecording(rows), 0)];
  expect(a[0]?.batch.visitor).toBe(b[0]?.batch.visitor);
  expect(a[0]?.batch.session).not.toBe(b[0]?.batch.session);
});
