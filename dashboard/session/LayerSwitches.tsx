import { For } from 'solid-js';
import { formatCount } from '../numbers/format.ts';
import { type Layer, type LayerSet, layers, type Mark } from '../trail/mark.ts';
import { toggle } from './session-address.ts';

const labels: Readonly<Record<Layer, string>> = {
  trail: 'Trail',
  clicks: 'Clicks',
  rage: 'Rage clicks',
  dead: 'Dead clicks',
};

export function LayerSwitches(props: {
  readonly shown: LayerSet;
  readonly marks: readonly Mark[];
  readonly onChange: (shown: LayerSet) => void;
}) {
  const count = (layer: Layer) => {
    if (layer === 'trail') return '';
    const belongs = (mark: Mark) =>
      layer === 'rage' ? mark.isRage : layer === 'dead' ? mark.isDead : !mark.isRage;
    return ` ${formatCount(props.marks.filter(belongs).length)}`;
  };
  return (
    <fieldset class="row">
      <legend class="screen-reader-only">Layers</legend>
      <For each={layers}>
        {(layer) => (
          <label class="pill">
            <input
              type="checkbox"
              checked={props.shown.has(layer)}
              onChange={() => props.onChange(toggle(props.shown, layer))}
            />
            <i data-layer={layer} aria-hidden="true" />
            {labels[layer]}
            <span class="numeric">{count(layer)}</span>
          </label>
        )}
      </For>
    </fieldset>
  );
}
