import { createMutation } from '@urql/solid';
import { type Accessor, createSignal, type JSX, Show } from 'solid-js';
import { MarkNotAProblemDocument } from '../generated/frustration.ts';
import type { Column } from '../parts/DataTable.tsx';
import { useSite } from '../site/site-context.ts';

interface Markable {
  readonly key: string;
  readonly markedAt: string | null;
  readonly element: { readonly label: string };
}

interface Marks {
  /** Rows without those that somebody marked as not a problem, unless they are asked for. */
  readonly shownRows: <Row extends Markable>(
    rows: readonly Row[] | undefined,
    showMarked: boolean,
  ) => readonly Row[] | undefined;
  /**
   * The last column: whether a row is a problem, for an owner to decide otherwise. A reader is only told, and only where rows
   * of both kinds are listed.
   */
  readonly columns: (showMarked: boolean) => readonly Column<Markable>[];
  /** What was just decided, and its undoing: a row that is marked leaves the list. */
  readonly Said: () => JSX.Element;
}

const verdict: Column<Markable> = {
  name: 'Verdict',
  value: ({ markedAt }) => (markedAt ? 'not a problem' : ''),
};

/** Deciding that something is not a problem, and taking that back. */
export function createMarks(site: Accessor<string | null>, onMarked: () => void): Marks {
  const { mayManage } = useSite();
  const [result, mark] = createMutation(MarkNotAProblemDocument);
  const [last, setLast] = createSignal<{ row: Markable; marked: boolean }>();
  const change = async (row: Markable, marked: boolean) => {
    const { key, markedAt, element } = row;
    const { data } = await mark({ site: site(), key, marked });
    if (!data) return;
    setLast({ row: { key, markedAt, element: { label: element.label } }, marked });
    onMarked();
  };
  const Decide = (props: { readonly row: Markable }) => (
    <button
      type="button"
      class="button"
      data-size="s"
      disabled={result.fetching}
      onClick={() => void change(props.row, props.row.markedAt === null)}
    >
      {props.row.markedAt === null ? 'Not a problem' : 'It is a problem'}
    </button>
  );
  return {
    shownRows: (rows, showMarked) =>
      showMarked ? rows : rows?.filter(({ markedAt }) => markedAt === null),
    columns: (showMarked) => {
      if (mayManage()) return [{ ...verdict, show: (row) => <Decide row={row} /> }];
      return mayManage() === false && showMarked ? [verdict] : [];
    },
    Said: () => (
      <>
        <output class="row marks-said">
          <Show when={last()} keyed>
            {({ row, marked }) => (
              <>
                {row.element.label}{' '}
                {marked ? 'counts as no problem.' : 'counts as a problem again.'}
                <button
                  type="button"
                  class="button"
                  data-size="s"
                  data-kind="plain"
                  onClick={() => void change(row, !marked)}
                >
                  Undo
                </button>
              </>
            )}
          </Show>
        </output>
        <Show when={result.error}>
          <p role="alert">That was not kept. Only an owner may decide it.</p>
        </Show>
      </>
    ),
  };
}
