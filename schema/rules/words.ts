const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A whole number as it stands in a reason: `5,000`. */
export function formatWhole(value: number): string {
  return whole.format(value);
}
