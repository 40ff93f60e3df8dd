import { createMutation } from '@urql/solid';
import { Show } from 'solid-js';
import { MarkNotAProblemDocument } from '../generated/frustration.ts';
import type { Column } from '../parts/DataTable.tsx';

interface Markable {
  readonly key: string;
  readonly markedAt: string | null;
}

/** Rows without those that somebody marked as not a problem, unless they are asked for. */
export function shownRows<Row extends Markable>(
  rows: readonly Row[] | undefined,
  showMarked: boolean,
): readonly Row[] | undefined {
  return showMarked ? rows : rows?.filter(({ markedAt }) => markedAt === null);
}

/** The last column: whether a row is a problem, to decide otherwise. */
export function markColumn<Row extends Markable>(
  site: string | null | undefined,
  onMarked: () => void,
): Column<Row> {
  return {
    name: 'Verdict',
    value: ({ markedAt }) => (markedAt ? 'not a problem' : ''),
    show: (row) => <MarkButton row={row} site={site ?? null} onMarked={onMarked} />,
  };
}

function MarkButton(props: {
  readonly row: Markable;
  readonly site: string | null;
  readonly onMarked: () => void;
}) {
  const [result, mark] = createMutation(MarkNotAProblemDocument);
  const isMarked = () => props.row.markedAt !== null;
  const change = async () => {
    const { data } = await mark({ site: props.site, key: props.row.key, marked: !isMarked() });
    if (data) props.onMarked();
  };
  return (
    <>
      <button
        type="button"
        class="button"
        data-size="s"
        disabled={result.fetching}
        onClick={() => void change()}
      >
        {isMarked() ? 'It is a problem' : 'Not a problem'}
      </button>
      <Show when={result.error}>
        <span role="alert" class="quiet">
          {' '}
          That was not kept. Only an owner may decide it.
        </span>
      </Show>
    </>
  );
}
