import { Cause } from '../../schema/wire/events.ts';

/** What an event that answers a press counts as (a `Cause` bit), and how long after the press it still does, ms. */
type Answer = readonly [cause: number, withinMs?: number];

/** Those that are strong reactions, by type; `navigation` is any change of the address. */
const answers: ReadonlyMap<string, Answer> = new Map<string, Answer>([
  ['input', [Cause.input]],
  ['change', [Cause.input]],
  ['submit', [Cause.submit]],
  ['toggle', [Cause.toggle]],
  ['beforetoggle', [Cause.toggle]],
  ['close', [Cause.toggle]],
  ['play', [Cause.media]],
  ['copy', [Cause.copy]],
  ['selectionchange', [Cause.selection]],
  ['scroll', [Cause.scroll, 300]],
  // Whoever leaves the window later does not do so because of the press.
  ['blur', [Cause.blur, 1_000]],
  ['navigation', [Cause.navigation]],
]);

/** @returns nothing where the event answers no press */
export function findAnswer(
  type: string,
  target: EventTarget | undefined,
  isSelecting: boolean | undefined,
): Answer | undefined {
  if (type === 'selectionchange' && !isSelecting) return;
  if (type === 'blur' && target !== window) return;
  return answers.get(type);
}
