import type { FoundEvidenceFragment } from '../generated/insights.ts';
import { writeMoment } from '../replay/replay-clock.ts';
import { useSiteLink } from '../site/site-link.ts';
import type { SessionTrail } from '../trail/view-trail.ts';
import { makeSpot } from './create-spot.ts';
import { writeSpot } from './spot.ts';

const noTrail: SessionTrail = new Map();

/** Makes addresses of the session view at the moment of a piece of evidence, its place marked. */
export function useEvidenceLink(): (
  evidence: FoundEvidenceFragment,
  trail?: SessionTrail,
) => string {
  const linkTo = useSiteLink();
  return (evidence, trail = noTrail) =>
    linkTo(`/sessions/${evidence.sessionId}`, {
      t: writeMoment(evidence.tMs),
      spot: writeSpot(makeSpot(evidence, trail)),
    });
}
