import { For } from 'solid-js';
import { ExportMenu } from '../export/ExportMenu.tsx';
import { formatCount, formatPx } from '../numbers/format.ts';
import { pagePath } from '../person/describe.ts';
import { formatDuration } from '../time/format.ts';
import type { Mark } from '../trail/mark.ts';
import { distancePx, emptyTrail, type SessionTrail } from '../trail/view-trail.ts';
import type { VisitedPage } from './session-pages.ts';

const columns = [
  'Page',
  'Time',
  'Samples',
  'Distance',
  'Clicks',
  'Rage',
  'Dead',
  'Deepest scroll',
] as const;

/** What the canvas shows, as a table. */
export function TrailTable(props: {
  readonly pages: readonly VisitedPage[];
  readonly trail: SessionTrail;
  readonly marks: readonly Mark[];
}) {
  const rows = () => props.pages.map((page) => measure(page, props.trail, props.marks));
  return (
    <details class="trail-table">
      <summary>The trail as a table</summary>
      <ExportMenu name="trail" findRows={rows} />
      <section class="table-scroller" tabindex={0} aria-label="The trail as a table">
        <table class="table">
          <thead>
            <tr>
              <For each={columns}>{(column) => <th scope="col">{column}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr>
                  <th scope="row">{row.page}</th>
                  <td>{formatDuration(row.durationMs)}</td>
                  <td>{formatCount(row.samples)}</td>
                  <td>{formatPx(row.distancePx)}</td>
                  <td>{formatCount(row.clicks)}</td>
                  <td>{formatCount(row.rageClicks)}</td>
                  <td>{formatCount(row.deadClicks)}</td>
                  <td>{Math.round(row.deepestScrollPercent)} %</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </details>
  );
}

/** One page view's numbers, named as in the API. */
function measure(
  { viewId, url, visit }: VisitedPage,
  trails: SessionTrail,
  marks: readonly Mark[],
) {
  const trail = trails.get(viewId) ?? emptyTrail;
  const here = marks.filter((mark) => mark.viewId === viewId);
  return {
    page: pagePath(url),
    durationMs: visit.durationMs,
    samples: trail.length,
    distancePx: distancePx(trail),
    clicks: here.length,
    rageClicks: here.filter(({ isRage }) => isRage).length,
    deadClicks: here.filter(({ isDead }) => isDead).length,
    deepestScrollPercent: visit.deepestScrollPercent,
  };
}
