import { encodeBatch } from '../schema/wire/encode.ts';
import type { EventTuple } from '../schema/wire/events.ts';
import { makeViewContent, type Room } from './view-content.ts';
import { makeViewShell, type ViewShell } from './view-shell.ts';
import { contentBudget, countBytes, moveBytes } from './wire-size.ts';

/** Who and where a view belongs to. */
export interface ViewHeader {
  readonly site: string;
  readonly session: string;
  readonly visitor: string;
  readonly view: string;
  readonly page: readonly (number | string)[];
}

/** Where packed batches go, and how. */
export interface ViewRim {
  readonly room: () => Room;
  /** Takes the view's batches in order. */
  readonly send: (packed: Uint8Array<ArrayBuffer>, seq: number) => void;
  readonly thin?: ((moves: number[]) => number[]) | undefined;
}

/** What is recorded of one view and not yet packed. */
export interface ViewBuffer {
  readonly header: ViewHeader;
  /** The time of the last activity, ms from the view's start. */
  activeMs: number;
  readonly addMove: (t: number, x: number, y: number) => void;
  readonly addEvent: (tuple: EventTuple) => void;
  readonly addElement: ViewShell['add'];
  /** Packs what there is; without anything, only with `always` and where there was activity. */
  readonly pack: (always?: boolean) => void;
  /** Sends page block and elements once more: a batch was refused for good. */
  readonly repeatShell: ViewShell['repeat'];
}

export function makeViewBuffer(header: ViewHeader, { room, send, thin }: ViewRim): ViewBuffer {
  const shell = makeViewShell(header.page);
  const content = makeViewContent();
  let seq = 0;
  let packedActiveMs = -1;

  /** One batch; moves and events wait for the next one where elements leave them no space. */
  const packOne = (): void => {
    const { bytes, ...part } = shell.take();
    const isLast = !shell.bytes() && bytes + content.bytes() <= contentBudget;
    const { moves, ...taken } = (isLast ? content : makeViewContent()).take();
    const { activeMs } = buffer;
    packedActiveMs = activeMs;
    const thinned = thin ? thin(moves) : moves;
    send(encodeBatch({ ...header, ...part, ...taken, moves: thinned, seq, activeMs }), seq++);
    if (!isLast) packOne();
  };

  const pack = (always?: boolean) => {
    content.makeRoom(room());
    if (content.bytes() || shell.bytes() || (always && buffer.activeMs > packedActiveMs)) packOne();
  };
  const makeSpace = (bytes: number) => {
    if (shell.bytes() + content.bytes() + bytes > contentBudget) pack();
  };

  const buffer: ViewBuffer = {
    header,
    activeMs: 0,
    pack,
    addMove: (t, x, y) => {
      makeSpace(moveBytes);
      content.addMove(t, x, y);
    },
    addEvent: (tuple) => {
      makeSpace(countBytes(tuple));
      content.addEvent(tuple);
    },
    addElement: (strings) => {
      makeSpace(countBytes(strings));
      return shell.add(strings);
    },
    repeatShell: shell.repeat,
  };
  return buffer;
}
