import { expect, test } from 'vitest';
import type { WireEvent } from '../../schema/wire/events.ts';
import type { SignedFact } from './fact.ts';
import { keepFacts, keptByBatch, keptSpanMs } from './keep-facts.ts';
import { foldEvents, usualRules } from './testing/fold-events.ts';
import { makeBatch } from './testing/view-stream.ts';

const scroll = (t: number): WireEvent => ({
  type: 'scroll',
  t,
  element: -1,
  y: t,
  height: 3_200,
  viewport: 800,
});
const hover = (t: number, durationMs: number): WireEvent => ({
  type: 'hover',
  t,
  element: 1,
  durationMs,
  clicked: 0,
});
/** As the fold says it, before anybody says where it lies. */
const forget = ({ sign, fact }: SignedFact): SignedFact => ({ sign, fact });
const keysOf = (facts: readonly { key: string }[] | undefined) => facts?.map(({ key }) => key);

test('hovers and scrolls lie in the batch that told them, other events in none', () => {
  const error: WireEvent = {
    type: 'error',
    t: 300,
    message: 'no',
    source: '',
    line: 1,
    column: 1,
    press: -1,
  };
  const { steps } = foldEvents(
    usualRules,
    [scroll(100), error],
    [hover(2_100, 200), scroll(2_400)],
  );
  const kept = keptByBatch(steps.flat());
  expect(keysOf(kept.get(0))).toEqual(['s0']);
  expect(keysOf(kept.get(1))).toEqual(['h0', 's1']);
  const others = steps.flat().filter(({ keptBy }) => keptBy === undefined);
  expect(others.map(({ fact }) => fact.kind)).toEqual(expect.arrayContaining(['view', 'error']));
});

test('what began long before the batch ended lies in none', () => {
  const { steps } = foldEvents(usualRules, [
    hover(0, keptSpanMs),
    hover(1, 400),
    scroll(keptSpanMs + 1),
  ]);
  expect(keysOf(keptByBatch(steps.flat()).get(0))).toEqual(['h1', 's0']);
});

test('movement is part of when a batch ended', () => {
  const told = foldEvents(usualRules, [scroll(100)]).steps.flat();
  const still = makeBatch({ seq: 7 });
  const moved = makeBatch({ seq: 7, moves: { t: [keptSpanMs + 101], x: [1], y: [1] } });
  expect(keysOf(keptByBatch(keepFacts(told.map(forget), still)).get(7))).toEqual(['s0']);
  expect(keptByBatch(keepFacts(told.map(forget), moved)).size).toBe(0);
});

test('a batch with movement over a longer time keeps nothing', () => {
  const told = foldEvents(usualRules, [scroll(100 + keptSpanMs)]).steps.flat();
  const near = makeBatch({ seq: 7, moves: { t: [100], x: [1], y: [1] } });
  const far = makeBatch({ seq: 7, moves: { t: [99], x: [1], y: [1] } });
  expect(keysOf(keptByBatch(keepFacts(told.map(forget), near)).get(7))).toEqual(['s0']);
  expect(keptByBatch(keepFacts(told.map(forget), far)).size).toBe(0);
});

test('what is taken back lies in no batch any more', () => {
  const { steps } = foldEvents(usualRules, [scroll(100), scroll(200)]);
  const withdrawn = steps.flat().map((signed) => ({ ...signed, sign: -1 as const }));
  expect(keptByBatch(withdrawn).size).toBe(0);
});
