import { useSearchParams } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { type BehindRow, writeBehind } from './behind-address.ts';
import './behind.css';

/** A number of a row that opens the sessions behind it. */
export function PeopleNumber(props: {
  readonly behind: BehindRow;
  readonly children: JSX.Element;
}) {
  const [, setAddress] = useSearchParams();
  return (
    <button
      type="button"
      class="behind-number numeric"
      aria-haspopup="dialog"
      onClick={() => setAddress({ behind: writeBehind(props.behind) }, { scroll: false })}
    >
      {props.children}
    </button>
  );
}
