import { type Accessor, createEffect } from 'solid-js';

/** Names the view in the browser's tab and history. */
export function createTitle(title: Accessor<string>): void {
  createEffect(() => {
    document.title = `${title()} · Trailgraph`;
  });
}
