import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js';
import { fitFirst, keepInSight, type Size, type ViewTransform } from './view-transform.ts';

export interface Stage {
  readonly size: Accessor<Size>;
  readonly pixelRatio: Accessor<number>;
  readonly transform: Accessor<ViewTransform>;
  /** Moves the page, as far as some of it stays in sight. */
  readonly move: (change: (transform: ViewTransform) => ViewTransform) => void;
  /** Moves it for the replay's sake: not something a person chose, so it is not kept. */
  readonly follow: (change: (transform: ViewTransform) => ViewTransform) => void;
  /** Shows the page as it is shown at first, and keeps it so when the stage changes its size. */
  readonly reset: () => void;
}

/**
 * The canvas's size and what part of the page is on it.
 *
 * @param lowestPx how far down the page anything happened, in page px
 */
export function createStage(
  element: Accessor<HTMLElement>,
  page: Accessor<Size>,
  lowestPx: Accessor<number>,
): Stage {
  const [size, setSize] = createSignal<Size>({ width: 0, height: 0 });
  const [pixelRatio, setPixelRatio] = createSignal(devicePixelRatio);
  const [transform, setTransform] = createSignal<ViewTransform>({ scale: 1, x: 0, y: 0 });
  let isUntouched = true;

  onMount(() => {
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element();
      setSize({ width, height });
      setPixelRatio(devicePixelRatio);
    });
    observer.observe(element());
    onCleanup(() => observer.disconnect());
  });

  const reset = () => {
    isUntouched = true;
    if (size().width) setTransform(fitFirst(page(), size(), lowestPx()));
  };
  createEffect(
    on([size, () => page().width, () => page().height, lowestPx], () => {
      if (isUntouched) reset();
    }),
  );
  return {
    size,
    pixelRatio,
    transform,
    reset,
    follow: (change) => {
      if (size().width) setTransform(change);
    },
    move: (change) => {
      isUntouched = false;
      setTransform((before) => keepInSight(change(before), page(), size()));
    },
  };
}
