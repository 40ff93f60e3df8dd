import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it, vi } from 'vitest';
import { Cause, Exempt, Pointer, PressFlag, ReactionKind } from '../schema/wire/events.ts';
import type { FakeCollector } from './testing/fake-collector.ts';
import { openBrowser } from './testing/open-browser.ts';
import { openPage, startTracked } from './testing/tracked-page.ts';

let collector: FakeCollector;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const html = await readFile(new URL('../demo/specimens/index.html', import.meta.url), 'utf8');
  collector = await startTracked();
  collector.setPage(
    '/specimens',
    html.replaceAll('{{collector}}', collector.url).replaceAll('{{site}}', 'shop'),
  );
  browser = await openBrowser(inject('chromiumPath'));
});
afterAll(async () => {
  await browser.close();
  await collector.stop();
});
beforeEach(async () => {
  collector.batches.length = 0;
  const context = await browser.newContext({
    hasTouch: true,
    // Tall enough that nothing need be scrolled to: scrolling answers a press.
    viewport: { width: 1_200, height: 4_500 },
  });
  ({ page } = await openPage(context, `${collector.url}/specimens`));
  // The clock on the page has ticked before anything is pressed.
  await page.clock.runFor(2_500);
  return () => context.close();
});

/** Presses, lets the time of a verdict pass, and gives what was reported of each press. */
async function report(press: () => Promise<unknown>, ms = 8_000) {
  await press();
  await page.clock.runFor(ms);
  await vi.waitFor(() => expect(collector.events('press').length).toBeGreaterThan(0), 5_000);
  await page.clock.runFor(4_000);
  await vi.waitFor(() => {
    const judged = new Set(collector.events('reaction').map((reaction) => reaction.press));
    expect(judged.size).toBe(collector.events('press').length);
  }, 5_000);
  return collector.events('press').map((event) => {
    const seen = collector.events('reaction').filter((reaction) => reaction.press === event.press);
    return {
      ...event,
      kind: Math.max(...seen.map(({ kind }) => kind)),
      afterMs: Math.min(...seen.map(({ afterMs }) => afterMs)),
      causes: seen.reduce((all, { causes }) => all | causes, 0),
      networkMs: Math.max(...seen.map(({ networkMs }) => networkMs)),
    };
  });
}
const click = (id: string) => () => page.locator(`#${id}`).click();

describe('what answers a press', () => {
  it.each([
    ['a button that changes its text', 'answer', Cause.nodes],
    ['a popover opened by attribute', 'popover', Cause.toggle],
    ['a disclosure', 'details', Cause.toggle],
    ['a handler that changes only its shadow root', 'shadow', Cause.nodes],
    ['a menu that opens on pointerdown', 'pointerdown', Cause.attribute],
    ['a toggle', 'toggle', Cause.attribute],
    ['a class that stays', 'class', Cause.attribute],
    ['a copy button', 'copy', Cause.copy],
    ['a change in a frame of the same site', 'iframe', Cause.nodes],
    ['a jump within the page', 'hash', Cause.navigation],
  ])('%s', async (_what, id, cause) => {
    const [press] = await report(click(id));
    expect(press).toMatchObject({ kind: ReactionKind.strong });
    expect((press?.causes ?? 0) & cause).toBe(cause);
    expect(press?.afterMs).toBeLessThan(1_000);
  });

  it('label and checkbox, as one press', async () => {
    const presses = await report(click('label'));
    expect(presses).toHaveLength(1);
    expect(presses[0]).toMatchObject({ kind: ReactionKind.strong, exempt: Exempt.none });
    expect((presses[0]?.causes ?? 0) & Cause.input).toBe(Cause.input);
  });

  it('the selection that a triple click makes', async () => {
    const presses = await report(() => page.locator('#selection').click({ clickCount: 3 }));
    expect(presses).toHaveLength(3);
    const causes = presses.reduce((all, press) => all | press.causes, 0);
    expect(causes & Cause.selection).toBe(Cause.selection);
  });

  it.each([
    ['a carousel', 'carousel'],
    ['a number spinner', 'more'],
  ])('%s, at each of several quick presses', async (_what, id) => {
    const presses = await report(async () => {
      for (let i = 0; i < 4; i++) await page.locator(`#${id}`).click();
    });
    expect(presses.map(({ kind }) => kind)).toEqual(Array(4).fill(ReactionKind.strong));
  });

  it('a reply after 3 s, which is slow', async () => {
    const [press] = await report(click('late'));
    expect(press?.kind).toBe(ReactionKind.strong);
    expect(press?.afterMs).toBeGreaterThanOrEqual(3_000);
    expect(press?.afterMs).toBeLessThan(4_000);
  });
});

