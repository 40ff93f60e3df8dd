import type { EventTuple } from '../schema/wire/events.ts';
import { countBytes, moveBytes } from './wire-size.ts';

/** What may still be taken: all, no more movement, or nothing that can be done without. */
export type Room = 'all' | 'no moves' | 'shell';

/** Movement and events of a view that are not yet packed. */
export interface ViewContent {
  /** They take so many bytes at most. */
  readonly bytes: () => number;
  readonly addMove: (t: number, x: number, y: number) => void;
  readonly addEvent: (tuple: EventTuple) => void;
  /** Drops what there is no room for, movement first, and counts it. */
  readonly makeRoom: (room: Room) => void;
  /** Gives all of it and begins anew. */
  readonly take: () => {
    readonly moves: number[];
    readonly events: EventTuple[];
    readonly lostMoves: number;
    readonly lostEvents: number;
  };
}

export function makeViewContent(): ViewContent {
  let moves: number[] = [];
  let events: EventTuple[] = [];
  let bytes = 0;
  let lostMoves = 0;
  let lostEvents = 0;

  return {
    bytes: () => bytes,
    addMove: (t, x, y) => {
      bytes += moveBytes;
      moves.push(t, x, y);
    },
    addEvent: (tuple) => {
      bytes += countBytes(tuple);
      events.push(tuple);
    },
    makeRoom: (room) => {
      if (room === 'all') return;
      lostMoves += moves.length / 3;
      bytes -= (moves.length / 3) * moveBytes;
      moves = [];
      if (room === 'no moves') return;
      lostEvents += events.length;
      bytes = 0;
      events = [];
    },
    take: () => {
      const taken = { moves, events, lostMoves, lostEvents };
      moves = [];
      events = [];
      bytes = lostMoves = lostEvents = 0;
      return taken;
    },
  };
}
