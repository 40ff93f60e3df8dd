import { createComputed, createEffect, createSignal, For, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { createNow } from '../time/now.ts';
import type { SessionList } from './create-session-list.ts';
import { createRowWindow, pxAbove } from './row-window.ts';
import { SessionRow } from './SessionRow.tsx';
import { createAnchor } from './scroll-anchor.ts';
import type { Row } from './session-rows.ts';

/** Heights in px; `sessions.css` gives rows the same. */
const WIDE_ROW = 60;
const NARROW_ROW = 92;
const SPARE_ROWS = 8;
/** The next page is asked for this many rows before the end. */
const EARLY_ROWS = 20;
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

  let body!: HTMLTableSectionElement;
  const inSight = createRowWindow(() => body, rowHeight, props.list.rows);
  createAnchor(props.list.rows, () => ({ abovePx: pxAbove(body), rowPx: rowHeight() }));
  createEffect(() => {
    if (inSight().end + EARLY_ROWS > props.list.rows().length) void props.list.loadMore();
  });
  const first = () => Math.max(0, inSight().first - SPARE_ROWS);
  const shown = createKeptRows(() =>
    // Some to spare below as well: when others come in above, the one that has the focus is not taken out of the document.
    props.list.rows().slice(first(), inSight().end + 2 * SPARE_ROWS),
  );

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
        style={{ height: `${props.list.rows().length * rowHeight()}px` }}
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

/** The rows in the document, each the same object as long as it is there: a row that changes keeps its place and its focus. */
function createKeptRows(rows: () => readonly Row[]): () => readonly Row[] {
  const [kept, setKept] = createStore<{ rows: readonly Row[] }>({ rows: [] });
  createComputed(() => {
    // Copies: what changes in them is not the list's.
    const copies = rows().map((row) => ({ ...row }));
    setKept('rows', reconcile(copies, { key: 'id' }));
  });
  return () => kept.rows;
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
