import { createMemo, createUniqueId, For, Show } from 'solid-js';
import type { FoundEvidenceFragment } from '../generated/insights.ts';
import { formatMoment } from '../time/format.ts';

export interface EvidencePlaces {
  /** Where a piece of evidence is seen. */
  readonly linkOf: (evidence: FoundEvidenceFragment) => string;
  /** Shows it here; absent: the link leads to another view. */
  readonly onShow?: ((evidence: FoundEvidenceFragment) => void) | undefined;
}

/** The proof of a finding: moments, each a link into the replay. */
export function EvidenceLinks(props: {
  readonly evidence: readonly FoundEvidenceFragment[];
  readonly places: EvidencePlaces;
}) {
  const name = createUniqueId();
  const sessions = createMemo(() => new Set(props.evidence.map(({ sessionId }) => sessionId)));
  const follow = (event: MouseEvent, evidence: FoundEvidenceFragment) => {
    const { onShow } = props.places;
    // With a key held the link opens elsewhere, as links do.
    if (!onShow || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onShow(evidence);
  };
  return (
    <div class="evidence">
      <p class="evidence-name" id={name}>
        Evidence
        <Show when={sessions().size > 1}> from {sessions().size} sessions</Show>
      </p>
      <ul aria-labelledby={name}>
        <For each={props.evidence}>
          {(evidence) => (
            <li>
              <a
                href={props.places.linkOf(evidence)}
                onClick={(event) => follow(event, evidence)}
                data-kind={evidence.kind}
              >
                <span class="numeric">{formatMoment(evidence.tMs)}</span> {evidence.label}
              </a>
            </li>
          )}
        </For>
      </ul>
    </div>
  );
}
