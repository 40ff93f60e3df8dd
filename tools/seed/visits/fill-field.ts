import { FormState } from '../../../schema/wire/events.ts';
import { changes } from '../answer.ts';
import type { Hand } from '../hand.ts';
import type { SeenElement } from '../page-view.ts';
import type { Visitor } from './visitor.ts';

interface CheckoutField {
  readonly name: string;
  readonly type: string;
  readonly order: number;
  /** Presses of keys, about. */
  readonly keys: number;
  /** Shares of those who get here. */
  readonly skipped: number;
  readonly givenUp: number;
}

const text = { type: 'text', skipped: 0 } as const;

/** As the form has them. */
export const checkoutFields: readonly CheckoutField[] = [
  { ...text, name: 'name', order: 0, keys: 12, givenUp: 0.03 },
  { ...text, name: 'email', type: 'email', order: 1, keys: 20, givenUp: 0.14 },
  { ...text, name: 'street', order: 2, keys: 16, givenUp: 0.08 },
  { ...text, name: 'postcode', order: 3, keys: 5, givenUp: 0.02 },
  { ...text, name: 'city', order: 4, keys: 9, givenUp: 0.02 },
  { name: 'country', type: 'select-one', order: 5, keys: 0, skipped: 0.55, givenUp: 0.01 },
  { name: 'delivery', type: 'radio', order: 6, keys: 0, skipped: 0.6, givenUp: 0.04 },
  { name: 'gift', type: 'checkbox', order: 7, keys: 0, skipped: 0.85, givenUp: 0 },
  { name: 'note', type: 'textarea', order: 8, keys: 40, skipped: 0.88, givenUp: 0.02 },
];

/** What the form consists of: told when its first field gets the focus. */
export function tellOfFields(hand: Hand): void {
  for (const { name, type, order } of checkoutFields) {
    const names = { form: 'checkout', field: name, fieldType: type };
    hand.view.script.event('form', { t: hand.now(), state: FormState.field, order, ...names });
  }
}

export function fillField(
  hand: Hand,
  visitor: Visitor,
  { name, type, order, keys }: CheckoutField,
  again = false,
): void {
  const { chance, person } = visitor;
  const element = findElement(hand, name);
  if (element) hand.press(element, changes(chance));
  const start = hand.now();
  const hesitationMs = Math.round(chance.skewed(500 + 1_800 * person.temper.doubt, 0.5));
  hand.wait(hesitationMs);
  const corrections = keys > 0 ? chance.whole(0, order === 1 ? 3 : 1) : 0;
  if (keys > 0) typeOn(hand, visitor, Math.round(keys * chance.between(0.7, 1.4)));
  else hand.wait(chance.skewed(900, 0.4));
  hand.view.script.event('field', {
    t: start,
    order,
    durationMs: hand.now() - start,
    hesitationMs,
    changes: 1,
    corrections,
    refilled: again ? 1 : 0,
    ...{ form: 'checkout', field: name, fieldType: type },
  });
}

function findElement(hand: Hand, name: string): SeenElement | undefined {
  const byId = hand.view.parts('field').find(({ strings }) => strings[1] === name);
  const choices = hand.view.parts('choice');
  return byId ?? (name === 'gift' ? choices.at(-1) : choices[1]);
}

/** Timing only, as ever. */
function typeOn(hand: Hand, { chance, person }: Visitor, presses: number): void {
  const t = hand.now();
  const intervalMs = chance.skewed(190, 0.25) * person.temper.pace;
  const durationMs = Math.round(intervalMs * (presses - 1));
  hand.view.script.event('typing', {
    t,
    presses,
    durationMs,
    shortestIntervalMs: Math.round(intervalMs * 0.4),
    longestIntervalMs: Math.round(Math.min(1_900, intervalMs * chance.between(1.6, 4))),
  });
  hand.wait(durationMs + chance.skewed(250, 0.4));
}
