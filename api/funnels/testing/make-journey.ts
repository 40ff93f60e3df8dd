import type { Arrival } from '../../testing/start-test-api.ts';
import { makeVisit } from '../../testing/test-api.ts';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;

export interface Journey {
  readonly site?: string;
  readonly visitor: string;
  /** The visitor's name unless told. */
  readonly session?: string;
  readonly startedAt: number;
  readonly referrer?: string;
  readonly device?: 'desktop' | 'tablet' | 'mobile';
  /**
   * A word a minute: `/cart` views a page; `#pay` clicks the element with that id, `!bought` is a custom event, each on the page
   * that is open, ten seconds after what was before.
   */
  readonly did: string;
}

/** A session as its batches. */
export function makeJourney({
  visitor,
  session = visitor,
  startedAt,
  did,
  ...rest
}: Journey): Arrival[] {
  const arrivals: Arrival[] = [];
  let at = startedAt;
  let open: { script: ReturnType<typeof makeVisit>; startedAt: number } | null = null;
  const close = () => open && arrivals.push(open.script.arrive());
  for (const word of did.split(' ')) {
    if (word.startsWith('/')) {
      close();
      const url = `https://shop.test${word}`;
      const view = `v${arrivals.length}`;
      open = {
        script: makeVisit({ visitor, session, view, startedAt: at, url, ...rest }),
        startedAt: at,
      };
      at += MINUTE;
      continue;
    }
    if (!open) throw new Error('A journey begins with a page.');
    const t = at - open.startedAt - MINUTE + 10 * SECOND;
    at += 10 * SECOND;
    const name = word.slice(1);
    if (word.startsWith('#')) {
      const element = open.script.element({ tag: 'button', id: name, path: `main > #${name}` });
      open.script.press({ t, element, x: 10, y: 10 });
    } else open.script.event('custom', { t, name, properties: '{}' });
  }
  close();
  return arrivals;
}
