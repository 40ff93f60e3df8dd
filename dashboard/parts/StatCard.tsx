import { type JSX, Show } from 'solid-js';

/** A number with its name, how it changed beside it, and at most a line below it. */
export function StatCard(props: {
  readonly label: string;
  readonly value: string | undefined;
  /** Against the days before; null where nothing is compared. */
  readonly change?: string | null;
  readonly children?: JSX.Element;
}) {
  return (
    <div class="card">
      <h2 class="card-label">{props.label}</h2>
      <div class="card-number">
        <p class="card-value">
          <Show when={props.value} fallback={<span class="skeleton" style={{ width: '4ch' }} />}>
            {props.value}
          </Show>
        </p>
        <Show when={props.change}>
          <p class="quiet numeric">{props.change}</p>
        </Show>
      </div>
      <div class="quiet">{props.children}</div>
    </div>
  );
}
