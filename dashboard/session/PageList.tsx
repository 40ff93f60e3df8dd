import { For } from 'solid-js';
import { formatQuantity } from '../numbers/format.ts';
import { pagePath } from '../person/describe.ts';
import { formatDuration } from '../time/format.ts';
import type { VisitedPage } from './session-pages.ts';

/** The pages visited, in order; the canvas shows one at a time. */
export function PageList(props: {
  readonly pages: readonly VisitedPage[];
  readonly shown: string | undefined;
  readonly onChoose: (page: VisitedPage) => void;
}) {
  return (
    <div class="page-list">
      <h2>Pages</h2>
      <ol tabindex={-1}>
        <For each={props.pages}>
          {(page) => (
            <li>
              <button
                type="button"
                aria-current={page.viewId === props.shown ? 'true' : undefined}
                onClick={() => props.onChoose(page)}
              >
                <span class="page-path" title={page.url}>
                  {pagePath(page.url)}
                </span>
                <span class="quiet numeric">
                  {formatDuration(page.visit.durationMs)}
                  {page.visit.clicks ? `, ${formatQuantity(page.visit.clicks, 'click')}` : ''}
                </span>
              </button>
            </li>
          )}
        </For>
      </ol>
    </div>
  );
}
