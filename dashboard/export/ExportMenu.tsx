import { createSignal } from 'solid-js';
import { download } from './download.ts';
import { type TableRow, toCsv, toJson } from './table-text.ts';

/** A table as a file. `findRows` may take its time: it is asked only when someone wants the file. */
export function ExportMenu(props: {
  /** The file's name, without ending. */
  readonly name: string;
  readonly findRows: () => readonly TableRow[] | Promise<readonly TableRow[]>;
}) {
  const [said, setSaid] = createSignal('');
  const [busy, setBusy] = createSignal(false);
  const save = async (format: 'csv' | 'json') => {
    setBusy(true);
    setSaid('');
    try {
      const rows = await props.findRows();
      const text = format === 'csv' ? toCsv(rows) : toJson(rows);
      const type = format === 'csv' ? 'text/csv' : 'application/json';
      download(`${props.name}.${format}`, new Blob([text], { type }));
    } catch {
      setSaid('The API did not answer. Try again.');
    }
    setBusy(false);
  };
  return (
    <fieldset class="row" aria-label={`Export ${props.name}`}>
      <button
        type="button"
        class="button"
        data-size="s"
        disabled={busy()}
        onClick={() => void save('csv')}
      >
        CSV
      </button>
      <button
        type="button"
        class="button"
        data-size="s"
        disabled={busy()}
        onClick={() => void save('json')}
      >
        JSON
      </button>
      <output>{said()}</output>
    </fieldset>
  );
}
