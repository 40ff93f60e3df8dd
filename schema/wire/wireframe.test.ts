import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../limits.ts';
import { checkBatch } from './check.ts';
import { markElement } from './element-mark.ts';
import { MalformedBatchError } from './malformed.ts';
import { anyBoxes } from './testing/batch-arbitrary.ts';
import { cutBoxes, decodeBoxes, encodeBoxes, type WireframeBox } from './wireframe.ts';

const box: WireframeBox = { kind: 4, x: 560, y: 388, width: 160, height: 44, mark: 21_508 };
const withBoxes = (boxes: string) => ({
  ...{ session: 'AAAAAAAAAAAAAAAA', visitor: 'BBBBBBBBBBBBBBBB', view: 'CCCCCCCC' },
  ...{ seq: 1, activeMs: 10 },
  events: [
    {
      ...{ type: 'wireframe', t: 1, viewportWidth: 1280, viewportHeight: 800 },
      ...{ documentWidth: 1280, documentHeight: 2400, boxes },
    },
  ],
});

describe('a wireframe', () => {
  it('reads as it was written', () => {
    fc.assert(
      fc.property(anyBoxes, (boxes) => {
        expect(decodeBoxes(encodeBoxes(boxes))).toEqual(boxes);
      }),
    );
  });

  it('takes eight characters for a usual box', () => {
    const list = Array.from({ length: 100 }, (_, i) => ({ ...box, y: 48 * i, mark: 0 }));
    expect(encodeBoxes(list).length / list.length).toBeLessThanOrEqual(8);
  });

  it('is cut after a whole box, and to none where not one has room', () => {
    fc.assert(
      fc.property(anyBoxes, fc.nat(800), (boxes, maxChars) => {
        const cut = cutBoxes(encodeBoxes(boxes), maxChars) ?? '?';
        const kept = decodeBoxes(cut) ?? [];
        expect(kept).toEqual(boxes.slice(0, kept.length));
        expect(cut.length).toBeLessThanOrEqual(maxChars);
        const next = encodeBoxes(boxes.slice(0, kept.length + 1));
        if (kept.length < boxes.length) expect(next.length).toBeGreaterThan(maxChars);
      }),
    );
  });

  it('is never made of any other text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const boxes = decodeBoxes(text);
        if (boxes) expect(cutBoxes(text, limits.boxesChars)).toBe(text);
        else expect(() => checkBatch(withBoxes(text))).toThrow(MalformedBatchError);
      }),
    );
  });

  it.each([
    ['words', 'Hello, Anna'],
    ['half a box', encodeBoxes([box]).slice(0, -1)],
    ['an unknown kind', encodeBoxes([{ ...box, kind: 5 }])],
    ['a box beyond every page', encodeBoxes([{ ...box, x: 1_000_004 }])],
    ['a mark that is none', encodeBoxes([{ ...box, mark: 2 ** 15 }])],
    ['a number without end', '_'.repeat(40)],
  ])('with %s is refused, place and reason given', (_, boxes) => {
    expect(() => checkBatch(withBoxes(boxes))).toThrow(
      /^events\[0\]\.boxes is not a list of boxes/,
    );
  });

  it('that is too long loses its last boxes in the check, and is no reason to refuse', () => {
    const long = encodeBoxes(Array.from({ length: 1_000 }, (_, i) => ({ ...box, y: 48 * i })));
    const [event] = checkBatch(withBoxes(long)).events;
    const kept = event?.type === 'wireframe' ? event.boxes : '';
    expect(kept.length).toBeLessThanOrEqual(limits.boxesChars);
    expect(kept.length).toBeGreaterThan(limits.boxesChars - 20);
  });
});

describe('an element’s mark', () => {
  const markOf = (tag: string, id: string, path: string, name: string) =>
    markElement([tag, id, 'a-class', 'a-role', path, name]);

  it('is a number from 1 to 32,767', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (tag, id, path, name) => {
        const mark = markOf(tag, id, path, name);
        expect(mark).toBeGreaterThan(0);
        expect(mark).toBeLessThan(2 ** 15);
      }),
    );
  });

  it('goes by its name where it has one', () => {
    expect(markOf('a', '', 'main > a', 'Buy')).toBe(markOf('b', 'x', 'p > b', 'Buy'));
    expect(markOf('a', '', 'main > a', '')).not.toBe(markOf('a', '', 'nav > a', ''));
  });

  it('differs for nearly all elements of a page', () => {
    const marks = Array.from({ length: 400 }, (_, i) =>
      markOf('a', '', `main > ul > li:nth-of-type(${i + 1}) > a`, ''),
    );
    expect(new Set(marks).size).toBeGreaterThan(390);
  });
});
