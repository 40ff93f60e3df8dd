import type { SessionDocument } from '../store/sessions.ts';

/** Whether a session has mouse numbers: one on a touch device without any movement of a pointer has none. */
export function hasMouse({
  device,
  summary,
}: Pick<SessionDocument, 'device' | 'summary'>): boolean {
  return device === 'DESKTOP' || summary.mouseMovements > 0;
}
