/**
 * Loads the chart. uPlot asks Intl for `navigator.language` as it loads, and a browser that runs in a POSIX locale has a
 * name there (`en-US@posix`) that Intl refuses: such a browser counts as English.
 */
export async function loadChart() {
  try {
    Intl.getCanonicalLocales(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en', configurable: true });
  }
  return { default: (await import('./TimeChart.tsx')).TimeChart };
}
