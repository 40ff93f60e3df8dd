import { ViewKind } from '../../schema/wire/events.ts';
import { type Chance, makeChance, makeSeedId } from './chance.ts';
import { makeHand } from './hand.ts';
import { openView, type SeededBatch, shopOrigin, type ViewStart } from './page-view.ts';
import type { Person } from './people.ts';
import type { ShopLayout } from './shop-layout.ts';
import { visitAbout } from './visits/about-visit.ts';
import { visitCart } from './visits/cart-visit.ts';
import { visitCheckout, visitDone } from './visits/checkout-visit.ts';
import { visitHome } from './visits/home-visit.ts';
import { visitList } from './visits/list-visit.ts';
import { visitProduct } from './visits/product-visit.ts';
import type { Next, Visitor, VisitPage } from './visits/visitor.ts';

export interface PlannedSession {
  readonly site: string;
  /** All that is drawn for the session is drawn from it. */
  readonly seed: string;
  readonly number: number;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly person: Person;
  /** Whether the cart page is broken in Safari at that time. */
  readonly isBroken: boolean;
}

const mostViews = 14;
/** Where people come in. */
const entries = [
  { path: '/', weight: 58 },
  { path: '/products', weight: 16 },
  { path: '/product/clock', weight: 7 },
  { path: '/product/kettle', weight: 6 },
  { path: '/product/stool', weight: 5 },
  { path: '/about', weight: 8 },
];

/** Makes up one visit, page by page. @returns its batches in the order of their sending */
export function makeSession(planned: PlannedSession, layout: ShopLayout): readonly SeededBatch[] {
  const { site, seed, number, person } = planned;
  const name = `${seed} session ${number}`;
  const chance = makeChance(name);
  const batches: SeededBatch[] = [];
  const visitor: Visitor = {
    person,
    chance,
    cart: { items: 0, total: 0 },
    isBrokenNow: planned.isBroken && person.device.userAgent.includes('Version/26.1'),
  };
  let { startedAt } = planned;
  let referrer = person.referrer;
  let next: Next = { path: chance.weighted(entries).path, kind: ViewKind.load };
  for (let view = 0; next && view < mostViews; view++) {
    const start: ViewStart = {
      ...next,
      ...{ site, startedAt, referrer, user: '' },
      session: makeSeedId(name, 16),
      view: makeSeedId(`${name} view ${view}`, 8),
    };
    const page = openView(start, person, layout, (batch) => batches.push(batch));
    const hand = makeHand(page, person, chance);
    next = visitPage(start.path)(hand, visitor);
    hand.leave();
    startedAt += hand.now() + loadMs(next, chance);
    referrer = shopOrigin + start.path;
  }
  return batches;
}

/** A page load takes its time; a change of address within a page none. */
function loadMs(next: Next, chance: Chance): number {
  return next?.kind === ViewKind.push ? 1 : Math.round(chance.skewed(420, 0.4));
}

function visitPage(path: string): VisitPage {
  const [, folder, name] = path.split('#')[0]?.split('/') ?? [];
  if (folder === 'products') return visitList;
  if (folder === 'product') return visitProduct;
  if (folder === 'cart') return visitCart;
  if (folder === 'checkout') return name ? visitDone : visitCheckout;
  return folder === 'about' ? visitAbout : visitHome;
}
