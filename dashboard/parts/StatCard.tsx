import { type JSX, Show } from 'solid-js';

/** A number with its name, and at most a line below it. */
export function StatCard(props: {
  readonly label: string;
  readonly value: string | undefined;
  readonly children?: JSX.Element;
}) {
  return (
    <div class="card">
      <h2 class="card-label">{props.label}</h2>
      <p class="card-value">
        <Show when={props.value} fallback={<span class="skeleton" style={{ width: '4ch' }} />}>
          {props.value}
        </Show>
      </p>
      <div class="quiet">{props.children}</div>
    </div>
  );
}
