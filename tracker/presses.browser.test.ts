import { describe, expect, it, vi } from 'vitest';
import { Cause, Pointer, PressFlag, ReactionKind } from '../schema/wire/events.ts';
import { useSpecimens } from './testing/use-specimens.ts';

const specimens = useSpecimens();

describe('where a press is told to be', () => {
  it('with its place in its element, which is the button around what was hit', async () => {
    const box = await specimens.page.locator('#inert').boundingBox();
    const [press] = await specimens.report(() =>
      specimens.page.locator('#inert').click({ position: { x: (box?.width ?? 0) / 4, y: 5 } }),
    );
    expect(press?.elementXMyriad).toBeGreaterThan(2_300);
    expect(press?.elementXMyriad).toBeLessThan(2_700);
    expect(press?.elementWidth).toBe(Math.round(box?.width ?? 0));
    expect((press?.flags ?? 0) & PressFlag.interactive).toBe(PressFlag.interactive);
    const element = specimens.collector.batches.flatMap(({ elements }) => elements)[
      press?.element ?? -1
    ];
    expect(element).toMatchObject({ tag: 'button', id: 'inert', path: '#inert' });
  });

  it('by the keyboard, at the middle of the element', async () => {
    const presses = await specimens.report(async () => {
      await specimens.page.locator('#toggle').focus();
      await specimens.page.keyboard.press('Enter');
      await specimens.page.keyboard.press('Space');
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
});

describe('what a press is told to be', () => {
  it('by touch', async () => {
    const [press] = await specimens.report(() => specimens.page.locator('#answer').tap());
    expect(press).toMatchObject({ pointer: Pointer.touch, kind: ReactionKind.strong });
  });

  it('by pen', async () => {
    const [press] = await specimens.report(() =>
      specimens.page.locator('#inert').evaluate((button) => {
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
    const [press] = await specimens.report(async () => {
      await specimens.page.locator('#flash').hover();
      await specimens.page.mouse.down();
      const box = await specimens.page.locator('#flash').boundingBox();
      await specimens.page.mouse.move((box?.x ?? 0) + 2, (box?.y ?? 0) + 2);
      await specimens.page.mouse.up();
    });
    expect((press?.flags ?? 0) & PressFlag.drag).toBe(PressFlag.drag);
  });

  it('as exempt from rage, where the site says so', async () => {
    const [press] = await specimens.report(specimens.click('no-rage'));
    expect((press?.flags ?? 0) & PressFlag.noRage).toBe(PressFlag.noRage);
  });

  it('not at all, where the site hides it, and as a swipe where the browser took it for scrolling', async () => {
    await specimens.click('ignored')();
    await specimens.page.locator('#inert').evaluate((button) => {
      for (const type of ['pointerdown', 'pointercancel']) {
        const finger = { pointerType: 'touch', isPrimary: true, bubbles: true, composed: true };
        button.dispatchEvent(new PointerEvent(type, finger));
      }
    });
    await specimens.page.clock.runFor(8_000);
    await vi.waitFor(() => expect(specimens.collector.events('swipe')).toHaveLength(1));
    expect(specimens.collector.events('press')).toEqual([]);
    expect(specimens.collector.events('reaction')).toEqual([]);
  });

  it('on the page of specimens, beside each, for a person', async () => {
    await specimens.click('answer')();
    const output = specimens.page.locator('output[data-recorded=answer]');
    await vi.waitFor(async () =>
      expect(await output.textContent()).toContain('press 1 → answered'),
    );
  });
});

describe('leaving before the verdict', () => {
  it('is unknown, never dead', async () => {
    await specimens.click('inert')();
    await specimens.page.clock.runFor(2_000);
    await specimens.page.goto('about:blank');
    await vi.waitFor(() => expect(specimens.collector.events('reaction')).toHaveLength(1));
    expect(specimens.collector.events('reaction')[0]).toMatchObject({ kind: ReactionKind.unknown });
  });

  it('was the answer, where it came at once', async () => {
    await specimens.click('inert')();
    await specimens.page.goto('about:blank');
    await vi.waitFor(() => expect(specimens.collector.events('reaction')).toHaveLength(1));
    const [reaction] = specimens.collector.events('reaction');
    expect(reaction?.kind).toBe(ReactionKind.strong);
    expect((reaction?.causes ?? 0) & Cause.hide).toBe(Cause.hide);
  });
});
