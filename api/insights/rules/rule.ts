import { formatWhole } from '../../../schema/rules/words.ts';
import type { Facts } from '../facts/facts.ts';
import type { Severity } from '../insight.ts';

/** What a rule found. */
export interface Sign {
  /** 0 to 100: how much it keeps people from what they came for. From `problemWeight` on it is a problem. */
  readonly weight: number;
  readonly title: string;
  readonly detail: string;
  /** Names from the facts, the most telling first; one at least. */
  readonly evidence: readonly string[];
  /** 0 to 1: how sure it is that people were hindered, and by this. */
  readonly confidence: number;
  readonly advice: { readonly title: string; readonly detail: string };
  /** What it explains: elements and pages by `placeName`. Rules further down the list pass these over. */
  readonly explains: readonly string[];
}

/** One way in which people are hindered, and how it shows. */
export interface Rule {
  readonly name: string;
  /** The literature it comes from; `docs/insights.md` has the whole list. */
  readonly source: string;
  /** @param explained what rules before it have explained already */
  readonly find: (facts: Facts, explained: ReadonlySet<string>) => readonly Sign[];
}

/** Below it a sign only describes. */
export const problemWeight = 30;

export function severityOf(weight: number): Severity {
  if (weight >= 80) return 'CRITICAL';
  if (weight >= 60) return 'HIGH';
  return weight >= problemWeight ? 'MEDIUM' : 'LOW';
}

/** Something on a page, for `explains`. */
export function placeName(kind: 'click' | 'hover' | 'page', page: string, what = ''): string {
  return `${kind} ${page} ${what}`;
}

/** More of the same weighs more, but never as much as something worse: at most 8 more. */
export function withCount(base: number, count: number): number {
  return base + Math.min(8, 2 * Math.log2(Math.max(1, count)));
}

/** Once may be chance; each further time makes it less so. */
export function confidenceOf(count: number, first = 0.6): number {
  return Math.min(0.95, first + 0.1 * (count - 1));
}

/** `1 click`, `3 clicks`. */
export function count(number: number, one: string, several = `${one}s`): string {
  return `${formatWhole(number)} ${number === 1 ? one : several}`;
}

/** ` in 4 of 12 sessions`, or nothing where there is only one. */
export function amongSessions(facts: Facts, sessions: number): string {
  return facts.sessions > 1 ? ` in ${sessions} of ${facts.sessions} sessions` : '';
}

/** A page's address. */
export function pathOf(facts: Facts, page: string): string {
  return facts.pages.find((one) => one.page === page)?.path ?? page;
}

export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
