import { guard, wrapMethod } from '../host.ts';
import { lookOf } from '../judge/look.ts';
import type { Press } from '../press.ts';
import { gatherEvidence, type LoadJudge } from '../reactions/evidence.ts';
import { watchMutations } from '../reactions/mutations.ts';
import type { Recorder } from '../recorder.ts';

export interface Reactions {
  /** Watches for what answers the press. */
  readonly watch: (press: Press) => void;
  /** The address changed. */
  readonly navigated: () => void;
}

/** Events that may answer a press; the judge knows which do. */
const types =
  'input change submit toggle beforetoggle close play copy scroll selectionchange blur keydown';

/** What answers presses (PRODUCT 3.1): seen here, and judged by `t-press.js`, which tells a `reaction` event of each. */
export function recordReactions(recorder: Recorder, load: LoadJudge): Reactions {
  const { tell, begin, navigated } = gatherEvidence(recorder, load);
  const observe = watchMutations(recorder, tell);

  recorder.on(types, (event) => {
    tell((at) => {
      const { type } = event;
      const [target] = event.composedPath();
      const isSelecting = !getSelection()?.isCollapsed;
      return (judge) => judge.see(at, type, target, isSelecting);
    });
  });
  /** @returns to be called at its end */
  const request = () => {
    const id = {};
    const note = guard(() => tell((at) => (judge) => judge.request(at, id)));
    note();
    return note;
  };
  // The tracker keeps the page's own `fetch` for itself, so its requests do not count.
  wrapMethod(window, 'fetch', (response) => {
    const end = request();
    (response as Promise<unknown>).then(end, end);
  });
  wrapMethod(XMLHttpRequest.prototype, 'send', (_, sent) => {
    (sent as XMLHttpRequest).addEventListener('loadend', request());
  });

  return {
    navigated,
    watch: (press) => {
      const path = press.event.composedPath() as Node[];
      begin(press, new Map(path.map((node) => [node, lookOf(node)])));
      // Shadow roots.
      for (const node of path) {
        if (node.nodeType === 11) observe(node);
      }
      for (const { contentDocument } of document.querySelectorAll('iframe')) {
        if (contentDocument) observe(contentDocument);
      }
    },
  };
}
