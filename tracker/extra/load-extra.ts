import type { extend } from './extra.ts';
import { hasWireframes } from './wireframe-lot.ts';

/** Loads `t-extra.js`, where a site asks for what is in it, a field gets the focus, a key goes down, a script fails, or a page's shape is to be told. */
export type LoadExtra = () => Promise<{ readonly extend: typeof extend }>;

/** What `t-extra.js` tells of. */
const types = 'focusin keydown error unhandledrejection';
/** What forms are made of. */
const fields = 'input,select,textarea,[contenteditable]';

/** What tells of the page's shape is loaded when the page has had its own things, ms. */
const shapeMs = 1_000;

/** Loads it once, when it is first needed, and hands it what happened meanwhile. Without it, all else goes on. */
export function extendWhenNeeded(
  load: LoadExtra,
  isNeeded: unknown,
  ...[page, settings, outbox, recorder]: ExtendArguments
): void {
  let loading: Promise<ReturnType<typeof extend>> | undefined;
  const loadOnce = () => {
    const focusedAt = recorder.t();
    loading ??= load()
      .then(({ extend }) => extend(page, settings, outbox, recorder, focusedAt))
      .catch(() => () => {});
    return loading;
  };
  if (isNeeded) void loadOnce();
  recorder.on(types, (event) => {
    const [target] = event.composedPath() as Element[];
    // Other focus tells nothing, nor do pictures that are not found.
    if (event.type !== 'keydown' && target?.matches?.(fields) === false) return;
    const { view } = recorder;
    const t = recorder.t(event.timeStamp);
    const press = view.presses - 1;
    void loadOnce().then((tell) => view === recorder.view && tell(event, t, press));
  });
  recorder.after(shapeMs, () => {
    if (hasWireframes(recorder.view.session, settings.wireframeRate)) void loadOnce();
  });
}

type ExtendArguments = Parameters<typeof extend> extends [...infer Most, number] ? Most : never;