describe('what does not answer a press', () => {
  it.each([
    ['nothing at all', 'inert', 0],
    ['an :active flash', 'flash', 0],
    ['a flash by class', 'blink', Cause.styleReverted],
    ['a ripple', 'ripple', Cause.styleReverted],
    ['focus alone', 'focus', 0],
  ])('%s', async (_what, id, cause) => {
    const [press] = await report(click(id));
    expect(press?.kind).toBeLessThan(ReactionKind.strong);
    expect((press?.causes ?? 0) & cause).toBe(cause);
    expect(press).toMatchObject({ exempt: Exempt.none, afterMs: 5_000 });
  });

  it('a clock that ticks beside it', async () => {
    const [press] = await report(click('clock'));
    expect(press).toMatchObject({ kind: ReactionKind.weak, causes: Cause.alreadyChanging });
  });

  it('a disabled button, which is pressed all the same', async () => {
    const [press] = await report(() => page.locator('#disabled').click({ force: true }));
    expect(press?.kind).toBeLessThan(ReactionKind.strong);
    expect(press?.exempt).toBe(Exempt.none);
  });

  it('a change made by the next press elsewhere, to the presses before it', async () => {
    const presses = await report(async () => {
      await click('inert')();
      await page.clock.runFor(1_500);
      await click('answer')();
    });
    expect(presses.map(({ kind }) => kind)).toEqual([ReactionKind.weak, ReactionKind.strong]);
  });
});

/** In real time: a browser times requests by a clock of its own. */
describe('requests', () => {
  beforeEach(async () => {
    await page.goto('about:blank');
    collector.batches.length = 0;
    page = await page.context().newPage();
    await page.goto(`${collector.url}/specimens`);
    // Its clock has ticked.
    await page.locator('#time', { hasText: '1' }).waitFor();
  });

  it('a reply after 3 s is slow', async () => {
    await click('request')();
    await vi.waitFor(() => expect(collector.events('reaction')).not.toEqual([]), 10_000);
    const [reaction] = collector.events('reaction');
    expect(reaction?.kind).toBe(ReactionKind.strong);
    expect(reaction?.afterMs).toBeGreaterThan(2_900);
    expect(reaction?.afterMs).toBeLessThan(4_500);
  });

  it('one that ends after 6 s with nothing to see is told behind the verdict', async () => {
    await click('network')();
    await vi.waitFor(() => expect(collector.events('reaction')).toHaveLength(2), 12_000);
    const [verdict, revival] = collector.events('reaction');
    expect(verdict).toMatchObject({ kind: ReactionKind.weak, networkMs: 0 });
    expect(revival?.kind).toBe(ReactionKind.weak);
    expect(revival?.networkMs).toBeGreaterThan(5_900);
    expect(revival?.networkMs).toBeLessThan(8_000);
  });
});

describe('what is never judged dead', () => {
  it.each([
    ['a text field', 'text', Exempt.textField],
    ['a select', 'select', Exempt.select],
    ['a file picker', 'file', Exempt.picker],
    ['editable text', 'editable', Exempt.editable],
    ['a canvas', 'canvas', Exempt.canvas],
    ['a video', 'video', Exempt.video],
    ['a link to a new tab', 'tab', Exempt.newTab],
    ['a download', 'download', Exempt.download],
    ['a mail link', 'mail', Exempt.externalProtocol],
    ['what the site exempts', 'no-dead', Exempt.attribute],
  ])('%s', async (_what, id, exempt) => {
    const [press] = await report(click(id));
    expect(press).toMatchObject({ exempt });
  });

  it('a press with a modifier', async () => {
    const [press] = await report(() => page.locator('#inert').click({ modifiers: ['Shift'] }));
    expect(press).toMatchObject({ exempt: Exempt.modifiedClick });
  });
});

