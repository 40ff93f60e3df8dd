import { expect, test } from 'vitest';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { makeId, makeView } from './make-batch.ts';

test('what a test writes down is what the wire carries, batch after batch', () => {
  const view = makeView({
    session: 's1',
    visitor: 'ann',
    startedAt: 1_000,
    url: 'https://a.test/x',
  });
  const button = view.element({ tag: 'button', id: 'pay' });
  view.press({ t: 40, element: button, x: 7, y: 8 }, { kind: 2, afterMs: 30 });
  const first = decodeBatch(view.take());
  const link = view.element({ tag: 'a' });
  view.move(90, 1, 2).press({ t: 95, element: link });
  const second = decodeBatch(view.take());

  expect(first).toMatchObject({
    session: makeId('s1', 16),
    seq: 0,
    activeMs: 40,
    page: { startedAt: 1_000, sentAt: 1_040, url: 'https://a.test/x', viewportWidth: 1200 },
    elements: [{ index: 0, tag: 'button', id: 'pay' }],
    events: [
      { type: 'press', press: 0, element: 0, x: 7, y: 8, t: 40 },
      { type: 'reaction', press: 0, kind: 2, afterMs: 30 },
    ],
  });
  expect(second).toMatchObject({
    seq: 1,
    page: undefined,
    elements: [{ index: 1, tag: 'a' }],
    moves: { t: [90], x: [1], y: [2] },
    events: [{ type: 'press', press: 1, element: 1 }],
  });
});
