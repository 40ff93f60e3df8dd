import type { ElementInfo } from '../../schema/wire/batch.ts';
import type { AttentionState } from './attention.ts';
import type { FormFact } from './fact.ts';
import type { MarkNumbers } from './marks.ts';
import type { MovementState } from './movement.ts';
import type { PressState } from './presses.ts';
import type { ScrollState } from './scrolling.ts';
import type { ViewSummary } from './summary.ts';
import type { ThrashState } from './thrashes.ts';

/**
 * All that later batches of a view can still depend on: plain JSON of bounded size. What is over is in `summary` only.
 */
export interface ViewState {
  /** By index, as told so far. */
  readonly elements: Readonly<Record<string, ElementInfo>>;
  readonly movement: MovementState;
  readonly thrashes: ThrashState;
  readonly presses: PressState;
  readonly scrolling: ScrollState;
  readonly attention: AttentionState;
  readonly marks: MarkNumbers;
  /** The forms in use, as told last; absent in views from before forms were recorded. */
  readonly forms?: readonly FormFact[];
  /** null until the batch with the page block (seq 0) is folded. */
  readonly summary: ViewSummary | null;
}

/** A view whose page block is there. */
export type OpenView = ViewState & { readonly summary: ViewSummary };
