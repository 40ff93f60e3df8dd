import { type Accessor, createSignal, onCleanup } from 'solid-js';

/** The time, once a second: for what is told relative to now. */
export function createNow(): Accessor<number> {
  const [now, setNow] = createSignal(Date.now());
  const timer = setInterval(() => setNow(Date.now()), 1_000);
  onCleanup(() => clearInterval(timer));
  return now;
}
