import { Show } from 'solid-js';
import { formatMoment } from '../time/format.ts';
import type { Spot } from './spot.ts';

/** Says below the canvas what is marked on it, and leads back. */
export function SpotLine(props: { readonly spot: Spot | null }) {
  return (
    <output class="spot-line">
      <Show when={props.spot}>
        {(spot) => (
          <>
            <span class="numeric">{formatMoment(spot().tMs)}</span> {spot().label}{' '}
            <a href="#insights" target="_self">
              Back to the insights
            </a>
          </>
        )}
      </Show>
    </output>
  );
}
