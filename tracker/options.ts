/** What a site chooses. Everything has a default; `apiUrl` only in the script tag (the script's own origin). */
export interface TrackerOptions {
  /** Where the collector is: `https://collect.example.com`. */
  readonly apiUrl: string;
  /** The site's id; may be left out where there is only one. */
  readonly site?: string | undefined;
  readonly trackMouseMove?: boolean | undefined;
  readonly trackMouseClick?: boolean | undefined;
  readonly trackScroll?: boolean | undefined;
  readonly trackHover?: boolean | undefined;
  readonly trackKeyboard?: boolean | undefined;
  readonly trackErrors?: boolean | undefined;
  /** Share of the samples of movement that is kept, 0..1. */
  readonly sampleRate?: number | undefined;
  /** Share of the sessions that is recorded, 0..1. */
  readonly sessionRate?: number | undefined;
  /** Time between two samples of movement, ms; 0 keeps every one. Default 50. */
  readonly sampleMs?: number | undefined;
  /** `adaptive` keeps the samples that a line between others would miss by 3 px. Loads `t-extra.js`. */
  readonly sampling?: 'interval' | 'adaptive' | undefined;
  /** `websocket` streams batches, and posts them where it cannot. Loads `t-extra.js`. */
  readonly transport?: 'http' | 'websocket' | undefined;
  /** Stores nothing in the browser: each page load is a session and a visitor of its own. */
  readonly cookieless?: boolean | undefined;
  /** Query parameters to keep in addresses; all others are dropped. */
  readonly params?: readonly string[] | undefined;
  /** Announces each recorded event on the page as a `trailgraph:recorded` DOM event. */
  readonly debug?: boolean | undefined;
}

/** Attributes of the script tag (`data-sample-rate="0.5"`) as options. */
export function readDataset(data: DOMStringMap, apiUrl: string): TrackerOptions {
  const options: Record<string, unknown> = { apiUrl };
  for (const name in data) {
    const text = data[name] ?? '';
    options[name] = readValue(name, text);
  }
  return options as unknown as TrackerOptions;
}

function readValue(name: string, text: string): unknown {
  if (name === 'params') return text.split(/[\s,]+/);
  if (name === 'site' || name === 'apiUrl') return text;
  if (text === '' || text === 'true') return true;
  if (text === 'false') return false;
  return Number.isNaN(+text) ? text : +text;
}
