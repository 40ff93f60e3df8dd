import { type Accessor, createMemo } from 'solid-js';
import { tellApart } from './tell-apart.ts';

/** An element's row in a table. */
interface ElementRow {
  readonly element: {
    readonly label: string;
    readonly path: string;
    readonly elementClass: string | null;
  };
  /** Where the table tells no page of each row, they are all on one. */
  readonly page?: string;
}

export interface Hints<Row> {
  /** What stands beside a row's label; null where that says enough. */
  readonly of: (row: Row) => string | null;
  /** Both, for a file. */
  readonly label: (row: Row) => string;
}

/** What tells the elements of a table apart. */
export function createHints<Row extends ElementRow>(
  rows: Accessor<readonly Row[] | undefined>,
): Hints<Row> {
  const keyOf = ({ page = '', element: { label, path, elementClass } }: Row) =>
    JSON.stringify([page, label, path, elementClass]);
  const hints = createMemo(() => {
    const listed = rows() ?? [];
    const told = tellApart(listed.map(({ page = '', element }) => ({ page, ...element })));
    return new Map(listed.map((row, i) => [keyOf(row), told[i] ?? null]));
  });
  const of = (row: Row) => hints().get(keyOf(row)) ?? null;
  return {
    of,
    label: (row) => {
      const hint = of(row);
      return hint === null ? row.element.label : `${row.element.label} (${hint})`;
    },
  };
}
