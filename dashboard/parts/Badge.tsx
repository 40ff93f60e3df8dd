import type { JSX } from 'solid-js';

export type Tone = 'plain' | 'good' | 'bad' | 'warn' | 'calm';

/** A word or number that stands out. The words say it all: colour only repeats it. */
export function Badge(props: { readonly tone?: Tone; readonly children: JSX.Element }) {
  return (
    <span class="badge" data-tone={props.tone ?? 'plain'}>
      {props.children}
    </span>
  );
}
