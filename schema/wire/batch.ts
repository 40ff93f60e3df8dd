import type { WireEvent } from './events.ts';

/** What a page view is, told once: with its first batch. */
export interface PageInfo {
  /** The browser's clock at the view's start, ms since 1970. */
  readonly startedAt: number;
  /** The browser's clock when this batch was sent, ms since 1970: with the time of arrival it dates the view. */
  readonly sentAt: number;
  /** A `ViewKind`. */
  readonly kind: number;
  readonly viewportWidth: number;
  readonly viewportHeight: number;
  readonly documentWidth: number;
  readonly documentHeight: number;
  /** 1 where the device has a touch screen as its main pointer. */
  readonly touch: number;
  /** 1 where the browser says it is driven by a program (WebDriver, headless). */
  readonly automated: number;
  /** Masked, and without the query parameters that the site did not ask for. */
  readonly url: string;
  readonly referrer: string;
  /** Empty unless the site called `identify`. */
  readonly user: string;
}

/** An element that events point at; known in its view by `index`. */
export interface ElementInfo {
  readonly index: number;
  /** Tag name in lower case. */
  readonly tag: string;
  readonly id: string;
  readonly class: string;
  /** The accessible role, given or implied by the tag. */
  readonly role: string;
  /** A short CSS path. */
  readonly path: string;
  /** `data-trail-name`, the site's own name for it. */
  readonly name: string;
}

/** Positions of the pointer as columns: ms from the view's start, page px. */
export interface Moves {
  readonly t: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/**
 * Two seconds of one page view, in the plain form: what `decodeBatch` gives, and what clients without the
 * codec post as JSON. `session`, `view` and `seq` identify it for ever.
 */
export interface Batch {
  readonly v: 1;
  readonly site: string;
  /** 16 characters of base64url. */
  readonly session: string;
  /** 16 characters of base64url. */
  readonly visitor: string;
  /** 8 characters of base64url, unique within the session. */
  readonly view: string;
  /** Counts the view's batches from 0. */
  readonly seq: number;
  /** The last activity of any kind, recorded or not, in ms from the view's start. */
  readonly activeMs: number;
  /** Present in the first batch of a view. */
  readonly page?: PageInfo | undefined;
  /** Elements first pointed at in this batch. */
  readonly elements: readonly ElementInfo[];
  readonly moves: Moves;
  readonly events: readonly WireEvent[];
  /** What the tracker had to drop before this batch, for want of room. */
  readonly lost: { readonly moves: number; readonly events: number };
}

/** The order of the page block's fields on the wire, after `sentAt`. */
export const pageNumbers = [
  'startedAt',
  'kind',
  'viewportWidth',
  'viewportHeight',
  'documentWidth',
  'documentHeight',
  'touch',
  'automated',
] as const satisfies readonly (keyof PageInfo)[];
export const pageStrings = [
  'url',
  'referrer',
  'user',
] as const satisfies readonly (keyof PageInfo)[];
export const elementStrings = [
  'tag',
  'id',
  'class',
  'role',
  'path',
  'name',
] as const satisfies readonly (keyof ElementInfo)[];
