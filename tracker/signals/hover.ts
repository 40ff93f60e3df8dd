import { findTarget } from '../element.ts';
import type { Recorder } from '../recorder.ts';

/** The pointer only passed over what it left sooner, ms. */
const passingMs = 100;
/** Who rests longer on something has left the desk, ms. */
const longestMs = 300_000;

/** The mouse resting on an element, until it leaves, presses it, or the page is left. */
export function recordHovers({ page, on, ...recorder }: Recorder): void {
  let element: Element | undefined;
  let since = 0;
  let isOpen = false;

  const end = (clicked: number) => {
    const durationMs = Math.min(recorder.t() - since, longestMs);
    if (isOpen && (clicked || durationMs >= passingMs)) {
      recorder.record([3, since, recorder.indexOf(element), durationMs, clicked], element);
    }
    isOpen = false;
  };
  const rest = (next?: Element | undefined) => {
    if (next === element) return;
    end(0);
    element = next;
    since = recorder.t();
    isOpen = !!next;
  };

  on<PointerEvent>('pointerover', (event) => {
    const target = event.pointerType === 'touch' ? undefined : findTarget(event);
    rest(target?.matches('html,body') ? undefined : target);
  });
  // Out of the window.
  on<PointerEvent>('pointerout', ({ relatedTarget }) => relatedTarget || rest());
  on<PointerEvent>('pointerdown', (event) => {
    if (!event.button && findTarget(event) === element) end(1);
  });
  recorder.beforeLeaving(() => rest());
}
