import { Show } from 'solid-js';
import type { HeatmapPageQueryVariables } from '../generated/heatmaps.ts';
import { layersByElement, type ShapeWidth } from './shape-width.ts';

/** Said where presses in phones are drawn on the shape of a desktop: what to choose to see them where they were. */
export function MixedWidths(props: {
  readonly scope: HeatmapPageQueryVariables | undefined;
  readonly widths: readonly ShapeWidth[];
}) {
  const isMixed = () => {
    const { layer, device, shapeWidth } = props.scope ?? {};
    const isNarrowed = Boolean(device) || typeof shapeWidth === 'number';
    return layer && layersByElement.has(layer) && !isNarrowed && props.widths.length > 1;
  };
  return (
    <Show when={isMixed()}>
      <p class="quiet">
        Windows of all widths lie on one picture, phones among them. Choose a width to see each
        press on its element, or a device.
      </p>
    </Show>
  );
}
