import { describe, expect, it } from 'vitest';
import { extendSegment, type Segment, startSegment } from './segment.ts';
import { classifySegment } from './segment-pattern.ts';

/** 1,000 px travelled in 1 s within a box of 400 × 300 px, ending 700 px away: none of the narrower patterns. */
const ordinary: Segment = {
  ...startSegment({ t: 0, x: 0, y: 0 }),
  samples: 20,
  last: { t: 1_000, x: 700, y: 0 },
  pathPx: 1_000,
  maxX: 400,
  maxY: 300,
  vertices: 6,
};
const classify = (more: Partial<Segment>) => classifySegment({ ...ordinary, ...more });
const endingAt = (x: number, t = 1_000) => ({ last: { t, x, y: 0 } });
const threeQuarters = 1.5 * Math.PI;

it('is mixed where no narrower rule applies', () => {
  expect(classify({})).toBe('mixed');
});

describe('none: too little to have a shape', () => {
  it('below 4 samples', () => {
    expect(classify({ samples: 3 })).toBe('none');
    expect(classify({ samples: 4 })).toBe('mixed');
  });
  it('below 20 px', () => {
    expect(classify({ pathPx: 19.99, ...endingAt(14) })).toBe('none');
    expect(classify({ pathPx: 20, ...endingAt(14) })).toBe('mixed');
  });
  it('where all samples have one time', () => {
    expect(classify(endingAt(700, 0))).toBe('none');
    expect(classify(endingAt(700, 1))).toBe('mixed');
  });
});

describe('circular: turned mostly one way, and back towards the start', () => {
  const circle = { netTurn: threeQuarters, absoluteTurn: threeQuarters, ...endingAt(500) };
  it('from 270 degrees of net turning on, either way', () => {
    expect(classify(circle)).toBe('circular');
    expect(classify({ ...circle, netTurn: -threeQuarters })).toBe('circular');
    expect(classify({ ...circle, netTurn: threeQuarters - 1e-10 })).toBe('circular');
    expect(classify({ ...circle, netTurn: threeQuarters - 1e-6 })).toBe('mixed');
  });
  it('from 6 vertices on', () => {
    expect(classify({ ...circle, vertices: 5 })).toBe('mixed');
  });
  it('where at least 0.6 of the turning is net', () => {
    expect(classify({ ...circle, absoluteTurn: threeQuarters / 0.6 })).toBe('circular');
    expect(classify({ ...circle, absoluteTurn: threeQuarters / 0.599 })).toBe('mixed');
  });
  it('up to a straightness of 0.5', () => {
    expect(classify({ ...circle, ...endingAt(500.1) })).toBe('mixed');
  });
  it('before precise, linear and erratic', () => {
    expect(classify({ ...circle, maxX: 10, maxY: 10, reversals: 5, ...endingAt(0, 9_000) })).toBe(
      'circular',
    );
  });
});

describe('precise: slow work in a small area', () => {
  const slow = { maxX: 60, maxY: 80, pathPx: 200 };
  it('up to a diagonal of 100 px', () => {
    expect(classify({ ...slow, ...endingAt(100) })).toBe('precise');
    expect(classify({ ...slow, maxX: 61, ...endingAt(100) })).toBe('mixed');
  });
  it('up to 200 px/s', () => {
    expect(classify({ ...slow, ...endingAt(100, 1_000) })).toBe('precise');
    expect(classify({ ...slow, ...endingAt(100, 999) })).toBe('mixed');
  });
  it('before linear and erratic', () => {
    expect(classify({ ...slow, pathPx: 100, ...endingAt(100) })).toBe('precise');
    expect(classify({ ...slow, reversals: 5, ...endingAt(10) })).toBe('precise');
  });
});

describe('linear', () => {
  it('from a straightness of 0.90 on', () => {
    expect(classify(endingAt(900))).toBe('linear');
    expect(classify(endingAt(899.99))).toBe('mixed');
  });
});

describe('erratic', () => {
  it('below a straightness of 0.50', () => {
    expect(classify({ reversals: 2, ...endingAt(499.9) })).toBe('erratic');
    expect(classify({ reversals: 2, ...endingAt(500) })).toBe('mixed');
  });
  it('from 2 reversals on', () => {
    expect(classify({ reversals: 1, ...endingAt(100) })).toBe('mixed');
  });
});

it('recognises shapes that are drawn', () => {
  const draw = (place: (share: number) => readonly [number, number]) => {
    const [first, ...others] = Array.from({ length: 21 }, (_, i) => {
      const [x, y] = place(i / 20);
      return { t: i * 20, x: Math.round(x), y: Math.round(y) };
    });
    return classifySegment(
      others.reduce(extendSegment, startSegment(first ?? { t: 0, x: 0, y: 0 })),
    );
  };
  const turn = 2 * Math.PI;
  expect(draw((s) => [s * 800, s * 300])).toBe('linear');
  expect(draw((s) => [200 * Math.cos(s * turn), 200 * Math.sin(s * turn)])).toBe('circular');
  expect(draw((s) => [300 * Math.sin(s * turn * 2.6), s * 100])).toBe('erratic');
  expect(draw((s) => [s * 40, 10 * Math.sin(s * turn)])).toBe('precise');
  expect(draw((s) => [600 * Math.sin((s * turn) / 2), 250 * s])).toBe('mixed');
});
