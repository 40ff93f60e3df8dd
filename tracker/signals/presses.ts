import { Pointer, PressFlag } from '../../schema/wire/events.ts';
import { findTarget } from '../element.ts';
import { type Press, takePress } from '../press.ts';
import type { Recorder } from '../recorder.ts';

/** Moved by more than this from where it began, a press is a drag, px. */
const dragPx = 4;

/** A `Pointer` code: the place in their row. */
const codeOf = ({ pointerType }: PointerEvent): number => ['touch', 'pen'].indexOf(pointerType) + 1;

/**
 * Primary presses of mouse, finger and pen, recorded at release, since `pointercancel` calls a press off. Presses of
 * the keyboard, at the element's middle: clicks without a pointer, right after Enter or the space bar. (Labels and
 * scripts make clicks without a pointer, too, but those follow no key.)
 *
 * @param watch told of each press when it begins
 */
export function recordPresses(recorder: Recorder, watch?: (press: Press) => void): void {
  const { on, hear } = recorder;
  let open: Press | undefined;
  let isDrag = false;
  let isKeyDown = false;

  const close = () => {
    const press = open;
    open = recorder.dragged = undefined;
    return press;
  };
  const release = () => close()?.end(isDrag ? PressFlag.drag : 0);
  const take = (event: MouseEvent, x: number, y: number, pointer: number) => {
    release();
    isDrag = isKeyDown = false;
    open = takePress(recorder, event, [x, y], pointer);
    if (!open) return;
    watch?.(open);
    recorder.isQuiet = false;
    recorder.dragged = ({ isPrimary, clientX, clientY }) => {
      isDrag ||= isPrimary && Math.hypot(clientX - x, clientY - y) > dragPx;
    };
  };
  on<PointerEvent>('pointerdown', (event) => {
    if (event.isPrimary && !event.button) take(event, event.clientX, event.clientY, codeOf(event));
  });
  hear<PointerEvent>('pointerup pointercancel', (event) => {
    if (!open || !event.isPrimary) return;
    recorder.dragged?.(event);
    if (event.type === 'pointerup') return release();
    close();
    recorder.record([11, recorder.t(), codeOf(event), event.pageX, event.pageY]);
  });
  on<KeyboardEvent>('keydown', ({ key }) => {
    isKeyDown = key === 'Enter' || key === ' ';
  });
  on<MouseEvent>('click', (event) => {
    const box = findTarget(event)?.getBoundingClientRect();
    if (!isKeyDown || event.detail || !event.isTrusted || !box) return;
    take(event, box.left + box.width / 2, box.top + box.height / 2, Pointer.keyboard);
    release();
  });
  recorder.beforeLeaving(release);
}
