import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Cause, ReactionKind } from '../schema/wire/events.ts';
import { useSpecimens } from './testing/use-specimens.ts';

const specimens = useSpecimens();

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
    const [press] = await specimens.report(specimens.click(id));
    expect(press).toMatchObject({ kind: ReactionKind.strong });
    expect((press?.causes ?? 0) & cause).toBe(cause);
    expect(press?.afterMs).toBeLessThan(1_000);
  });

  it('label and checkbox, as one press', async () => {
    const presses = await specimens.report(specimens.click('label'));
    expect(presses).toHaveLength(1);
    expect(presses[0]).toMatchObject({ kind: ReactionKind.strong, exempt: 0 });
    expect((presses[0]?.causes ?? 0) & Cause.input).toBe(Cause.input);
  });

  it('the selection that a triple click makes', async () => {
    const presses = await specimens.report(() =>
      specimens.page.locator('#selection').click({ clickCount: 3 }),
    );
    expect(presses).toHaveLength(3);
    const causes = presses.reduce((all, press) => all | press.causes, 0);
    expect(causes & Cause.selection).toBe(Cause.selection);
  });

  it.each([
    ['a carousel', 'carousel'],
    ['a number spinner', 'more'],
  ])('%s, at each of several quick presses', async (_what, id) => {
    const presses = await specimens.report(async () => {
      for (let i = 0; i < 4; i++) await specimens.page.locator(`#${id}`).click();
    });
    expect(presses.map(({ kind }) => kind)).toEqual(Array(4).fill(ReactionKind.strong));
  });

  it('a reply after 3 s, which is slow', async () => {
    const [press] = await specimens.report(specimens.click('late'));
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
    const [press] = await specimens.report(specimens.click(id));
    expect(press?.kind).toBeLessThan(ReactionKind.strong);
    expect((press?.causes ?? 0) & cause).toBe(cause);
    expect(press).toMatchObject({ exempt: 0, afterMs: 5_000 });
  });

  it('a clock that ticks beside it', async () => {
    const [press] = await specimens.report(specimens.click('clock'));
    expect(press).toMatchObject({ kind: ReactionKind.weak, causes: Cause.alreadyChanging });
  });

  it('a disabled button, which is pressed all the same', async () => {
    const [press] = await specimens.report(() =>
      specimens.page.locator('#disabled').click({ force: true }),
    );
    expect(press?.kind).toBeLessThan(ReactionKind.strong);
    expect(press?.exempt).toBe(0);
  });

  it('a change made by the next press elsewhere, to the presses before it', async () => {
    const presses = await specimens.report(async () => {
      await specimens.click('inert')();
      await specimens.page.clock.runFor(1_500);
      await specimens.click('answer')();
    });
    expect(presses.map(({ kind }) => kind)).toEqual([ReactionKind.weak, ReactionKind.strong]);
  });
});

/** In real time: a browser times requests by a clock of its own. */
describe('requests', () => {
  beforeEach(async () => {
    await specimens.page.goto('about:blank');
    specimens.page = await specimens.page.context().newPage();
    specimens.collector.batches.length = 0;
    await specimens.page.goto(`${specimens.collector.url}/specimens`);
    // Its clock has ticked.
    await specimens.page.locator('#time', { hasText: '1' }).waitFor();
  });

  it('a reply after 3 s is slow', async () => {
    await specimens.click('request')();
    await vi.waitFor(() => expect(specimens.collector.events('reaction')).not.toEqual([]), 10_000);
    const [reaction] = specimens.collector.events('reaction');
    expect(reaction?.kind).toBe(ReactionKind.strong);
    expect(reaction?.afterMs).toBeGreaterThan(2_900);
    expect(reaction?.afterMs).toBeLessThan(4_500);
  });

  it('one that ends after 6 s with nothing to see is told behind the verdict', async () => {
    await specimens.click('network')();
    await vi.waitFor(() => expect(specimens.collector.events('reaction')).toHaveLength(2), 12_000);
    const [verdict, revival] = specimens.collector.events('reaction');
    expect(verdict).toMatchObject({ kind: ReactionKind.weak, networkMs: 0 });
    expect(revival?.kind).toBe(ReactionKind.weak);
    expect(revival?.networkMs).toBeGreaterThan(5_900);
    expect(revival?.networkMs).toBeLessThan(8_000);
  });
});

describe('what is never judged dead', () => {
  it.each([
    ['a text field', 'text'],
    ['a select', 'select'],
    ['a file picker', 'file'],
    ['editable text', 'editable'],
    ['a canvas', 'canvas'],
    ['a video', 'video'],
    ['a link to a new tab', 'tab'],
    ['a download', 'download'],
    ['a mail link', 'mail'],
    ['what the site exempts', 'no-dead'],
  ])('%s', async (_what, id) => {
    const [press] = await specimens.report(specimens.click(id));
    expect(press).toMatchObject({ exempt: 1 });
  });

  it('a press with a modifier', async () => {
    const [press] = await specimens.report(() =>
      specimens.page.locator('#inert').click({ modifiers: ['Shift'] }),
    );
    expect(press).toMatchObject({ exempt: 1 });
  });

  it.each([
    [1, 'a colour', '<input type="color">'],
    [1, 'a date', '<input type="date">'],
    [1, 'a search', '<input type="search">'],
    [1, 'a type that no browser knows, which is a text field', '<input type="colour">'],
    [1, 'a text field in another role', '<input role="combobox">'],
    [1, 'a text area', '<textarea></textarea>'],
    [1, 'what labels a text field', '<label>Name <input hidden></label>'],
    [1, 'a named target', '<a href="/" target="help">Help</a>'],
    [1, 'a telephone link', '<a href="tel:+4912">Call</a>'],
    [0, 'a link in this tab', '<a href="/x?a:b" target="_self">Here</a>'],
    [0, 'a script link', '<a href="javascript:void 0">Here</a>'],
    [0, 'no link', '<a download-it>Here</a>'],
    [0, 'a range', '<input type="range">'],
    [0, 'a radio button', '<input type="radio">'],
    [0, 'a submit button', '<input type="submit">'],
    [0, 'what labels a checkbox', '<label>Yes <input type="checkbox" hidden></label>'],
    [0, 'an element with a name of its own', '<video-card>Film</video-card>'],
  ])('%i: %s', async (exempt, _what, html) => {
    const [press] = await specimens.report(() =>
      specimens.page.evaluate((inner) => {
        document.body.insertAdjacentHTML('afterbegin', `<div id="added">${inner}</div>`);
        for (const type of ['pointerdown', 'pointerup']) {
          const finger = { isPrimary: true, bubbles: true, composed: true };
          document.querySelector('#added > *')?.dispatchEvent(new PointerEvent(type, finger));
        }
      }, html),
    );
    expect(press?.exempt).toBe(exempt);
  });
});
