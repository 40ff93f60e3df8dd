import type { EventTuple } from '../schema/wire/events.ts';
import { describeElement } from './element.ts';
import type { Host } from './host.ts';
import { makeViewBuffer, type ViewBuffer, type ViewHeader } from './view-buffer.ts';
import type { Room } from './view-content.ts';

/** What signals write to: the current view, while one is open. */
export interface Recorder extends Host {
  /** Milliseconds from the view's start, whole. */
  readonly t: () => number;
  readonly move: (t: number, x: number, y: number) => void;
  /** Numbers are rounded. `element` is where a `trailgraph:recorded` event shows it, if the site asked for those. */
  readonly record: (tuple: EventTuple, element?: Element) => void;
  /** The element's index in the view, -1 for none. */
  readonly indexOf: (element: Element | undefined) => number;
  /** Runs before a view closes or the page is hidden: the last moment to record what is still open. */
  readonly beforeLeaving: (run: (isClosing: boolean) => void) => void;
  /** Notes that the visitor did something, recorded or not. */
  readonly touch: () => void;
  /** Presses of this view so far. */
  presses: number;
}

export interface RecorderControl extends Recorder {
  readonly open: (header: ViewHeader) => void;
  /** Closes the view; what is still open is recorded first. */
  readonly close: () => void;
  /** Records what is still open and packs it, without closing the view. */
  readonly settle: () => void;
  readonly view: () => ViewBuffer | undefined;
  /** Forgets what is not yet packed. */
  readonly discard: () => void;
}

export interface RecorderRim {
  readonly send: (packed: Uint8Array<ArrayBuffer>, seq: number, view: string) => void;
  readonly room: () => Room;
  readonly thin?: ((moves: number[]) => number[]) | undefined;
  readonly debug?: boolean | undefined;
}

/** A batch is packed this long after the first thing in it. */
const batchMs = 2000;

export function makeRecorder(host: Host, rim: RecorderRim): RecorderControl {
  const { clock, page } = host;
  const leavers: ((isClosing: boolean) => void)[] = [];
  let view: ViewBuffer | undefined;
  let indexes = new WeakMap<Element, number>();
  let start = 0;
  let cancel: (() => void) | undefined;

  const pack = (always?: boolean) => {
    cancel?.();
    cancel = undefined;
    view?.pack(always);
  };
  const packSoon = () => {
    cancel ??= clock.after(batchMs, pack);
  };
  const settle = (isClosing: boolean) => {
    if (view) for (const leave of leavers) leave(isClosing);
    pack(true);
  };
  const recorder: RecorderControl = {
    ...host,
    presses: 0,
    t: () => Math.round(clock.now() - start),
    move: (t, x, y) => {
      if (!view) return;
      packSoon();
      view.addMove(t, Math.round(x), Math.round(y));
    },
    record: (tuple, element) => {
      if (!view) return;
      packSoon();
      const rounded = tuple.map(round) as EventTuple;
      view.addEvent(rounded);
      if (rim.debug) announce(element ?? page, rounded);
    },
    indexOf: (element) => {
      if (!view || !element) return -1;
      const index = indexes.get(element) ?? view.addElement(describeElement(element));
      indexes.set(element, index);
      return index;
    },
    beforeLeaving: (run) => leavers.push(run),
    touch: () => {
      if (view) view.activeMs = recorder.t();
    },
    open: (header) => {
      recorder.close();
      start = clock.now();
      indexes = new WeakMap();
      recorder.presses = 0;
      view = makeViewBuffer(header, {
        ...rim,
        send: (packed, seq) => rim.send(packed, seq, header.view),
      });
      packSoon();
    },
    close: () => {
      settle(true);
      view = undefined;
    },
    settle: () => settle(false),
    view: () => view,
    discard: () => {
      cancel?.();
      cancel = view = undefined;
    },
  };
  return recorder;
}

const round = (field: number | string): number | string =>
  typeof field === 'number' ? Math.round(field) || 0 : field;

/** Shows on the page what was recorded, for whoever tries the tracker out. */
function announce(target: EventTarget, tuple: EventTuple): void {
  target.dispatchEvent(
    new CustomEvent('trailgraph:recorded', { detail: tuple, bubbles: true, composed: true }),
  );
}
