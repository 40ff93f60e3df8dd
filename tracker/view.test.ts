import { describe, expect, it } from 'vitest';
import { limits } from '../schema/limits.ts';
import { decodeBatch } from '../schema/wire/decode.ts';
import { addElement, addEvent, makeView, packView, type ViewRim } from './view.ts';

const header = {
  site: 'shop',
  session: 'AAAAAAAAAAAAAAAA',
  visitor: 'BBBBBBBBBBBBBBBB',
  view: 'CCCCCCCC',
};
const block = [1_700_000_000_000, 0, 1_000, 800, 1_000, 2_000, 0, 0, 'https://x.example/', '', ''];

function start(fullness: number) {
  const sent: Uint8Array[] = [];
  const rim = { fullness: () => fullness, send: (packed: Uint8Array) => sent.push(packed) };
  const view = makeView(header, block, 0);
  const full: ViewRim & typeof rim = rim;
  return { view, rim: full, batches: () => sent.map(decodeBatch) };
}
const press = [2, 10, 0, 0, 5_000, 0, 0] as const;
const element = ['button', 'buy', '', '', '#buy', ''];

describe('where too much waits to be sent', () => {
  it.each([
    [0.99, { moves: 1, events: 1 }, { moves: 0, events: 0 }],
    [1, { moves: 0, events: 1 }, { moves: 1, events: 0 }],
    [2, { moves: 0, events: 0 }, { moves: 1, events: 1 }],
  ])('%d times full: movement goes before events, and the shell never', (fullness, kept, lost) => {
    const { view, rim, batches } = start(fullness);
    view.moves.push(5, 10, 10);
    addEvent(view, rim, [...press]);
    addElement(view, rim, element);
    packView(view, rim);
    const [batch] = batches();
    expect({ moves: batch?.moves.t.length, events: batch?.events.length }).toEqual(kept);
    expect(batch?.lost).toEqual(lost);
    expect(batch?.page?.url).toBe('https://x.example/');
    expect(batch?.elements).toHaveLength(1);
  });

  it('what was lost is told with the next batch that there is', () => {
    const { view, rim, batches } = start(2);
    packView(view, rim);
    addEvent(view, rim, [...press]);
    packView(view, rim);
    expect(batches()).toHaveLength(1);
    addElement(view, rim, element);
    packView(view, rim);
    expect(batches()[1]?.lost).toEqual({ moves: 0, events: 1 });
  });
});

describe('a batch', () => {
  it('is cut before it exceeds its limit, whatever is put into it', () => {
    const { view, rim, batches } = start(0);
    const long = '€'.repeat(300);
    for (let i = 0; i < 100; i++) {
      expect(addElement(view, rim, ['div', long, long, long, long, long])).toBe(i);
      addEvent(view, rim, [10, i, long, long]);
    }
    packView(view, rim);
    expect(batches().flatMap(({ elements }) => elements.map(({ index }) => index))).toEqual(
      Array.from({ length: 100 }, (_, i) => i),
    );
    expect(batches().flatMap(({ events }) => events)).toHaveLength(100);
  });

  it('is made of activity alone, once', () => {
    const { view, rim, batches } = start(0);
    packView(view, rim);
    view.activeMs = 500;
    packView(view, rim);
    packView(view, rim);
    expect(batches().map(({ activeMs }) => activeMs)).toEqual([0, 500]);
  });

  it('has the page block once, and seq from 0', () => {
    const { view, rim, batches } = start(0);
    for (let i = 0; i < 3; i++) {
      addEvent(view, rim, [...press]);
      packView(view, rim);
    }
    expect(batches().map(({ seq, page }) => [seq, !!page])).toEqual([
      [0, true],
      [1, false],
      [2, false],
    ]);
    expect(limits.seq).toBeGreaterThan(2);
  });
});
