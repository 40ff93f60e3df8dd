import { ViewKind } from '../../schema/wire/events.ts';
import { cleanAddress } from '../address.ts';
import { type Host, wrapMethod } from '../host.ts';

/**
 * How the document itself was come to: load, reload or back and forward, whose codes these are; 255 is anything else. The
 * newer interface has words for these, and needs three times the room.
 */
export const findLoadKind = (): number => (performance.navigation?.type ?? 0) % 255;

const withoutHash = (href: string) => href.split('#')[0];

/**
 * Page views after the first: History, hash, and pages that come back from the back-forward cache. What changes
 * nothing in the address is none, nor is a `replaceState` in what is not recorded of it.
 *
 * @param open opens the next view
 * @param onNavigated told of a change of address just before
 */
export function watchViews(
  { on }: Host,
  params: readonly string[],
  open: (kind: number, referrer: string) => void,
  onNavigated: () => void,
): void {
  let { href } = location;

  const check = (kind: number) => () => {
    const before = href;
    href = location.href;
    if (href === before) return;
    onNavigated();
    const isHash = kind === ViewKind.pop && withoutHash(href) === withoutHash(before);
    const isSame = cleanAddress(href, params) === cleanAddress(before, params);
    if (kind !== ViewKind.replace || !isSame) open(isHash ? ViewKind.hash : kind, before);
  };
  wrapMethod(history, 'pushState', check(ViewKind.push));
  wrapMethod(history, 'replaceState', check(ViewKind.replace));
  // A change of hash comes with `popstate`, too.
  on('popstate hashchange', check(ViewKind.pop));
  on<PageTransitionEvent>('pageshow', ({ persisted }) => {
    if (persisted) open(ViewKind.backForward, '');
  });
}
