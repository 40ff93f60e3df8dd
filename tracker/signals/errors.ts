import { limits } from '../../schema/limits.ts';
import { cleanAddress } from '../address.ts';
import { shorten } from '../mask.ts';
import type { Recorder } from '../recorder.ts';

/** A page that fails in a loop is told so often. */
const mostErrors = 50;

/** Uncaught JavaScript errors and rejections, masked, tied to the press before. */
export function recordErrors(recorder: Recorder): void {
  let count = 0;
  recorder.on<ErrorEvent & PromiseRejectionEvent>('error unhandledrejection', (event) => {
    const { message, filename = '', lineno = 0, colno = 0, reason } = event;
    // Images that do not load have no message; what is rejected with may be anything, content of the page as well.
    const text = message ?? (reason?.stack && `${reason}`);
    if (!text || count++ >= mostErrors) return;
    const press = recorder.view.presses - 1;
    const masked = shorten(text, limits.errorChars);
    recorder.record([7, recorder.t(), press, lineno, colno, masked, cleanAddress(filename)]);
  });
}
