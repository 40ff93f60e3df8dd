import type { extend } from './extra.ts';

/** Loads `t-extra.js`, where a site asks for what is in it, or a field of a form gets the focus. */
export type LoadExtra = () => Promise<{ readonly extend: typeof extend }>;

/** What forms are made of: their use is recorded by `t-extra.js`. */
const fields = 'input,select,textarea,[contenteditable]';

/** Loads it once, when it is first needed. Without it, all goes on as by default. */
export function extendWhenNeeded(
  load: LoadExtra,
  isNeeded: unknown,
  ...[page, settings, outbox, recorder]: ExtendArguments
): void {
  let isLoading = false;
  const loadOnce = () => {
    if (isLoading) return;
    isLoading = true;
    const focusedAt = recorder.t();
    load().then(
      ({ extend }) => extend(page, settings, outbox, recorder, focusedAt),
      () => {},
    );
  };
  if (isNeeded) loadOnce();
  recorder.on('focusin', (event) => {
    if ((event.composedPath() as Element[])[0]?.matches(fields)) loadOnce();
  });
}

type ExtendArguments = Parameters<typeof extend> extends [...infer Most, number] ? Most : never;
