import type { Binary } from 'mongodb';
import { NameTable } from '../sequences/name-table.ts';
import { readEntries } from '../sequences/sequence.ts';
import type { SequenceDocument } from '../sequences/sequences-collection.ts';
import { type FunnelEvent, findRun, type RunRules } from './find-run.ts';
import { type FunnelStep, makeMatcher } from './step.ts';

/** An event with what a drop-off needs to know of it. */
interface PlacedEvent extends FunnelEvent {
  /** Number of the name of the next page in its session; -1: the session ended. */
  next: number;
}

/** What the numbers are split by. */
export type Breakdown = 'DEVICE' | 'BROWSER' | 'COUNTRY' | 'REFERRER' | 'FIRST_PAGE';

/** A session as far as an answer names it. */
export interface FunnelSession {
  readonly session: string;
  readonly startedAt: number;
  /** Its part of the breakdown; null: not known, or none asked for. */
  readonly group: string | null;
}

/** How far one visitor came, in terms of the site. */
export interface VisitorRun {
  /** Moments of the window's start and of each step reached, ms since 1970. */
  readonly startAt: number;
  readonly reachedAt: readonly number[];
  /** The session in which it began. */
  readonly entered: FunnelSession;
  /** The session of the last step reached, and the next page in it; null: it ended there. */
  readonly left: FunnelSession;
  readonly nextPage: string | null;
}

export interface CountRules extends RunRules {
  readonly steps: readonly FunnelStep[];
  /** The site's route patterns. */
  readonly routes: readonly string[];
  readonly breakdown: Breakdown | null;
}

/** Takes sequences one after another, then finds each visitor's run: nothing is read or joined again. */
export class VisitorCounter {
  readonly #rules: CountRules;
  readonly #matchers: ReturnType<typeof makeMatcher>[];
  readonly #names = new NameTable();
  /** By a name's number: its steps' bits; -1 for what the funnel does not ask about. */
  readonly #masks: number[] = [];
  readonly #sessions: FunnelSession[] = [];
  readonly #visitors = new Map<string, PlacedEvent[]>();

  constructor(rules: CountRules) {
    this.#rules = rules;
    this.#matchers = rules.steps.map((step) => makeMatcher(step, rules.routes));
  }

  /** @param sequence of one visitor the older ones first */
  take(sequence: SequenceDocument): void {
    const numbers = this.#names.numbersOf(sequence.names);
    if (!numbers.some((number) => this.#maskOf(number) > 0)) return;
    const events = this.#visitors.get(sequence.visitor) ?? [];
    this.#visitors.set(sequence.visitor, events);
    const session = this.#sessions.length;
    this.#sessions.push(this.#describe(sequence, numbers));
    let undecided = events.length;
    readEntries(bytesOf(sequence.entries), sequence.startedAt.getTime(), (at, line) => {
      const number = numbers[line] ?? 0;
      if (this.#names.name(number).kind === 'page') {
        for (let event = events[undecided]; event; event = events[++undecided]) event.next = number;
      }
      const mask = this.#maskOf(number);
      if (mask < 0) return;
      // One interruption is as good as many.
      const last = events.at(-1);
      if (mask === 0 && last?.mask === 0 && last.session === session) return;
      events.push({ at, mask, session, next: -1 });
    });
  }

  /** The runs of all visitors who reached the first step. */
  *runs(): Generator<VisitorRun> {
    for (const events of this.#visitors.values()) {
      // Sessions of several tabs or clocks may overlap.
      if (this.#rules.order !== 'STRICT') events.sort((a, b) => a.at - b.at);
      const run = findRun(events, this.#rules);
      const reached = run?.reached.map((index) => events[index]).filter((event) => !!event) ?? [];
      const [first, last] = [events[run?.start ?? 0], reached.at(-1)];
      const entered = this.#sessions[first?.session ?? 0];
      const left = this.#sessions[last?.session ?? 0];
      if (!first || !last || !entered || !left) continue;
      yield {
        startAt: first.at,
        reachedAt: reached.map(({ at }) => at),
        entered,
        left,
        nextPage: last.next < 0 ? null : this.#names.name(last.next).route,
      };
    }
  }

  #maskOf(number: number): number {
    const known = this.#masks[number];
    if (known !== undefined) return known;
    const name = this.#names.name(number);
    let mask = 0;
    for (const [step, matches] of this.#matchers.entries()) if (matches(name)) mask |= 1 << step;
    // In strict order whatever is of a kind that the funnel asks about may come between.
    const interrupts =
      this.#rules.order === 'STRICT' && this.#rules.steps.some(({ kind }) => kind === name.kind);
    const kept = mask > 0 || interrupts ? mask : -1;
    this.#masks[number] = kept;
    return kept;
  }

  #describe(sequence: SequenceDocument, numbers: readonly number[]): FunnelSession {
    const { session, startedAt } = sequence;
    return { session, startedAt: startedAt.getTime(), group: this.#groupOf(sequence, numbers) };
  }

  #groupOf(sequence: SequenceDocument, numbers: readonly number[]): string | null {
    switch (this.#rules.breakdown) {
      case 'DEVICE':
        return sequence.device;
      case 'BROWSER':
        return sequence.browser;
      case 'COUNTRY':
        return sequence.country;
      case 'REFERRER':
        return sequence.referrer;
      case 'FIRST_PAGE':
        return this.#names.name(numbers[0] ?? 0).route;
      default:
        return null;
    }
  }
}

/** Buffers are handed on as they are: a copy a session adds up. */
function bytesOf(entries: Binary): Uint8Array {
  return entries.buffer;
}
