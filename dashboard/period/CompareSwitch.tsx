import type { ChosenPeriod } from './create-period.ts';

/** Shows what was in as many days right before, beside what is. */
export function CompareSwitch(props: { readonly span: ChosenPeriod }) {
  return (
    <label class="pill">
      <input
        type="checkbox"
        checked={props.span.compare()}
        onChange={(event) => props.span.setCompare(event.currentTarget.checked)}
      />
      Compare with before
    </label>
  );
}
