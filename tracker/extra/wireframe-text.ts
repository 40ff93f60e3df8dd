import { limits } from '../../schema/limits.ts';
import { markElement } from '../../schema/wire/element-mark.ts';
import { encodeBoxes, type WireframeBox } from '../../schema/wire/wireframe.ts';
import type { Recorder } from '../recorder.ts';
import { type FoundBox, findBoxes } from './wireframe-boxes.ts';

/** No shorter than any other mark, where the real one is not yet known. */
const longMark = 2 ** 15 - 1;
/** More boxes never have room. */
const mostBoxes = 700;

const areaOf = ({ width, height }: FoundBox): number => width * height;

/** As many boxes as have room, the largest, in their order. */
function fitBoxes(boxes: readonly FoundBox[]): FoundBox[] {
  const bySize = [...boxes].sort((a, b) => areaOf(b) - areaOf(a));
  for (let most = mostBoxes; ; ) {
    const largest = new Set(bySize.slice(0, most));
    const kept = boxes.filter((box) => largest.has(box));
    const { length } = encodeBoxes(kept.map((box) => ({ ...box, mark: longMark })));
    if (length <= limits.boxesChars) return kept;
    most = Math.floor((kept.length * limits.boxesChars) / length) - 1;
  }
}

/** A page's shape as the wire tells it; gives way again and again, so that no frame waits for it. */
export function* drawWireframe({
  page,
  describe,
}: Pick<Recorder, 'page' | 'describe'>): Generator<undefined, string> {
  const boxes: WireframeBox[] = [];
  for (const box of fitBoxes(yield* findBoxes(page))) {
    boxes.push({ ...box, mark: markElement(describe(box.element)) });
    yield;
  }
  return encodeBoxes(boxes);
}
