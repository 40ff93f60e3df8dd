const STEP = 1.25;

export function ZoomButtons(props: {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}) {
  return (
    <fieldset class="trail-zoom" aria-label="Zoom">
      <button
        type="button"
        class="button"
        aria-label="Zoom out"
        onClick={() => props.onZoom(1 / STEP)}
      >
        −
      </button>
      <button type="button" class="button" onClick={() => props.onFit()}>
        Fit
      </button>
      <button type="button" class="button" aria-label="Zoom in" onClick={() => props.onZoom(STEP)}>
        +
      </button>
    </fieldset>
  );
}
