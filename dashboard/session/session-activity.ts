import type { ScrubberMark } from '../replay/scrub.ts';
import type { Mark } from '../trail/mark.ts';
import type { SessionTrail } from '../trail/view-trail.ts';
import type { SessionEvent } from './session-events.ts';
import type { VisitedPage } from './session-pages.ts';

/** The moments at which anything happened, in order, in ms of the session. */
export function findActivity(trail: SessionTrail, events: readonly SessionEvent[]): Float64Array {
  const columns = [...trail.values()].map((view) => view.tMs.subarray(0, view.length));
  const moments = new Float64Array(
    columns.reduce((sum, column) => sum + column.length, events.length),
  );
  let at = 0;
  for (const column of columns) {
    moments.set(column, at);
    at += column.length;
  }
  for (const event of events) moments[at++] = event.tMs;
  return moments.sort();
}

/** What the line of time marks: clicks by their worst verdict, and each new page. */
export function scrubberMarks(
  marks: readonly Mark[],
  pages: readonly VisitedPage[],
): readonly ScrubberMark[] {
  return [
    ...pages.map((page) => ({ tMs: page.enteredMs, kind: 'page' as const })),
    ...marks.map(({ tMs, isRage, isDead }) => ({
      tMs,
      kind: isRage ? ('rage' as const) : isDead ? ('dead' as const) : ('click' as const),
    })),
  ];
}
