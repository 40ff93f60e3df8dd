import { limits } from '../schema/limits.ts';
import type { EventTuple } from '../schema/wire/events.ts';
import { cleanAddress } from './address.ts';
import { describeElement } from './element.ts';
import type { Host } from './host.ts';
import { shorten } from './mask.ts';
import {
  addElement,
  addEvent,
  makeView,
  moveBytes,
  packView,
  reserve,
  type View,
  type ViewHeader,
  type ViewRim,
} from './view.ts';

/** What signals write to: the current view, while one is open. */
export interface Recorder extends Host {
  /** Milliseconds from the view's start, whole; what was under way before counts from there. `at` is by the clock, now if left out. */
  readonly t: (at?: number) => number;
  readonly move: (t: number, x: number, y: number) => void;
  /** Numbers are rounded. `element` is the one it is about. */
  readonly record: (tuple: EventTuple, element?: Element) => void;
  /** A text as it may be recorded: masked, and cut. `t-extra.js` has this and the next from here, so as not to hold them twice. */
  readonly shorten: typeof shorten;
  /** An address as it may be recorded, without its query. */
  readonly clean: (href: string) => string;
  /** What the wire tells of an element, in the order of `elementStrings`. */
  readonly describe: (element: Element) => string[];
  /** The element's index in the view, -1 for none. */
  readonly indexOf: (element: Element | undefined) => number;
  /** Runs before a view closes or the page is hidden: the last moment to record what is still open. */
  readonly beforeLeaving: (run: (isClosing: boolean) => void) => void;
  readonly open: (header: ViewHeader, pageBlock: readonly (number | string)[]) => void;
  /** Records what is still open, packs it, and closes the view, if it is not just hidden. */
  readonly leave: (isClosing: boolean) => void;
  /** Notes activity of the visitor at a time of the clock. */
  touch: (at: number) => void;
  /** Packs a batch in a while. */
  readonly packSoon: () => void;
  /** Takes the samples of movement that are due. @returns what is to be one more, if anything is */
  settle: () => PointerEvent | undefined;
  /** Movement of the pointer need only be held: a batch is to be packed, and nothing asks where the pointer is. */
  isQuiet: boolean;
  /** Told of each movement of the pointer while a press lasts. */
  dragged?: ((event: PointerEvent) => void) | undefined;
  /** When the pointer came to the element where it is, by the clock. */
  enteredAt: number;
  /** The last view that was opened. */
  view: View;
  /** While it is not, nothing is recorded. */
  isOpen: boolean;
}

/** A batch is packed this long after the first thing in it. */
const batchMs = 2_000;

export function makeRecorder(host: Host, rim: ViewRim): Recorder {
  const leavers: ((isClosing: boolean) => void)[] = [];
  let isPacking = false;

  const pack = () => {
    const isMoving = recorder.settle();
    isPacking = false;
    if (recorder.isOpen) packView(recorder.view, rim);
    if (isMoving) packSoon();
  };
  const packSoon = () => {
    if (!isPacking) host.after(batchMs, pack);
    isPacking = true;
  };

  const recorder: Recorder = {
    ...host,
    isOpen: false,
    touch: (at) => {
      recorder.view.activeMs = recorder.t(at);
    },
    packSoon,
    settle: () => undefined,
    enteredAt: 0,
    isQuiet: false,
    // None yet.
    view: makeView({} as ViewHeader, [], 0),
    t: (at = host.now()) => Math.max(0, Math.round(at - recorder.view.start)),
    move: (t, x, y) => {
      if (!recorder.isOpen) return;
      reserve(recorder.view, rim, moveBytes);
      recorder.view.moves.push(t, Math.round(x), Math.round(y));
      packSoon();
    },
    record: (tuple, element) => {
      if (!recorder.isOpen) return;
      const rounded = tuple.map(round) as EventTuple;
      addEvent(recorder.view, rim, rounded);
      rim.onRecord?.(rounded, element);
      packSoon();
    },
    shorten,
    clean: cleanAddress,
    describe: describeElement,
    indexOf: (element) => {
      const { view } = recorder;
      if (!element || view.known === limits.elementsPerView) return -1;
      const index = view.indexes.get(element) ?? addElement(view, rim, describeElement(element));
      view.indexes.set(element, index);
      return index;
    },
    beforeLeaving: (run) => leavers.push(run),
    open: (header, pageBlock) => {
      recorder.view = makeView(header, pageBlock, host.now());
      recorder.isOpen = true;
      packSoon();
    },
    leave: (isClosing) => {
      for (const leave of leavers) leave(isClosing);
      pack();
      recorder.isOpen &&= !isClosing;
    },
  };
  return recorder;
}

const round = (field: number | string): number | string =>
  typeof field === 'number' ? Math.round(field) || 0 : field;