describe('how a press is told', () => {
  it('with its place in its element, which is the button around what was hit', async () => {
    const box = await page.locator('#inert').boundingBox();
    const [press] = await report(() =>
      page.locator('#inert').click({ position: { x: (box?.width ?? 0) / 4, y: 5 } }),
    );
    expect(press?.elementXMyriad).toBeGreaterThan(2_300);
    expect(press?.elementXMyriad).toBeLessThan(2_700);
    expect(press?.elementWidth).toBe(Math.round(box?.width ?? 0));
    expect((press?.flags ?? 0) & PressFlag.interactive).toBe(PressFlag.interactive);
    const element = collector.batches.flatMap(({ elements }) => elements)[press?.element ?? -1];
    expect(element).toMatchObject({ tag: 'button', id: 'inert', path: '#inert' });
  });

  it('by the keyboard, at the middle of the element', async () => {
    const presses = await report(async () => {
      await page.locator('#toggle').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Space');
    });
    expect(presses).toHaveLength(2);
    for (const press of presses) {
      expect(press).toMatchObject({
        pointer: Pointer.keyboard,
        elementXMyriad: 5_000,
        elementYMyriad: 5_000,
        kind: ReactionKind.strong,
      });
    }
  });

  it('by touch', async () => {
    const [press] = await report(() => page.locator('#answer').tap());
    expect(press).toMatchObject({ pointer: Pointer.touch, kind: ReactionKind.strong });
  });

  it('by pen', async () => {
    const [press] = await report(() =>
      page.locator('#inert').evaluate((button) => {
        const { x, y } = button.getBoundingClientRect();
        for (const type of ['pointerdown', 'pointerup']) {
          const place = { clientX: x + 5, clientY: y + 5, bubbles: true, composed: true };
          const pen = { ...place, pointerType: 'pen', isPrimary: true };
          button.dispatchEvent(new PointerEvent(type, pen));
        }
      }),
    );
    expect(press).toMatchObject({ pointer: Pointer.pen });
  });

  it('as a drag, where it moved by more than 4 px', async () => {
    const [press] = await report(async () => {
      await page.locator('#flash').hover();
      await page.mouse.down();
      const box = await page.locator('#flash').boundingBox();
      await page.mouse.move((box?.x ?? 0) + 2, (box?.y ?? 0) + 2);
      await page.mouse.up();
    });
    expect((press?.flags ?? 0) & PressFlag.drag).toBe(PressFlag.drag);
  });

  it('as exempt from rage, where the site says so', async () => {
    const [press] = await report(click('no-rage'));
    expect((press?.flags ?? 0) & PressFlag.noRage).toBe(PressFlag.noRage);
  });

  it('not at all, where the site hides it, and as a swipe where the browser took it for scrolling', async () => {
    await click('ignored')();
    await page.locator('#inert').evaluate((button) => {
      for (const type of ['pointerdown', 'pointercancel']) {
        const finger = { pointerType: 'touch', isPrimary: true, bubbles: true, composed: true };
        button.dispatchEvent(new PointerEvent(type, finger));
      }
    });
    await page.clock.runFor(8_000);
    await vi.waitFor(() => expect(collector.events('swipe')).toHaveLength(1));
    expect(collector.events('press')).toEqual([]);
    expect(collector.events('reaction')).toEqual([]);
  });

  it('on the page of specimens, beside each, for a person', async () => {
    await click('answer')();
    const output = page.locator('output[data-recorded=answer]');
    await vi.waitFor(async () =>
      expect(await output.textContent()).toContain('press 1 → answered'),
    );
  });
});

describe('leaving before the verdict', () => {
  it('is unknown, never dead', async () => {
    await click('inert')();
    await page.clock.runFor(2_000);
    await page.goto('about:blank');
    await vi.waitFor(() => expect(collector.events('reaction')).toHaveLength(1));
    expect(collector.events('reaction')[0]).toMatchObject({ kind: ReactionKind.unknown });
  });

  it('was the answer, where it came at once', async () => {
    await click('inert')();
    await page.goto('about:blank');
    await vi.waitFor(() => expect(collector.events('reaction')).toHaveLength(1));
    const [reaction] = collector.events('reaction');
    expect(reaction?.kind).toBe(ReactionKind.strong);
    expect((reaction?.causes ?? 0) & Cause.hide).toBe(Cause.hide);
  });
});
