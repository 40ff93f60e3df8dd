import { type Accessor, createEffect, createSignal, onCleanup, untrack } from 'solid-js';
import { advance, type Gap } from './replay-clock.ts';

export interface Replay {
  /** Whole ms of the session; null while all of it shows, and grows. */
  readonly atMs: Accessor<number | null>;
  readonly playing: Accessor<boolean>;
  readonly speed: Accessor<number>;
  readonly skipsIdle: Accessor<boolean>;
  readonly play: () => void;
  readonly pause: () => void;
  readonly toggle: () => void;
  readonly seek: (atMs: number) => void;
  /** Back to all of it. */
  readonly showAll: () => void;
  readonly setSpeed: (speed: number) => void;
  readonly setSkipsIdle: (skips: boolean) => void;
}

interface Tape {
  readonly endMs: Accessor<number>;
  readonly gaps: Accessor<readonly Gap[]>;
  /** Where playing begins when nothing was sought. */
  readonly startMs: Accessor<number>;
  /** Where it stands at first, from the address. */
  readonly firstMs: number | null;
}

/** A replay that runs on the browser's frames. */
export function createReplay(tape: Tape): Replay {
  // To the fraction, so that frames add up; everyone else is told whole ms, as events and addresses have them.
  const [exactMs, setExactMs] = createSignal(tape.firstMs);
  const atMs = () => {
    const at = exactMs();
    return at === null ? null : Math.floor(at);
  };
  const [playing, setPlaying] = createSignal(false);
  const [speed, setSpeed] = createSignal(1);
  const [skipsIdle, setSkipsIdle] = createSignal(true);

  const step = (passedMs: number) => {
    const gaps = skipsIdle() ? tape.gaps() : [];
    const next = advance(exactMs() ?? 0, passedMs, speed(), tape.endMs(), gaps);
    setExactMs(next);
    if (next >= tape.endMs()) setPlaying(false);
  };
  createEffect(() => {
    if (!playing()) return;
    let before = performance.now();
    let frame = requestAnimationFrame(function tick(now) {
      // A tab that was hidden comes back where it left.
      const passed = Math.min(now - before, 250);
      before = now;
      untrack(() => step(Math.max(0, passed)));
      frame = requestAnimationFrame(tick);
    });
    onCleanup(() => cancelAnimationFrame(frame));
  });

  const play = () => {
    const at = atMs();
    if (at === null) setExactMs(tape.startMs());
    else if (at >= tape.endMs()) setExactMs(0);
    setPlaying(true);
  };
  const pause = () => setPlaying(false);
  return {
    atMs,
    playing,
    speed,
    skipsIdle,
    play,
    pause,
    toggle: () => (playing() ? pause() : play()),
    seek: (at) => setExactMs(Math.min(Math.max(0, at), tape.endMs())),
    showAll: () => {
      pause();
      setExactMs(null);
    },
    setSpeed,
    setSkipsIdle,
  };
}
