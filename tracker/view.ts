import { encodeBatch } from '../schema/wire/encode.ts';
import type { EventTuple } from '../schema/wire/events.ts';

type Fields = readonly (number | string)[];

/** Who and where a view belongs to. */
export interface ViewHeader {
  readonly site: string;
  readonly session: string;
  readonly visitor: string;
  readonly view: string;
}

/** What is not yet packed. */
interface Pending {
  page: Fields | undefined;
  elements: (readonly string[])[];
  moves: number[];
  events: EventTuple[];
  /** All that takes so many bytes at most. */
  bytes: number;
  lostMoves: number;
  lostEvents: number;
}

/** A page view. */
export interface View extends Pending, ViewHeader {
  /** By the clock. */
  readonly start: number;
  readonly indexes: WeakMap<Element, number>;
  /** Presses so far. */
  presses: number;
  /** The time of the last activity, ms from the view's start; and the one last told. */
  activeMs: number;
  toldMs: number;
  seq: number;
  /** How many elements it has told of. */
  known: number;
}

/** Where packed batches go, and how. */
export interface ViewRim {
  /** How full the outbox is. From 1 on movement is dropped, from 2 on all but the shells of batches. */
  readonly fullness: () => number;
  /** Takes a view's batches in order. */
  readonly send: (packed: Uint8Array<ArrayBuffer>, seq: number, view: string) => void;
  /** Leaves out samples of movement. May come on the way. */
  thin?: ((moves: number[]) => number[]) | undefined;
  /** Told of each event recorded, and of the element it is about. */
  onRecord?: ((tuple: EventTuple, element: Element | undefined) => void) | undefined;
}

/** A batch is cut before more is added than this; the rest of its 16,384 bytes is for header and page block. */
const budgetBytes = 12_000;
export const moveBytes = 13;
/** Three bytes a character: as long as UTF-8 gets. */
const countBytes = (fields: Fields): number => 3 * `${fields}`.length + 9;

const makePending = (page?: Fields): Pending => ({
  page,
  elements: [],
  moves: [],
  events: [],
  bytes: 0,
  lostMoves: 0,
  lostEvents: 0,
});

/** @param pageBlock told once, like each element: they are the batches' shell, which is never dropped */
export const makeView = (header: ViewHeader, pageBlock: Fields, start: number): View => ({
  ...header,
  ...makePending(pageBlock),
  start,
  indexes: new WeakMap(),
  presses: 0,
  activeMs: 0,
  toldMs: -1,
  seq: 0,
  known: 0,
});

/** Packs what there is, if only that there was activity. */
export function packView(view: View, rim: ViewRim): void {
  const { elements, activeMs } = view;
  if (rim.fullness() >= 1) view.lostMoves += view.moves.splice(0).length / 3;
  if (rim.fullness() >= 2) view.lostEvents += view.events.splice(0).length;
  const isEmpty = !(view.page || elements[0] || view.moves.length || view.events[0]);
  if (isEmpty && activeMs <= view.toldMs) return;
  const moves = rim.thin?.(view.moves) ?? view.moves;
  const firstElement = view.known - elements.length;
  const packed = encodeBatch({ ...view, moves, firstElement });
  Object.assign(view, makePending());
  view.toldMs = activeMs;
  rim.send(packed, view.seq++, view.view);
}

/** Makes space for something more. */
export function reserve(view: View, rim: ViewRim, bytes: number): void {
  if (view.bytes + bytes > budgetBytes) packView(view, rim);
  view.bytes += bytes;
}

export function addEvent(view: View, rim: ViewRim, tuple: EventTuple): void {
  reserve(view, rim, countBytes(tuple));
  view.events.push(tuple);
}

/** @returns the element's index in the view */
export function addElement(view: View, rim: ViewRim, strings: readonly string[]): number {
  reserve(view, rim, countBytes(strings));
  view.elements.push(strings);
  return view.known++;
}
