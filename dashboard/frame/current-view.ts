import { useLocation } from '@solidjs/router';
import { createEffect, on } from 'solid-js';

/** Where the screen is narrow the views are a row to scroll sideways: keeps the current one in its middle. */
export function keepCurrentViewInSight(): void {
  const location = useLocation();
  const scroll = () => {
    const current = document.querySelector<HTMLElement>('.header-views .is-current');
    const row = current?.closest('.header-views');
    if (!current || !row) return;
    const middle = current.offsetLeft - row.getBoundingClientRect().left + current.offsetWidth / 2;
    // Sideways only: the page itself stays where it was left.
    row.scrollLeft = middle - row.clientWidth / 2;
  };
  createEffect(on(() => location.pathname, scroll));
}
