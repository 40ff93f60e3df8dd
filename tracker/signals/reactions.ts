import { Cause } from '../../schema/wire/events.ts';
import { findTarget } from '../element.ts';
import { guard, wrapMethod } from '../host.ts';
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

/** Events that answer a press, in the order of their causes: input, submit, toggle, media, copy. */
const answers = ['input change', 'submit', 'toggle beforetoggle close', 'play', 'copy'];
const scrollMs = 300;
/** Whoever leaves the window later does not do so because of the press, ms. */
const blurMs = 1_000;

/** What answers presses (PRODUCT 3.1), each told by a `reaction` event of its own. `ownUrl` gets the tracker's requests. */
export function recordReactions(recorder: Recorder, ownUrl: string): Reactions {
  const { page, on } = recorder;
  const { document } = page;
  const watches = makeWatches(recorder);
  const observe = watchMutations(recorder, watches);
  const roots = new WeakSet<Node>();
  const answer = (cause: number, withinMs?: number) => () => watches.answerAll(cause, withinMs);

  /** Found on the way down, as some do not bubble, and in each root, as some do not leave it. */
  const listen = (root: EventTarget) => {
    for (const [i, types] of answers.entries()) on(types, answer(Cause.input << i), root);
    on('scroll', answer(Cause.scroll, scrollMs), root);
  };
  listen(page);
  on('selectionchange', () => {
    if (!document.getSelection()?.isCollapsed) answer(Cause.selection)();
  });
  on('blur', ({ target }) => {
    if (target === page) answer(Cause.blur, blurMs)();
  });
  on('focusin', () => {
    for (const watch of watches.findOpen(recorder.now())) watch.causes |= Cause.focus;
  });
  on('keydown', (event) => {
    const element = findTarget(event);
    if (element) watches.noteKey(element);
  });
  // Requests are told of when they end, failed ones as well.
  const note = (entry: PerformanceEntry) => {
    const { name, initiatorType, startTime, responseEnd } = entry as PerformanceResourceTiming;
    if (/^(?:fetch|xml)/.test(initiatorType) && name !== ownUrl) {
      watches.noteRequest(startTime, responseEnd);
    }
  };
  new page.PerformanceObserver(guard((list) => list.getEntries().forEach(note))).observe({
    type: 'resource',
  });
  // Only where the page is served safely.
  const { clipboard } = page.navigator as { readonly clipboard?: Clipboard };
  if (clipboard) wrapMethod(clipboard, 'writeText', answer(Cause.copy));

  return {
    navigated: answer(Cause.navigation),
    watch: (press) => {
      watches.add(press);
      for (const node of press.event.composedPath() as Node[]) {
        // A shadow root.
        if (node.nodeType !== 11 || roots.has(node)) continue;
        roots.add(node);
        observe(node);
        listen(node);
      }
      for (const { contentDocument } of document.querySelectorAll('iframe')) {
        if (contentDocument) observe(contentDocument);
      }
    },
  };
}
