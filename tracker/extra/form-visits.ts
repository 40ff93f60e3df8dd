import type { Recorder } from '../recorder.ts';
import { describeFields, type Field, isField, targetOf } from './form-fields.ts';
import type { Use, Uses } from './form-uses.ts';

/** A visit to a field, from focus to blur. */
interface Visit {
  readonly use: Use;
  readonly field: Field;
  readonly start: number;
  /** When the field was left; the visit goes on if it is come back to at once (the next radio button of a group). */
  end: number | undefined;
  hesitationMs: number;
  changes: number;
  corrections: number;
  isDeleting: boolean;
}

/** A blur and a focus within this time are one visit, ms. */
const togetherMs = 50;

export interface Visits {
  readonly begin: (element: Element, start: number) => void;
  /** Ends the visit that is under way, if there is one, and tells of it. */
  readonly end: () => void;
  readonly leave: () => void;
  readonly take: (event: Event) => void;
}

export function makeVisits(recorder: Recorder, uses: Uses): Visits {
  const { t, record } = recorder;
  let visit: Visit | undefined;

  const end = () => {
    if (visit) tellOf(visit, t(), record);
    visit = undefined;
  };
  const begin = (element: Element, start: number) => {
    const use = uses.begin(element);
    const field = describeFields(recorder, use.form).find(({ parts }) => parts.includes(element));
    if (
      use === visit?.use &&
      field?.key === visit.field.key &&
      start - (visit.end ?? start) < togetherMs
    ) {
      visit.end = undefined;
      return;
    }
    end();
    const nothing = { end: undefined, changes: 0, corrections: 0, isDeleting: false };
    visit = field && { use, field, start, hesitationMs: -1, ...nothing };
  };
  return {
    begin,
    end,
    leave: () => {
      const left = visit;
      if (!left) return;
      left.end = t();
      recorder.after(togetherMs, () => {
        if (visit === left && left.end !== undefined) end();
      });
    },
    take: (event) => {
      const element = targetOf(event);
      if (!isField(element)) return;
      if (!visit?.field.parts.includes(element)) {
        // What was typed there was told when that visit ended.
        if (event.type === 'change') return;
        // Begun anew after the page was hidden, and where the browser fills in by itself.
        begin(element, t());
      }
      if (visit) takeInput(visit, event, t());
    },
  };
}

function takeInput(visit: Visit, { type, inputType }: Partial<InputEvent>, now: number): void {
  if (visit.hesitationMs < 0) visit.hesitationMs = now - visit.start;
  if (type === 'change') {
    visit.changes++;
    return;
  }
  const isDeleting = /^delete/.test(`${inputType}`);
  if (isDeleting && !visit.isDeleting) visit.corrections++;
  visit.isDeleting = isDeleting;
}

function tellOf(visit: Visit, now: number, record: Recorder['record']): void {
  const { use, field, start, hesitationMs, corrections } = visit;
  const { key, order, names } = field;
  const isFilled = use.filled.has(key);
  // What was typed and not yet committed is a change all the same.
  const changes = visit.changes || Number(hesitationMs >= 0);
  if (changes) use.filled.add(key);
  const durationMs = (visit.end ?? now) - start;
  const refilled = Number(isFilled && changes > 0);
  record([13, start, order, durationMs, hesitationMs, changes, corrections, refilled, ...names]);
}
