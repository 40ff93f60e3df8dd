/** What a site chooses. Everything has a default; `apiUrl` only in the script tag (the script's own origin). */
export interface TrackerOptions {
  /** Where the collector is: `https://collect.example.com`. */
  readonly apiUrl: string;
  /** The site's id; may be left out where there is only one. */
  readonly site?: string | undefined;
  readonly trackMouseMove?: boolean | undefined;
  readonly trackMouseClick?: boolean | undefined;
  readonly trackScroll?: boolean | undefined;
  /** Share of the samples of movement that is kept, 0..1. */
  readonly sampleRate?: number | undefined;
  /** Share of the sessions that is recorded, 0..1. */
  readonly sessionRate?: number | undefined;
  /**
   * Share of the recorded sessions whose pages' shapes are told, as boxes without text or pictures, 0..1. Default 0.1. Loads
   * `t-extra.js` in those sessions.
   */
  readonly wireframeRate?: number | undefined;
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

/** Values that a custom event may carry. */
export type Properties = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** The tracker, as a site uses it. Nothing of it throws; on a server it does nothing. */
export interface Tracker {
  /** Starts recording, unless the browser asks not to be recorded (DNT, GPC) or the visitor opted out. */
  readonly init: () => void;
  /** Tells who the visitor is: a name or id of the site's own, at most 200 characters; an empty one is unknown again. */
  readonly identify: (user: string) => void;
  /** Records an event of the site's own, with a flat object of small plain values. Texts in it are masked. */
  readonly track: (name: string, properties?: Properties) => void;
  /** Stops recording in this browser, for good; forgets ids and what is not yet sent. */
  readonly optOut: () => void;
  /** Takes an `optOut` back. What the browser itself asks for (DNT, GPC) still holds. */
  readonly optIn: () => void;
}
