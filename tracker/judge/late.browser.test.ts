import type { Route } from 'playwright-core';
import { expect, it, vi } from 'vitest';
import { Cause, ReactionKind } from '../../schema/wire/events.ts';
import { useSpecimens } from '../testing/use-specimens.ts';

const specimens = useSpecimens();

/** Holds `t-press.js` back, until the function it gives is called. */
async function holdJudge(): Promise<() => Promise<void>> {
  const held: Route[] = [];
  await specimens.page.route('**/t-press.js', (route) => void held.push(route));
  return async () => {
    await vi.waitFor(() => expect(held).toHaveLength(1), 5_000);
    await held[0]?.continue();
  };
}
const click = (id: string) => specimens.click(id)();

it('is not asked for before the first press', async () => {
  specimens.collector.requests.length = 0;
  await specimens.page.mouse.move(100, 100);
  await specimens.page.keyboard.press('Tab');
  await specimens.page.mouse.wheel(0, 100);
  await specimens.page.clock.runFor(3_000);
  expect(specimens.collector.requests).not.toContain('/t-press.js');
  await click('inert');
  await vi.waitFor(() => expect(specimens.collector.requests).toContain('/t-press.js'), 5_000);
});

it.each([
  ['a text that changed', 'answer', ReactionKind.strong, Cause.nodes],
  ['a toggle', 'toggle', ReactionKind.strong, Cause.attribute],
  ['a copy', 'copy', ReactionKind.strong, Cause.copy],
  ['a flash that is over', 'blink', ReactionKind.weak, Cause.styleReverted],
  ['a ripple that is over', 'ripple', ReactionKind.weak, Cause.styleReverted],
])('judges what it was not there to see: %s', async (_what, id, kind, cause) => {
  const letGo = await holdJudge();
  const [press] = await specimens.report(async () => {
    await click(id);
    await specimens.page.clock.runFor(1_000);
    await letGo();
  });
  expect(press).toMatchObject({ kind });
  expect((press?.causes ?? 0) & cause).toBe(cause);
  if (kind === ReactionKind.strong) expect(press?.afterMs).toBeLessThan(1_000);
});

it('knows of a text that changed back before it came', async () => {
  const letGo = await holdJudge();
  const [press] = await specimens.report(async () => {
    await specimens.page.locator('#inert').evaluate((button) => {
      button.addEventListener('click', () => {
        const text = button.firstChild as Text;
        const before = text.data;
        text.data = 'Wait';
        setTimeout(() => {
          text.data = before;
        }, 50);
      });
    });
    await click('inert');
    await specimens.page.clock.runFor(1_000);
    await letGo();
  });
  expect(press).toMatchObject({ kind: ReactionKind.strong });
});

it('knows of the next press elsewhere, whose changes do not answer the first', async () => {
  const letGo = await holdJudge();
  const presses = await specimens.report(async () => {
    await click('inert');
    await specimens.page.clock.runFor(1_500);
    await click('answer');
    await letGo();
  });
  expect(presses.map(({ kind }) => kind)).toEqual([ReactionKind.weak, ReactionKind.strong]);
});

it.each<[string, (route: Route) => Promise<void>]>([
  ['cannot be loaded', (route) => route.abort()],
  [
    'is of another version, with other short names',
    (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'export const makeJudge0000 = () => { throw 0; };',
      }),
  ],
])('leaves the verdict of every press open where it %s', async (_what, answer) => {
  await specimens.page.route('**/t-press.js', answer);
  for (const count of [1, 2]) {
    await click('answer');
    await specimens.page.clock.runFor(8_000);
    await vi.waitFor(
      () => expect(specimens.collector.events('reaction')).toHaveLength(count),
      5_000,
    );
  }
  const { unknown } = ReactionKind;
  expect(specimens.collector.events('reaction')).toMatchObject([
    { press: 0, kind: unknown, causes: 0 },
    { press: 1, kind: unknown, causes: 0 },
  ]);
});

it('leaves the verdict open where the page is left before it came, unless leaving was the answer', async () => {
  await holdJudge();
  await click('inert');
  await specimens.page.clock.runFor(2_000);
  await click('inert');
  await specimens.page.goto('about:blank');
  await vi.waitFor(() => expect(specimens.collector.events('reaction')).toHaveLength(2), 5_000);
  const [left, answered] = specimens.collector.events('reaction');
  expect(left).toMatchObject({ press: 0, kind: ReactionKind.unknown });
  expect(answered).toMatchObject({ press: 1, kind: ReactionKind.strong, causes: Cause.hide });
});
