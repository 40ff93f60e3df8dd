import { limits } from '../../schema/limits.ts';
import type { Recorder } from '../recorder.ts';

/** A page that fails in a loop is told so often. */
const mostErrors = 50;

/**
 * Uncaught JavaScript errors and rejections, masked.
 *
 * @returns to be told of each, when it happened in the view's time, and of the press before it
 */
export function recordErrors(recorder: Recorder): (event: Event, t: number, press: number) => void {
  let count = 0;
  return (event, t, press) => {
    const failure = event as ErrorEvent & PromiseRejectionEvent;
    const { message, filename = '', lineno = 0, colno = 0, reason } = failure;
    // Images that do not load have no message; what is rejected with may be anything, content of the page as well.
    const text = message ?? (reason?.stack && `${reason}`);
    if (!text || count++ >= mostErrors) return;
    const masked = recorder.shorten(text, limits.errorChars);
    recorder.record([7, t, press, lineno, colno, masked, recorder.clean(filename)]);
  };
}
