import type { DeviceClass, PointEventsQuery } from '../generated/overview.ts';

type PointEvent = PointEventsQuery['events']['nodes'][number];

/** A session in which something happened at a chart's point. */
export interface PointSession {
  readonly sessionId: string;
  readonly userId: string;
  readonly identified: boolean;
  /** The first time that it happened, ISO, and in ms from the session's start. */
  readonly at: string;
  readonly tMs: number;
  readonly count: number;
}

/** Whether an event happened on a page and a class of device; null: on any. */
export function isOf(
  { viewId, session }: PointEvent,
  page: string | null,
  device: DeviceClass | null,
): boolean {
  if (device !== null && session?.device !== device) return false;
  const visit = session?.pages?.find((each) => each.viewId === viewId);
  return page === null || visit?.route === page;
}

/**
 * The sessions behind a point, in the order in which it happened first.
 *
 * @param events oldest first
 */
export function groupBySession(events: readonly PointEvent[]): readonly PointSession[] {
  const sessions = new Map<string, PointSession>();
  for (const { sessionId, visitorId, session, at, tMs } of events) {
    const known = sessions.get(sessionId);
    sessions.set(
      sessionId,
      known
        ? { ...known, count: known.count + 1 }
        : {
            sessionId,
            userId: session?.userId ?? visitorId,
            identified: session?.identified ?? false,
            at,
            tMs,
            count: 1,
          },
    );
  }
  return [...sessions.values()];
}
