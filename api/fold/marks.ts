import type { ElementInfo } from '../../schema/wire/batch.ts';
import { Visibility, type WireEventOf } from '../../schema/wire/events.ts';
import type { Fact, TabState } from './fact.ts';
import type { Ledger } from './ledger.ts';

/** Events that are facts as they come: nothing later changes them. */
export type Mark = WireEventOf<'hover' | 'visibility' | 'typing' | 'error' | 'custom'>;

/** Numbers of the next facts of each kind. */
export type MarkNumbers = { readonly [T in Mark['type']]: number };

export const noMarks: MarkNumbers = { hover: 0, visibility: 0, typing: 0, error: 0, custom: 0 };

/** @param element what a hover is on; a hover on what is not known (a batch is missing) tells nothing yet */
export function foldMark(
  numbers: MarkNumbers,
  mark: Mark,
  element: ElementInfo | null,
  ledger: Ledger,
): MarkNumbers {
  const number = numbers[mark.type];
  const fact = makeFact(mark, number, element);
  if (fact) ledger.revise(null, fact);
  return { ...numbers, [mark.type]: number + 1 };
}

function makeFact(mark: Mark, number: number, element: ElementInfo | null): Fact | null {
  const { t } = mark;
  switch (mark.type) {
    case 'hover': {
      const { durationMs, clicked } = mark;
      const key = `h${number}`;
      return element && { kind: 'hover', key, t, element, durationMs, clicked: clicked === 1 };
    }
    case 'visibility':
      return { kind: 'visibility', key: `v${number}`, t, state: nameTabState(mark.state) };
    case 'typing': {
      const { presses, durationMs, shortestIntervalMs, longestIntervalMs } = mark;
      const timing = { presses, durationMs, shortestIntervalMs, longestIntervalMs };
      return { kind: 'typing', key: `k${number}`, t, ...timing };
    }
    case 'error': {
      const { message, source, line, column } = mark;
      const press = mark.press < 0 ? null : mark.press;
      return { kind: 'error', key: `e${number}`, t, message, source, line, column, press };
    }
    case 'custom': {
      const { name, properties } = mark;
      return { kind: 'custom', key: `u${number}`, t, name, properties };
    }
  }
}

function nameTabState(state: number): TabState {
  if (state === Visibility.shown) return 'shown';
  return state === Visibility.hidden ? 'hidden' : 'closed';
}
