import { For } from 'solid-js';
import { formatCount, formatPx } from '../numbers/format.ts';
import { pagePath } from '../person/describe.ts';
import { formatDuration } from '../time/format.ts';
import type { Mark } from '../trail/mark.ts';
import { distancePx, emptyTrail, type SessionTrail } from '../trail/view-trail.ts';
import type { VisitedPage } from './session-pages.ts';

/** What the canvas shows, as a table. */
export function TrailTable(props: {
  readonly pages: readonly VisitedPage[];
  readonly trail: SessionTrail;
  readonly marks: readonly Mark[];
}) {
  const clicks = (page: VisitedPage, isCounted: (mark: Mark) => boolean) =>
    formatCount(
      props.marks.filter((mark) => mark.viewId === page.viewId && isCounted(mark)).length,
    );
  return (
    <details class="trail-table">
      <summary>The trail as a table</summary>
      <section class="table-scroller" tabindex={0} aria-label="The trail as a table">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">Page</th>
              <th scope="col">Time</th>
              <th scope="col">Samples</th>
              <th scope="col">Distance</th>
              <th scope="col">Clicks</th>
              <th scope="col">Rage</th>
              <th scope="col">Dead</th>
              <th scope="col">Deepest scroll</th>
            </tr>
          </thead>
          <tbody>
            <For each={props.pages}>
              {(page) => {
                const trail = () => props.trail.get(page.viewId) ?? emptyTrail;
                return (
                  <tr>
                    <th scope="row">{pagePath(page.url)}</th>
                    <td>{formatDuration(page.visit.durationMs)}</td>
                    <td>{formatCount(trail().length)}</td>
                    <td>{formatPx(distancePx(trail()))}</td>
                    <td>{clicks(page, () => true)}</td>
                    <td>{clicks(page, (mark) => mark.isRage)}</td>
                    <td>{clicks(page, (mark) => mark.isDead)}</td>
                    <td>{Math.round(page.visit.deepestScrollPercent)} %</td>
                  </tr>
                );
              }}
            </For>
          </tbody>
        </table>
      </section>
    </details>
  );
}
