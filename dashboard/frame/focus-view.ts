import { useLocation } from '@solidjs/router';
import { createEffect, on } from 'solid-js';

/**
 * Moves the focus to a view that was just opened: who does not see the screen hears that it changed, and who uses the keyboard goes on
 * there and not in the header.
 */
export function focusOpenedView(): void {
  const location = useLocation();
  const focus = () => document.getElementById('view')?.focus({ preventScroll: true });
  createEffect(on(() => location.pathname, focus, { defer: true }));
}
