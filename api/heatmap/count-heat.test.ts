import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ClickFact, Fact, MovesFact } from '../fold/fact.ts';
import type { Increment, ViewContext } from '../ingest/aggregate.ts';
import { countHeat } from './count-heat.ts';

const day = 86_400_000;
const view: ViewContext = {
  site: 'shop',
  session: 's',
  visitor: 'v',
  view: 'w',
  startedAt: new Date(20_000 * day + day / 2),
  url: 'https://shop.test/',
  route: '/',
  referrer: '',
  kind: 0,
  viewportWidth: 1200,
  viewportHeight: 800,
  documentWidth: 1200,
  documentHeight: 3000,
  touch: false,
  automated: false,
  country: null,
  region: null,
  browser: null,
  os: null,
  device: 'DESKTOP',
  dayOf: (t) => 20_000 + Math.floor((t + day / 2) / day),
  hourOf: () => 0,
};

/** What is left when everything is added up. */
function sumOf(facts: readonly Fact[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const fact of facts) {
    for (const { id, field, by } of countHeat.fromFact?.(fact, view) ?? []) {
      const key = JSON.stringify([...Object.values(id), field]);
      sums.set(key, (sums.get(key) ?? 0) + by);
    }
  }
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const samples = fc.array(fc.record({ t: fc.nat(2 * day), x: fc.nat(1200), y: fc.nat(3000) }), {
  minLength: 1,
  maxLength: 200,
});

function makeMoves(part: readonly { t: number; x: number; y: number }[], key: string): MovesFact {
  const moves = { t: part.map(({ t }) => t), x: part.map(({ x }) => x), y: part.map(({ y }) => y) };
  return { kind: 'moves', key, t: part[0]?.t ?? 0, moves };
}

test('samples count the same however they are cut into batches, in any order, each on its own day', () => {
  fc.assert(
    fc.property(samples, fc.nat(), fc.boolean(), (all, where, reversed) => {
      const cut = where % all.length;
      const parts = [all.slice(0, cut), all.slice(cut)]
        .filter((part) => part.length > 0)
        .map((part, i) => makeMoves(part, `m${i}`));
      expect(sumOf(reversed ? parts.reverse() : parts)).toEqual(sumOf([makeMoves(all, 'm')]));
    }),
  );
});

const click: ClickFact = {
  kind: 'click',
  key: 'c0',
  t: 0,
  press: 0,
  element: { index: 0, tag: 'button', id: '', class: '', role: 'button', path: '#buy', name: '' },
  x: 325,
  y: 9,
  viewportX: 325,
  viewportY: 9,
  elementXMyriad: 10_000,
  elementYMyriad: 499,
  elementWidth: 100,
  elementHeight: 40,
  viewportWidth: 1279,
  viewportHeight: 800,
  pointer: 0,
  isDrag: false,
  isInteractive: true,
  exempt: 0,
  clickCount: 1,
  timeSinceLastClickMs: null,
  reaction: 'strong',
  reactionMs: 10,
  causes: 1,
  isDead: false,
  isSlow: false,
  isRage: false,
  isProductive: false,
  reason: null,
  silentMs: null,
};

const layersOf = (increments: readonly Increment[]) => increments.map(({ id }) => id.layer);

test('a click counts on its page and in its element, and once more for rage and for being dead', () => {
  const plain = countHeat.fromFact?.(click, view) ?? [];
  expect(plain).toEqual([
    {
      collection: 'heat',
      id: {
        route: '/',
        layer: 'CLICKS',
        device: 'DESKTOP',
        band: 1024,
        day: 20_000,
        member: '1,0',
      },
      field: '0',
      by: 1,
    },
    {
      collection: 'heat',
      id: {
        route: '/',
        layer: 'E_CLICKS',
        device: 'DESKTOP',
        band: 1024,
        day: 20_000,
        member: '["#buy","button","","","button",""]',
      },
      field: '19',
      by: 1,
    },
  ]);
  const angry = countHeat.fromFact?.({ ...click, isRage: true, isDead: true }, view) ?? [];
  expect(layersOf(angry)).toEqual(['CLICKS', 'E_CLICKS', 'RAGE', 'E_RAGE', 'DEAD', 'E_DEAD']);
});

test('a click of a productive burst is no rage, and one on nothing known has no element', () => {
  const productive = countHeat.fromFact?.({ ...click, isProductive: true, element: null }, view);
  expect(layersOf(productive ?? [])).toEqual(['CLICKS']);
});
