import { beforeAll, describe, expect, it } from 'vitest';
import type { Fact } from '../../api/fold/fact.ts';
import { foldBatch, type SiteRules } from '../../api/fold/fold.ts';
import { initialViewState } from '../../api/fold/open-view.ts';
import type { ViewState } from '../../api/fold/state.ts';
import { paymentMethods } from '../../demo/checkout/payment-methods.ts';
import type { Batch } from '../../schema/wire/batch.ts';
import { checkBatch } from '../../schema/wire/check.ts';
import { decodeBatch } from '../../schema/wire/decode.ts';
import { makeSession } from './make-session.ts';
import type { SeededBatch } from './page-view.ts';
import { planMonth } from './plan-month.ts';
import { readShopLayout, type ShopLayout } from './shop-layout.ts';

const wishes = { site: 'demo', sessions: 600, days: 30, seed: 'a', until: 1_790_000_000_000 };
const rules: SiteRules = { rageRule: 'default', deadClickMs: 5_000 };
const month = planMonth(wishes, 'UTC');

let layout: ShopLayout;
let sessions: readonly (readonly SeededBatch[])[];
let batches: readonly Batch[];
let facts: readonly Fact[];

beforeAll(async () => {
  layout = await readShopLayout();
  sessions = month.map((planned) => makeSession(planned, layout));
  batches = sessions.flat().map(({ packed }) => checkBatch(decodeBatch(packed)));
  facts = foldAll(batches);
});

/** What the API would make of them: the facts that stand in the end. */
function foldAll(all: readonly Batch[]): readonly Fact[] {
  const states = new Map<string, ViewState>();
  const standing = new Map<string, Fact>();
  for (const batch of all) {
    const view = `${batch.session}/${batch.view}`;
    const before = states.get(view) ?? initialViewState();
    const step = foldBatch(before, { batch, receivedAt: batch.page?.sentAt ?? 0 }, rules);
    states.set(view, step.state);
    for (const { sign, fact } of step.facts) {
      const key = `${view}/${fact.key}`;
      if (sign > 0) standing.set(key, fact);
      else standing.delete(key);
    }
  }
  return [...standing.values()];
}

const pick = <K extends Fact['kind']>(kind: K) =>
  facts.filter((fact): fact is Extract<Fact, { kind: K }> => fact.kind === kind);
const behaviourOf = (id: string) =>
  paymentMethods.find((method) => id === `pay-${method.id}`)?.behaviour;

describe('a made-up month', () => {
  it('is the same for the same seed, down to the byte, and another for another', () => {
    const [first] = month;
    const [other] = planMonth({ ...wishes, seed: 'b' }, 'UTC');
    if (!first || !other) throw new Error('There are no sessions.');
    expect(makeSession(first, layout)).toEqual(sessions[0]);
    expect(makeSession(other, layout)).not.toEqual(sessions[0]);
  });

  it('lies in its days, and each view follows the one before', () => {
    for (const session of sessions) {
      const sentAt = session.map((batch) => batch.sentAt);
      expect(sentAt.toSorted((a, b) => a - b)).toEqual(sentAt);
      expect(sentAt[0]).toBeGreaterThan(wishes.until - wishes.days * 86_400_000);
    }
  });

  it('has people who come back, on large and small screens, from several countries', () => {
    const visitors = new Set(month.map(({ person }) => person.visitor));
    expect(visitors.size).toBeLessThan(month.length * 0.85);
    expect(visitors.size).toBeGreaterThan(month.length * 0.5);
    expect(new Set(month.map(({ person }) => person.country)).size).toBeGreaterThan(5);
    const touch = month.filter(({ person }) => person.device.touch).length;
    expect(touch / month.length).toBeGreaterThan(0.3);
    expect(touch / month.length).toBeLessThan(0.6);
  });

  it('loses people at each step to the order', () => {
    const views = batches.flatMap(({ page }) => (page ? [new URL(page.url).pathname] : []));
    const products = views.filter((path) => path.startsWith('/product/')).length;
    const count = (path: string) => views.filter((each) => each === path).length;
    expect(products).toBeGreaterThan(count('/cart'));
    expect(count('/cart')).toBeGreaterThan(count('/checkout'));
    expect(count('/checkout')).toBeGreaterThan(count('/checkout/done'));
    expect(count('/checkout/done')).toBeGreaterThan(0);
  });

  it('tells of the shapes of pages from some sessions only', () => {
    const told = batches.filter(({ events }) => events.some(({ type }) => type === 'wireframe'));
    const share = new Set(told.map(({ session }) => session)).size / month.length;
    expect(share).toBeGreaterThan(0.02);
    expect(share).toBeLessThan(0.2);
  });
});

describe('what is made of it', () => {
  it('has rage at the payment buttons that do nothing, and at none that works', () => {
    const raged = pick('burst').filter(({ productive }) => !productive);
    const onPayments = raged.flatMap(({ element }) => behaviourOf(element?.id ?? '') ?? []);
    expect(onPayments.length).toBeGreaterThan(3);
    expect(new Set(onPayments)).toEqual(new Set(['dead']));
  });

  it('has dead clicks on pictures and dead buttons, and slow ones on the slow button', () => {
    const dead = pick('click').filter(({ isDead }) => isDead);
    const tags = new Set(dead.map(({ element }) => element?.tag));
    expect(tags).toEqual(new Set(['svg', 'button', ...(tags.has('a') ? ['a'] : [])]));
    const slow = pick('click').filter(({ isSlow }) => isSlow);
    expect(new Set(slow.map(({ element }) => element?.id))).toEqual(new Set(['pay-bank']));
  });

  it('has forms that are sent, and more that are given up, with the e-mail left most', () => {
    const forms = pick('form');
    const abandoned = forms.filter(({ submits }) => submits === 0);
    expect(abandoned.length).toBeGreaterThan(0);
    expect(abandoned.length).toBeLessThan(forms.length);
    const leftAt = abandoned.map(({ fields, last }) => fields[last ?? -1]?.field);
    expect(leftAt).toContain('email');
  });

  it('has reading, thrashing, errors and events of the shop’s own', () => {
    for (const kind of ['hover', 'scroll', 'dwell', 'typing', 'thrash', 'error', 'custom'] as const)
      expect(pick(kind).length, kind).toBeGreaterThan(0);
  });
});
