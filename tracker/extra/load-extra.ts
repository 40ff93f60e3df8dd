import type { extend } from './extra.ts';
import { hasWireframes } from './wireframe-lot.ts';

/** Loads `t-extra.js`, where a site asks for what is in it, a field of a form gets the focus, or a page's shape is to be told. */
export type LoadExtra = () => Promise<{ readonly extend: typeof extend }>;

/** What forms are made of: their use is recorded by `t-extra.js`. */
const fields = 'input,select,textarea,[contenteditable]';

/** What tells of the page's shape is loaded when the page has had its own things, ms. */
const shapeMs = 1_000;

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
  recorder.after(shapeMs, () => {
    if (hasWireframes(recorder.view.session, settings.wireframeRate)) loadOnce();
  });
}

type ExtendArguments = Parameters<typeof extend> extends [...infer Most, number] ? Most : never;
