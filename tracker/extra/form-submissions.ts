import { FormState } from '../../schema/wire/events.ts';
import type { Recorder } from '../recorder.ts';

export interface Submissions {
  /** Submissions stay in their shadow root. */
  readonly listen: (root: Node) => void;
  /** Something is filled in: what comes next is another submission. */
  readonly forget: () => void;
  /** The page is left. */
  readonly leave: () => void;
}

/** @param submit told of each submission, before the page learns of it: `FormState.submit` or `.refused` */
export function watchSubmissions(
  recorder: Recorder,
  submit: (form: HTMLFormElement, state: number) => void,
): Submissions {
  /** A form whose entries were read without a `submit` event: by `form.submit()`, if the page is left next. */
  let handed: HTMLFormElement | undefined;
  let submitted: EventTarget | null | undefined;

  const pass = (form: HTMLFormElement) => {
    handed = undefined;
    submitted = form;
    submit(form, FormState.submit);
  };
  const take = (event: Event) => {
    const form = event.target as HTMLFormElement;
    const { view } = recorder;
    if (!form.matches(':invalid')) return pass(form);
    submit(form, FormState.refused);
    // Where the page lets it go all the same, it was one.
    recorder.after(0, () => {
      if (!event.defaultPrevented && view === recorder.view) pass(form);
    });
  };
  return {
    listen: (root) => {
      recorder.on('submit', take, root);
      recorder.on(
        'formdata',
        ({ target }) => {
          // A `submit` event that nobody stops has one follow.
          if (target !== submitted) handed = target as HTMLFormElement;
        },
        root,
      );
    },
    forget: () => {
      handed = submitted = undefined;
    },
    leave: () => {
      if (handed) pass(handed);
    },
  };
}
