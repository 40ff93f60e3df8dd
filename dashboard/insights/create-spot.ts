import { useSearchParams } from '@solidjs/router';
import { type Accessor, createMemo } from 'solid-js';
import type { FoundEvidenceFragment } from '../generated/insights.ts';
import { pointerAt, type SessionTrail } from '../trail/view-trail.ts';
import { isNear, readSpot, type Spot, writeSpot } from './spot.ts';

export interface ShownSpot {
  /** What the address points at, while the replay is near it. */
  readonly spot: Accessor<Spot | null>;
  readonly show: (evidence: FoundEvidenceFragment) => void;
}

/** The evidence that is looked at in a session; it is in the address, so that a link shows it to others. */
export function createSpot(
  trail: Accessor<SessionTrail>,
  atMs: Accessor<number | null>,
): ShownSpot {
  const [address, setAddress] = useSearchParams<{ spot: string }>();
  return {
    spot: createMemo(() => {
      const spot = readSpot(address.spot);
      return spot && isNear(spot, atMs()) ? spot : null;
    }),
    show: (evidence) =>
      setAddress(
        { spot: writeSpot(makeSpot(evidence, trail())) },
        { replace: true, scroll: false },
      ),
  };
}

/** A hover is where the pointer was. */
export function makeSpot(evidence: FoundEvidenceFragment, trail: SessionTrail): Spot {
  const { tMs, x, y, label, kind, viewId } = evidence;
  if (x !== null && y !== null) return { tMs, label, at: { x, y } };
  const view = kind === 'HOVER' ? trail.get(viewId) : undefined;
  const pointer = view ? pointerAt(view, tMs) : null;
  const at = pointer && { x: Math.round(pointer.x), y: Math.round(pointer.y) };
  return { tMs, label, at };
}
