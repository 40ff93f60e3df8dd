/**
 * What every analyzer is told: one or several sessions, condensed. Plain JSON of bounded size in which nothing is personal: no
 * id of a visitor, user or session, no date, no country, no typed text. Every `refs` names events by short names (`e1`), which
 * `Evidence` can be asked for; texts of the page are masked and cut.
 */
export interface Facts {
  /** One session, or one page over many sessions. */
  readonly scope: 'session' | 'page';
  readonly sessions: number;
  /** Sessions by device. */
  readonly devices: Readonly<Record<string, number>>;
  /** Of the newest session, CSS px: `1280 x 800`. */
  readonly viewport: string;
  /** From start to end, and seen and not idle: added up over the sessions. */
  readonly seconds: number;
  readonly activeSeconds: number;
  readonly movement: MovementFacts;
  readonly totals: TotalFacts;
  readonly pages: readonly PageFact[];
  /** Each session's way through the pages, a repeated stretch written once: `p1 p2 (p3 p2)x4`. */
  readonly paths: readonly string[];
  readonly loops: readonly LoopFact[];
  readonly quickBacks: readonly QuickBackFact[];
  readonly clicks: readonly ClickGroup[];
  readonly hovers: readonly HoverGroup[];
  readonly covers: readonly CoverFact[];
  readonly errors: readonly ErrorGroup[];
  readonly incidents: readonly IncidentFact[];
  /** What was added up because there was too much of it: how many groups, and what is in them. */
  readonly leftOut: LeftOut;
}

/** Of all pointer movement. */
export interface MovementFacts {
  readonly samples: number;
  readonly distancePx: number;
  readonly averageSpeedPxPerSecond: number;
  /** Pauses of more than 500 ms within the movement. */
  readonly hesitations: number;
  /** 0 to 1, straight line by way; null where nothing moved. */
  readonly straightness: number | null;
  /** By vote of its segments; null where there is too little, or over several sessions. */
  readonly pattern: string | null;
}

export interface TotalFacts {
  readonly pageViews: number;
  readonly clicks: number;
  readonly rageClicks: number;
  readonly rageBursts: number;
  readonly deadClicks: number;
  readonly slowClicks: number;
  readonly scrollReversals: number;
  readonly excessiveScrolls: number;
  readonly thrashes: number;
  readonly quickBacks: number;
  readonly errors: number;
  readonly keyPresses: number;
}

export interface PageFact {
  /** `p1`: what other facts call it. */
  readonly page: string;
  readonly path: string;
  readonly visits: number;
  readonly sessions: number;
  readonly activeSeconds: number;
  readonly documentHeightPx: number;
  readonly viewportHeightPx: number;
  /** Lowest edge seen by any visit, % of the document. */
  readonly deepestScrollPercent: number;
  /** Visits that saw at least 25, 50, 75 and 95 % of the document. */
  readonly visitsReaching: readonly [number, number, number, number];
  readonly clicks: number;
  readonly hesitations: number;
  /** Its views. */
  readonly refs: readonly string[];
  /** The scroll events that went deepest. */
  readonly deepestRefs: readonly string[];
}

/** Pages visited again and again in the same order. */
export interface LoopFact {
  readonly pages: readonly string[];
  readonly rounds: number;
  readonly sessions: number;
  readonly refs: readonly string[];
}

/** A page that was left again within 5 s, back to where it was opened from. */
export interface QuickBackFact {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  readonly sessions: number;
  readonly shortestSeconds: number;
  readonly refs: readonly string[];
}

export interface ElementFact {
  readonly label: string;
  readonly tag: string;
  readonly role: string;
  readonly class: string;
  readonly path: string;
}

/** All clicks on one element of a page. */
export interface ClickGroup {
  readonly element: ElementFact;
  readonly page: string;
  readonly sessions: number;
  readonly clicks: number;
  readonly dead: number;
  readonly rage: number;
  readonly slow: number;
  /** Most clicks in one rage burst. */
  readonly longestBurst: number;
  /** The slowest answer, ms; null where none was slow. */
  readonly slowestMs: number | null;
  readonly looksInteractive: boolean;
  /** Why the first bad one is dead, slow or rage. */
  readonly reason: string | null;
  readonly refs: readonly string[];
  readonly deadRefs: readonly string[];
  readonly rageRefs: readonly string[];
  readonly slowRefs: readonly string[];
}

/** All hovers over one element of a page. */
export interface HoverGroup {
  readonly element: ElementFact;
  readonly page: string;
  readonly sessions: number;
  readonly hovers: number;
  readonly totalMs: number;
  readonly longestMs: number;
  /** Clicks on that element, before or after. */
  readonly clicks: number;
  readonly refs: readonly string[];
}

/** Presses in the place of one control that hit something else: it lay over the control. */
export interface CoverFact {
  readonly cover: ElementFact;
  readonly under: ElementFact;
  readonly page: string;
  readonly presses: number;
  readonly sessions: number;
  readonly refs: readonly string[];
  /** Clicks that did reach the control. */
  readonly underRefs: readonly string[];
}

export interface ErrorGroup {
  readonly message: string;
  readonly source: string;
  readonly line: number;
  readonly page: string;
  readonly count: number;
  readonly sessions: number;
  /** The element pressed before it; null for none. */
  readonly after: ElementFact | null;
  readonly refs: readonly string[];
  /** The presses before it. */
  readonly clickRefs: readonly string[];
}

export interface IncidentFact {
  readonly kind: 'excessiveScroll' | 'thrash';
  readonly page: string;
  readonly count: number;
  readonly sessions: number;
  readonly reversals: number;
  readonly seconds: number;
  readonly refs: readonly string[];
}

export interface LeftOut {
  readonly pages: number;
  readonly clickGroups: number;
  readonly clicks: number;
  readonly hoverGroups: number;
  readonly others: number;
}

/** How much of each there is at most. */
export const mostFacts = {
  pages: 24,
  clicks: 24,
  hovers: 16,
  covers: 6,
  errors: 8,
  incidents: 8,
  loops: 6,
  quickBacks: 8,
  paths: 12,
  refs: 6,
} as const;
