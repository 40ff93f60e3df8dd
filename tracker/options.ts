import type { TrackerOptions } from './public-types.ts';

/** Attributes of the script tag (`data-sample-rate="0.5"`, `data-params="page,sort"`) as options. */
export function readDataset(data: DOMStringMap, apiUrl: string): TrackerOptions {
  const options: Record<string, unknown> = { apiUrl };
  for (const name in data) {
    const text = data[name] as string;
    try {
      options[name] = JSON.parse(text);
    } catch {
      // A word, or nothing at all: `data-cookieless`.
      options[name] = text || true;
    }
  }
  return options as unknown as TrackerOptions;
}
