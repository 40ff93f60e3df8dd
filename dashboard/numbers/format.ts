const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** `12,345`. */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** `4.2 %`, `12 %`, never broken between lines; an en dash where there is nothing to take a share of. */
export function formatPercent(value: number | null | undefined): string {
  return value === null || value === undefined ? '–' : `${oneDigit.format(value)}\u00a0%`;
}

/** A distance in px, in thousands from 10,000 on: `840 px`, `48.2 k px`. */
export function formatPx(value: number): string {
  return value < 10_000
    ? `${whole.format(value)}\u00a0px`
    : `${oneDigit.format(value / 1_000)}\u00a0k\u00a0px`;
}

/** `3 pages`, `1 page`. */
export function formatQuantity(count: number, one: string, many = `${one}s`): string {
  return `${whole.format(count)} ${count === 1 ? one : many}`;
}
