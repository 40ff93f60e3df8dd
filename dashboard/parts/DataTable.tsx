import { For, type JSX, Show } from 'solid-js';
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
}) {
  const rowsToSave = () =>
    (props.rows ?? []).map((row) =>
      Object.fromEntries(props.columns.map(({ name, value }) => [name, value(row)])),
    );
  return (
    <section class="data-table" aria-label={props.title}>
      <div class="view-head">
        <h2>{props.title}</h2>
        <ExportMenu name={props.file} findRows={rowsToSave} />
      </div>
      <Show when={!props.rows && props.answer.error()}>
        {(error) => <Problem error={error()} retry={props.answer.refresh} />}
      </Show>
      <Show when={props.rows} fallback={<TableSkeleton rows={4} />}>
        {(rows) => (
          <Show when={rows().length} fallback={<p class="quiet">{props.empty}</p>}>
            <Rows title={props.title} rows={rows()} columns={props.columns} />
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
}) {
  const align = (column: Column<Row>) => (column.isText ? 'start' : undefined);
  const cell = (column: Column<Row>, row: Row) => column.show?.(row) ?? column.value(row);
  return (
    <section class="table-scroller" tabindex={0} aria-label={`${props.title}: rows`}>
      <table class="table">
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
          <For each={props.rows}>
            {(row) => (
              <tr>
                <For each={props.columns}>
                  {(column, place) =>
                    place() === 0 ? (
                      <th scope="row">{cell(column, row)}</th>
                    ) : (
                      <td data-align={align(column)}>{cell(column, row)}</td>
                    )
                  }
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
