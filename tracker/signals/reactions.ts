import { Cause } from '../../schema/wire/events.ts';
import { findTarget } from '../element.ts';
import { wrapMethod } from '../host.ts';
import type { Press } from '../press.ts';
import { watchMutations } from '../reactions/mutations.ts';
import { makeWatches } from '../reactions/watches.ts';
import type { Recorder } from '../recorder.ts';

export interface Reactions {
  /** Watches for what answers the press. */
  readonly watch: (press: Press) => void;
  /** The address changed. */
  readonly navigated: () => void;
}

const scrollMs = 300;
/** Whoever leaves the window later does not do so because of the press, ms. */
const blurMs = 1_000;

/** What answers presses (PRODUCT 3.1), each told by a `reaction` event of its own. */
export function recordReactions(recorder: Recorder): Reactions {
  const { on } = recorder;
  const watches = makeWatches(recorder);
  const observe = watchMutations(recorder, watches);
  const { answerAll: answer } = watches;

  on('input change', answer(Cause.input));
  on('submit', answer(Cause.submit));
  on('toggle beforetoggle close', answer(Cause.toggle));
  on('play', answer(Cause.media));
  on('copy', answer(Cause.copy));
  on('scroll', answer(Cause.scroll, scrollMs));
  on('selectionchange', () => {
    if (!getSelection()?.isCollapsed) answer(Cause.selection)();
  });
  on('blur', ({ target }) => {
    if (target === window) answer(Cause.blur, blurMs)();
  });
  on('keydown', (event) => watches.noteKey(findTarget(event)));
  // The tracker keeps the page's own `fetch` for itself, so its requests do not count.
  wrapMethod(window, 'fetch', (response) => {
    const end = watches.noteRequest();
    (response as Promise<unknown>).then(end, end);
  });
  wrapMethod(XMLHttpRequest.prototype, 'send', (_, request) => {
    (request as XMLHttpRequest).addEventListener('loadend', watches.noteRequest());
  });

  return {
    navigated: answer(Cause.navigation),
    watch: (press) => {
      watches.add(press);
      // Shadow roots.
      for (const node of press.event.composedPath() as Node[]) {
        if (node.nodeType === 11) observe(node);
      }
      for (const { contentDocument } of document.querySelectorAll('iframe')) {
        if (contentDocument) observe(contentDocument);
      }
    },
  };
}
