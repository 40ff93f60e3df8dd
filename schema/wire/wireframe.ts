import { BoxKind } from './events.ts';
import { type Range, ranges } from './values.ts';

/**
 * A page's shape: boxes of its visible elements in the order of the document, parents before what is in them. No text, no
 * picture, no colour. As text: for each box its kind, the differences of left and top edge from the box before (the first: from
 * 0), width, height and the element's mark, all edges in units of 4 px. Each number is written in digits of five bits, least
 * significant first, as `A–Z a–z 0–9 - _`, the upper half of which says that another digit follows; differences are zigzag
 * numbers (2n for n ≥ 0, −2n − 1 below).
 */
export interface WireframeBox {
  /** A `BoxKind`. */
  readonly kind: number;
  /** Page px, to 4 px; so are width and height. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What `markElement` makes of its element: 1 to 32,767; 0 where it is not told. */
  readonly mark: number;
}

/** Edges are told to so many px: enough for a picture, and half the bytes. */
export const boxUnitPx = 4;
const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const boxNumbers = 6;
const marks = 2 ** 15 - 1;

/** @returns the boxes as text; their edges are to be multiples of 4 px, or are rounded down */
export function encodeBoxes(boxes: readonly WireframeBox[]): string {
  let text = '';
  let lastX = 0;
  let lastY = 0;
  for (const { kind, x, y, width, height, mark } of boxes) {
    const steps = [x - lastX, y - lastY].map((step) => zigzag(Math.floor(step / boxUnitPx)));
    const sides = [width, height].map((side) => Math.floor(side / boxUnitPx));
    for (const number of [kind, ...steps, ...sides, mark]) text += encodeNumber(number);
    lastX = x;
    lastY = y;
  }
  return text;
}

function encodeNumber(number: number): string {
  let text = '';
  for (; number > 31; number = Math.floor(number / 32)) text += digits.charAt(32 + (number % 32));
  return text + digits.charAt(number);
}

const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);
const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/** @returns null where the text is no list of whole boxes within the limits of a page */
export function decodeBoxes(text: string): WireframeBox[] | null {
  return readBoxes(text)?.map(({ box }) => box) ?? null;
}

/** Leaves out the last boxes, so that the text has at most `maxChars`; null where it is no list of boxes. */
export function cutBoxes(text: string, maxChars: number): string | null {
  const boxes = readBoxes(text);
  return boxes && text.slice(0, boxes.findLast(({ end }) => end <= maxChars)?.end ?? 0);
}

interface PlacedBox {
  readonly box: WireframeBox;
  /** Where its text ends. */
  readonly end: number;
}

function readBoxes(text: string): PlacedBox[] | null {
  const boxes: PlacedBox[] = [];
  let [at, x, y] = [0, 0, 0];
  while (at < text.length) {
    const numbers: number[] = [];
    while (numbers.length < boxNumbers) {
      const read = readNumber(text, at);
      if (!read) return null;
      numbers.push(read.value);
      at = read.end;
    }
    const [kind = 0, dx = 0, dy = 0, width = 0, height = 0, mark = 0] = numbers;
    x += unzigzag(dx) * boxUnitPx;
    y += unzigzag(dy) * boxUnitPx;
    const box = { kind, x, y, width: width * boxUnitPx, height: height * boxUnitPx, mark };
    if (!isWithinLimits(box)) return null;
    boxes.push({ box, end: at });
  }
  return boxes;
}

function readNumber(text: string, from: number) {
  let value = 0;
  // Seven digits hold more than any edge.
  for (let at = from; at < from + 7; at++) {
    const digit = at < text.length ? digits.indexOf(text.charAt(at)) : -1;
    if (digit < 0) return null;
    value += (digit % 32) * 32 ** (at - from);
    if (digit < 32) return { value, end: at + 1 };
  }
  return null;
}

const isIn = (value: number, [least, most]: Range): boolean => value >= least && value <= most;

const isWithinLimits = ({ kind, x, y, width, height, mark }: WireframeBox): boolean =>
  kind <= Math.max(...Object.values(BoxKind)) &&
  isIn(x, ranges.px) &&
  isIn(y, ranges.px) &&
  isIn(width, ranges.size) &&
  isIn(height, ranges.size) &&
  mark <= marks;
