import type { MergedHover } from '../session-summary/merged-hovers.ts';
import type { SessionDocument } from '../store/sessions.ts';

/** A session as it was and as it is. */
export interface BeforeAndAfter {
  readonly before: SessionDocument | null;
  readonly after: SessionDocument | null;
}

/**
 * Leaves out the merged hovers that are the same before and after: each would only be taken away and added again. Most batches
 * change few of the dozens that a session has, and this took half the time of counting a batch. Pure: neither session is changed.
 */
export function dropSameHovers({ before, after }: BeforeAndAfter): BeforeAndAfter {
  if (!before || !after || before.startedAt.getTime() !== after.startedAt.getTime()) {
    return { before, after };
  }
  const was = before.summary.hovers;
  const is = after.summary.hovers;
  // Hovers are in order of first hover, so the same one is at the same place, except after a late batch.
  const same = was.map((hover, i) => isSame(hover, is[i]));
  return { before: keep(before, same), after: keep(after, same) };
}

function keep(session: SessionDocument, same: readonly boolean[]): SessionDocument {
  const { summary } = session;
  const hovers = summary.hovers.filter((_, i) => same[i] !== true);
  return { ...session, summary: { ...summary, hovers } };
}

function isSame(a: MergedHover, b: MergedHover | undefined): boolean {
  return (
    b !== undefined &&
    a.page === b.page &&
    a.hoverDurationMs === b.hoverDurationMs &&
    a.hoverCount === b.hoverCount &&
    a.clickedCount === b.clickedCount &&
    a.element.name === b.element.name &&
    a.element.path === b.element.path &&
    a.element.tag === b.element.tag &&
    a.element.id === b.element.id
  );
}
