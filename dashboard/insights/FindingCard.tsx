import { Show } from 'solid-js';
import type { FoundFindingFragment } from '../generated/insights.ts';
import { Badge } from '../parts/Badge.tsx';
import { EvidenceLinks, type EvidencePlaces } from './EvidenceLinks.tsx';
import { severities } from './wording.ts';

/** A problem, insight or recommendation with its proof. */
export function FindingCard(props: {
  readonly finding: FoundFindingFragment;
  readonly places: EvidencePlaces;
  /** Says that the rules found it, in an analysis that is the model's. */
  readonly isForeign: boolean;
  readonly withSeverity?: boolean;
}) {
  const severity = () => severities[props.finding.severity];
  return (
    <article class="finding">
      <h4>{props.finding.title}</h4>
      <Show when={props.withSeverity || props.isForeign}>
        <div class="row">
          <Show when={props.withSeverity}>
            <Badge tone={severity().tone}>{severity().label}</Badge>
          </Show>
          <Show when={props.isForeign}>
            <Badge>Found by rules</Badge>
          </Show>
        </div>
      </Show>
      <p>{props.finding.detail}</p>
      <EvidenceLinks evidence={props.finding.evidence} places={props.places} />
    </article>
  );
}
