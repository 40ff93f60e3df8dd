import { NameTable } from '../sequences/name-table.ts';
import { readEntries } from '../sequences/sequence.ts';
import type { StoredSequence } from '../sequences/stored-sequence.ts';
import { EventColumns } from './event-columns.ts';
import { findRun, type RunRules } from './find-run.ts';
import { type FunnelStep, makeMatcher } from './step.ts';

/** What the numbers are split by. */
export type Breakdown = 'DEVICE' | 'BROWSER' | 'COUNTRY' | 'REFERRER' | 'FIRST_PAGE';

/** A session as far as an answer names it. */
export interface FunnelSession {
  readonly session: string;
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

/** A session whose events are in the columns. */
interface TakenSession extends FunnelSession {
  /** Its first event, and the first that is no longer its own. */
  readonly from: number;
  readonly to: number;
  /** The visitor's session before, by its number; -1: this is the first. */
  readonly before: number;
}

/** Takes sequences one after another, then finds each visitor's run: nothing is read or joined again. */
export class VisitorCounter {
  readonly #rules: CountRules;
  readonly #matchers: ReturnType<typeof makeMatcher>[];
  readonly #names = new NameTable();
  /** By a name's number: its steps' bits; -1 for what the funnel does not ask about. */
  readonly #masks: number[] = [];
  readonly #events = new EventColumns();
  readonly #sessions: TakenSession[] = [];
  /** The number of each visitor's last session. */
  readonly #visitors = new Map<string, number>();

  constructor(rules: CountRules) {
    this.#rules = rules;
    this.#matchers = rules.steps.map((step) => makeMatcher(step, rules.routes));
  }

  /** @param sequence of one visitor the older ones first */
  take(sequence: StoredSequence): void {
    const numbers = this.#names.numbersOf(sequence.names);
    let isAsked = false;
    for (const number of numbers) if (this.#maskOf(number) > 0) isAsked = true;
    if (!isAsked) return;
    const { session, visitor } = sequence;
    const from = this.#events.length;
    this.#takeEvents(sequence, numbers);
    this.#sessions.push({
      ...{ session, group: this.#groupOf(sequence, numbers) },
      ...{ from, to: this.#events.length, before: this.#visitors.get(visitor) ?? -1 },
    });
    this.#visitors.set(visitor, this.#sessions.length - 1);
  }

  #takeEvents({ entries, startedAt }: StoredSequence, numbers: readonly number[]): void {
    const events = this.#events;
    let undecided = events.length;
    // One interruption is as good as many.
    let isInterrupted = false;
    readEntries(entries, startedAt, (at, line) => {
      const number = numbers[line] ?? 0;
      if (undecided < events.length && this.#names.name(number).kind === 'page') {
        events.setNext(undecided, number);
        undecided = events.length;
      }
      const mask = this.#masks[number] ?? -1;
      if (mask < 0 || (mask === 0 && isInterrupted)) return;
      isInterrupted = mask === 0;
      events.push(at, mask);
    });
  }

  /** The runs of all visitors who reached the first step. */
  *runs(): Generator<VisitorRun> {
    for (const last of this.#visitors.values()) {
      const events = this.#eventsUntil(last);
      const run = findRun(events, this.#rules);
      const reached = run?.reached.map((index) => events[index]).filter((event) => !!event) ?? [];
      const [first, furthest] = [events[run?.start ?? 0], reached.at(-1)];
      const entered = this.#sessions[first?.session ?? 0];
      const left = this.#sessions[furthest?.session ?? 0];
      if (!first || !furthest || !entered || !left) continue;
      const next = this.#events.nextAt(furthest.index);
      yield {
        startAt: first.at,
        reachedAt: reached.map(({ at }) => at),
        entered,
        left,
        nextPage: next < 0 ? null : this.#names.name(next).route,
      };
    }
  }

  /** All that a visitor did, up to this session, in order. */
  #eventsUntil(last: number) {
    const chain: number[] = [];
    for (let number = last; number >= 0; number = this.#sessions[number]?.before ?? -1) {
      chain.push(number);
    }
    const events: ReturnType<EventColumns['read']>[] = [];
    for (const number of chain.reverse()) {
      const { from, to } = this.#sessions[number] ?? { from: 0, to: 0 };
      for (let index = from; index < to; index++) events.push(this.#events.read(index, number));
    }
    // Sessions of several tabs or clocks may overlap.
    if (chain.length > 1 && this.#rules.order !== 'STRICT') events.sort((a, b) => a.at - b.at);
    return events;
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

  #groupOf(sequence: StoredSequence, numbers: readonly number[]): string | null {
    switch (this.#rules.breakdown) {
      case 'DEVICE':
        return sequence.textOf('device');
      case 'BROWSER':
        return sequence.textOf('browser');
      case 'COUNTRY':
        return sequence.textOf('country');
      case 'REFERRER':
        return sequence.textOf('referrer');
      case 'FIRST_PAGE':
        return this.#names.name(numbers[0] ?? 0).route;
      default:
        return null;
    }
  }
}
