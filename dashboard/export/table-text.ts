export type Cell = string | number | boolean | null | undefined;
export type TableRow = Readonly<Record<string, Cell>>;

/**
 * Rows as CSV (RFC 4180), the first row's keys as heading. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it: page addresses come from strangers.
 */
export function toCsv(rows: readonly TableRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => columns.map((column) => csvCell(row[column])).join(','));
  return `${[columns.map(csvCell).join(','), ...lines].join('\r\n')}\r\n`;
}

function csvCell(value: Cell): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export function toJson(rows: readonly TableRow[]): string {
  return `${JSON.stringify(rows, null, 2)}\n`;
}
