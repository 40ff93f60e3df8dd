import { createComputed, For, type JSX, Show } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { ExportMenu } from '../export/ExportMenu.tsx';
import type { Cell } from '../export/table-text.ts';
import type { LiveAnswer } from '../live/create-live-query.ts';
import { Problem } from './Problem.tsx';
import { TableSkeleton } from './TableSkeleton.tsx';
import './data-table.css';

export interface Column<Row> {
  readonly name: string;
  /** What an export says. */
  readonly value: (row: Row) => Cell;
  /** What the screen shows, where that is not simply the value. */
  readonly show?: (row: Row) => JSX.Element;
  /** Words stand at the left, numbers at the right. */
  readonly isText?: boolean;
}

/** A table with its name, its export, and what to say where there is nothing in it. The first column names the row. */
export function DataTable<Row>(props: {
  readonly title: string;
  /** The exported file's name. */
  readonly file: string;
  readonly answer: LiveAnswer<unknown>;
  /** undefined while they are on the way. */
  readonly rows: readonly Row[] | undefined;
  readonly columns: readonly Column<Row>[];
  readonly empty: JSX.Element;
  /**
   * Tells rows apart. With it a row that changes keeps its place in the document, and the focus that is in it; without, a
   * row that changes is another one.
   */
  readonly rowKey?: (row: Row) => string;
  /** What stands beside its name, such as a search in it. */
  readonly tools?: JSX.Element;
  /** All rows, where the screen shows only the first of them: what an export holds. */
  readonly findAll?: () => Promise<readonly Row[]>;
}) {
  const rowsToSave = async () => {
    const rows = (await props.findAll?.()) ?? props.rows ?? [];
    return rows.map((row) =>
      Object.fromEntries(props.columns.map(({ name, value }) => [name, value(row)])),
    );
  };
  return (
    <section class="data-table" aria-label={props.title}>
      <div class="view-head">
        <h2>{props.title}</h2>
        <div class="row">
          {props.tools}
          <ExportMenu name={props.file} findRows={rowsToSave} />
        </div>
      </div>
      <Show when={!props.rows && props.answer.error()}>
        {(error) => <Problem error={error()} retry={props.answer.refresh} />}
      </Show>
      <Show when={props.rows} fallback={<TableSkeleton rows={4} />}>
        {(rows) => (
          <Show when={rows().length} fallback={<p class="quiet">{props.empty}</p>}>
            <Rows
              title={props.title}
              rows={rows()}
              columns={props.columns}
              rowKey={props.rowKey}
              isOld={props.answer.isOld?.() ?? false}
            />
          </Show>
        )}
      </Show>
    </section>
  );
}

function Rows<Row>(props: {
  readonly title: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly rowKey: ((row: Row) => string) | undefined;
  readonly isOld: boolean;
}) {
  const rows = createKeptRows(props);
  return (
    <section class="table-scroller" tabindex={0} aria-label={`${props.title}: rows`}>
      <table class="table" aria-busy={props.isOld}>
        <thead>
          <tr>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" data-align={align(column)}>
                  {column.name}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>{(row) => <Cells row={row} columns={props.columns} />}</For>
        </tbody>
      </table>
    </section>
  );
}

function Cells<Row>(props: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  const cell = (column: Column<Row>) => column.show?.(props.row) ?? column.value(props.row);
  return (
    <tr>
      <For each={props.columns}>
        {(column, place) =>
          place() === 0 ? (
            <th scope="row">{cell(column)}</th>
          ) : (
            <td data-align={align(column)}>{cell(column)}</td>
          )
        }
      </For>
    </tr>
  );
}

function align<Row>(column: Column<Row>): 'start' | undefined {
  return column.isText ? 'start' : undefined;
}

/** The rows, each the same object as long as its key is there: what changes in it changes alone. */
function createKeptRows<Row>(props: {
  readonly rows: readonly Row[];
  readonly rowKey: ((row: Row) => string) | undefined;
}): () => readonly Row[] {
  const [kept, setKept] = createStore<{ rows: readonly { key: string; row: Row }[] }>({ rows: [] });
  createComputed(() => {
    const { rows, rowKey } = props;
    if (!rowKey) return;
    // A copy reads every value, so that any change is noticed, and is nobody else's to change.
    const copy = (row: Row): Row => JSON.parse(JSON.stringify(row));
    const keyed = rows.map((row) => ({ key: rowKey(row), row: copy(row) }));
    setKept('rows', reconcile(keyed, { key: 'key', merge: true }));
  });
  return () => (props.rowKey ? kept.rows.map(({ row }) => row) : props.rows);
}
