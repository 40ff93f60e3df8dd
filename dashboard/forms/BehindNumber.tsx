import { useSearchParams } from '@solidjs/router';
import { Show } from 'solid-js';
import { formatCount } from '../numbers/format.ts';
import { type BehindForm, writeBehindForm } from './behind-form.ts';

/** A number that opens the sessions behind it; none has none. */
export function BehindNumber(props: {
  readonly count: number;
  readonly label: string;
  readonly behind: BehindForm;
}) {
  const [, setAddress] = useSearchParams();
  return (
    <Show when={props.count > 0} fallback={<span class="numeric">0</span>}>
      <button
        type="button"
        class="form-number numeric"
        aria-haspopup="dialog"
        aria-label={`${formatCount(props.count)} ${props.label}: sessions`}
        onClick={() => setAddress({ behind: writeBehindForm(props.behind) }, { scroll: false })}
      >
        {formatCount(props.count)}
      </button>
    </Show>
  );
}
