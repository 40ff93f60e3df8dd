import { type Accessor, createEffect, on } from 'solid-js';
import type { Stage } from './create-stage.ts';
import type { VisitorWindow } from './paint-stage.ts';
import { bringIntoSight } from './view-transform.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** What the picture is to follow: page px; null where there is none. */
export interface Followed {
  readonly viewId: Accessor<string>;
  readonly pointer: Accessor<Place | null>;
  /** The visitor's window, which moves over the page as it was scrolled. */
  readonly seen: Accessor<VisitorWindow | null>;
  readonly spot: Accessor<Place | null>;
}

/** Keeps in sight what moves; begins anew with each page view. */
export function createCamera(stage: Stage, { viewId, pointer, seen, spot }: Followed): void {
  const follow = (at: Place | null) => {
    if (at) stage.follow((transform) => bringIntoSight(transform, at, stage.size()));
  };
  const middle = (): Place | null => {
    const now = seen();
    return now && { x: now.width / 2, y: now.top + now.height / 2 };
  };
  createEffect(
    on(
      () => seen()?.top,
      () => follow(middle()),
    ),
  );
  createEffect(() => follow(pointer()));
  createEffect(on(viewId, stage.reset, { defer: true }));
  createEffect(() => follow(spot()));
}
