import { A } from '@solidjs/router';
import { For, Show } from 'solid-js';
import type { ChartPoint } from '../chart/chart-data.ts';
import { Unfold } from '../parts/Unfold.tsx';

/** What the chart shows, as a table; each row leads where its point does. */
export function ChartTable(props: {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** The period before, point by point; null where nothing is compared. */
  readonly previous: readonly ChartPoint[] | null;
  readonly format: (value: number) => string;
  readonly formatTime: (at: number) => string;
  readonly linkTo: (at: string) => string;
}) {
  const text = (point: ChartPoint | undefined) =>
    point?.value === null || point?.value === undefined ? '–' : props.format(point.value);
  return (
    <Unfold summary="As a table">
      <section class="table-scroller" tabindex={0} aria-label={`${props.label} as a table`}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">{props.label}</th>
              <Show when={props.previous}>
                <th scope="col">Before</th>
              </Show>
            </tr>
          </thead>
          <tbody>
            <For each={props.points}>
              {(point, place) => (
                <tr>
                  <th scope="row">
                    <A href={props.linkTo(point.at)} noScroll>
                      {props.formatTime(Date.parse(point.at))}
                    </A>
                  </th>
                  <td>{text(point)}</td>
                  <Show when={props.previous}>
                    {(previous) => <td>{text(previous()[place()])}</td>}
                  </Show>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Unfold>
  );
}
