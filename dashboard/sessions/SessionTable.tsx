import { createWindowVirtualizer } from '@tanstack/solid-virtual';
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount } from 'solid-js';
import { createNow } from '../time/now.ts';
import type { SessionList } from './create-session-list.ts';
import { SessionRow } from './SessionRow.tsx';
import { createAnchor } from './scroll-anchor.ts';

/** Heights in px; `sessions.css` gives rows the same. */
const WIDE_ROW = 60;
const NARROW_ROW = 92;
const SPARE_ROWS = 8;
const narrow = matchMedia('(width < 60rem)');

const columns = ['Visitor', 'Page', 'Started', 'Duration', 'Pages', 'Clicks', 'Signals', 'Device'];

/** The list itself. Only the rows near the screen are in the document, however many there are. */
export function SessionTable(props: {
  readonly list: SessionList;
  readonly link: (id: string) => string;
}) {
  const now = createNow();
  const [isNarrow, setNarrow] = createSignal(narrow.matches);
  const onWidth = () => setNarrow(narrow.matches);
  narrow.addEventListener('change', onWidth);
  onCleanup(() => narrow.removeEventListener('change', onWidth));
  const rowHeight = () => (isNarrow() ? NARROW_ROW : WIDE_ROW);

  const [top, setTop] = createSignal(0);
  let body!: HTMLTableSectionElement;
  onMount(() => setTop(body.getBoundingClientRect().top + window.scrollY));

  const virtualizer = createWindowVirtualizer({
    get count() {
      return props.list.rows().length;
    },
    estimateSize: () => rowHeight(),
    get scrollMargin() {
      return top();
    },
    overscan: 8,
    getItemKey: (index) => props.list.rows()[index]?.id ?? index,
  });
  const first = () => virtualizer.getVirtualItems()[0]?.index ?? 0;
  // Rows go by session, not by place, and some to spare stay below: when others come in above, the one that has the
  // focus is not taken out of the document and keeps it.
  const shown = createMemo(() => {
    const last = virtualizer.getVirtualItems().at(-1)?.index ?? -1;
    return props.list.rows().slice(first(), last + 1 + SPARE_ROWS);
  });
  createEffect(on(rowHeight, () => virtualizer.measure(), { defer: true }));
  createAnchor(props.list.rows, () => ({ topPx: top(), rowPx: rowHeight() }));
  createEffect(() => {
    const lastShown = virtualizer.getVirtualItems().at(-1)?.index ?? 0;
    if (lastShown > props.list.rows().length - 20) void props.list.loadMore();
  });

  return (
    <table
      class="session-table"
      aria-label="Sessions, newest first"
      aria-rowcount={(props.list.totalCount() ?? props.list.rows().length) + 1}
      aria-busy={props.list.loading()}
    >
      <thead>
        <tr class="session-head" aria-rowindex={1}>
          <For each={columns}>{(column) => <th scope="col">{column}</th>}</For>
        </tr>
      </thead>
      <tbody
        class="session-body"
        ref={body}
        style={{ height: `${virtualizer.getTotalSize()}px` }}
        onKeyDown={moveBetweenRows}
      >
        <For each={shown()}>
          {(row, place) => (
            <SessionRow
              row={row}
              index={first() + place()}
              offsetPx={(first() + place()) * rowHeight()}
              now={now()}
              link={props.link(row.sessionId)}
            />
          )}
        </For>
      </tbody>
    </table>
  );
}

/** Up and down go from row to row, besides Tab. */
function moveBetweenRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const current = document.activeElement?.closest<HTMLElement>('[aria-rowindex]');
  if (!step || !current) return;
  const next = Number(current.getAttribute('aria-rowindex')) + step;
  const link = event.currentTarget.querySelector<HTMLElement>(`[aria-rowindex="${next}"] a`);
  if (!link) return;
  event.preventDefault();
  link.focus();
}
