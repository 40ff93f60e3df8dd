import { Pointer, PressFlag } from '../../schema/wire/events.ts';
import { findTarget } from '../element.ts';
import { type Press, takePress } from '../press.ts';
import type { Recorder } from '../recorder.ts';

/** Moved by more than this from where it began, a press is a drag, px. */
const dragPx = 4;
const pointerCodes: Record<string, number> = Pointer;

/**
 * Primary presses of mouse, finger and pen. Recorded at release, since `pointercancel` calls a press off.
 *
 * @param watch told of each press when it begins
 */
export function recordPresses(recorder: Recorder, watch?: (press: Press) => void): void {
  const { page } = recorder;
  let open: Press | undefined;
  let isDrag = false;

  const release = () => {
    const press = open;
    open = undefined;
    press?.end(isDrag ? PressFlag.drag : 0);
  };
  recorder.on<PointerEvent>(page, 'pointerdown', (event) => {
    if (!event.isPrimary || event.button) return;
    release();
    isDrag = false;
    const place = [event.clientX, event.clientY] as const;
    open = takePress(recorder, event, place, pointerCodes[event.pointerType] ?? 0);
    if (open) watch?.(open);
  });
  recorder.on<PointerEvent>(page, 'pointermove pointerup', (event) => {
    if (!open || !event.isPrimary) return;
    const { clientX, clientY } = open.event;
    isDrag ||= Math.hypot(event.clientX - clientX, event.clientY - clientY) > dragPx;
    if (event.type === 'pointerup') release();
  });
  recorder.on<PointerEvent>(page, 'pointercancel', (event) => {
    if (!open || !event.isPrimary) return;
    open.isCalledOff = true;
    open = undefined;
    const pointer = pointerCodes[event.pointerType] ?? 0;
    const x = event.clientX + page.scrollX;
    recorder.record([11, recorder.t(), pointer, x, event.clientY + page.scrollY]);
  });
  recorder.beforeLeaving(release);
}

/**
 * Presses of the keyboard, at the element's middle: clicks without a pointer, right after Enter or the space bar.
 * Labels and scripts make clicks without a pointer, too, but those follow no key.
 */
export function recordKeyboardPresses(recorder: Recorder, watch: (press: Press) => void): void {
  const { page } = recorder;
  let isKeyDown = false;

  recorder.on(page, 'pointerdown', () => {
    isKeyDown = false;
  });
  recorder.on<KeyboardEvent>(page, 'keydown', ({ key }) => {
    isKeyDown = key === 'Enter' || key === ' ';
  });
  recorder.on<MouseEvent>(page, 'click', (event) => {
    const box = findTarget(event)?.getBoundingClientRect();
    if (!isKeyDown || event.detail || !event.isTrusted || !box) return;
    isKeyDown = false;
    const middle = [box.left + box.width / 2, box.top + box.height / 2] as const;
    const press = takePress(recorder, event, middle, Pointer.keyboard);
    if (!press) return;
    watch(press);
    press.end(0);
  });
}
