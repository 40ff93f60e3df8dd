import { ViewKind } from '../../../schema/wire/events.ts';
import { type Answer, navigates } from '../answer.ts';
import type { Hand } from '../hand.ts';
import { pickPart, type SeenElement } from '../page-view.ts';
import type { Next, Visitor } from './visitor.ts';

interface Choice {
  /** A part of the page, or `leave`. */
  readonly part: string;
  readonly weight: number;
}

/** Presses one of the page's links, each as likely as its weight says, and goes where it leads. */
export function follow(hand: Hand, visitor: Visitor, choices: readonly Choice[]): Next {
  const { part } = visitor.chance.weighted(choices);
  if (part === 'leave') return null;
  const link = pickPart(hand.view, part, visitor.chance);
  return link && followLink(hand, visitor, link);
}

export function followLink(hand: Hand, visitor: Visitor, link: SeenElement): Next {
  hand.press(link, navigates(visitor.chance));
  return { path: link.to, kind: ViewKind.load };
}

/** In this share of the cases presses any one of a part. */
export function mayPress(
  hand: Hand,
  { chance }: Visitor,
  part: string,
  share: number,
  answer: Answer,
  times = 1,
): void {
  const element = pickPart(hand.view, part, chance);
  if (element && chance.happens(share)) hand.press(element, answer, times);
}

/** In this share of the cases points at any one of a part. */
export function mayHover(
  hand: Hand,
  { chance }: Visitor,
  part: string,
  share: number,
  ms: number,
): void {
  const element = pickPart(hand.view, part, chance);
  if (element && chance.happens(share)) hand.hover(element, ms);
}

/** Points at some of a part, as people do who compare. */
export function lookOver(hand: Hand, visitor: Visitor, part: string, most: number): void {
  const { chance, person } = visitor;
  const count = chance.whole(0, most);
  for (let n = 0; n < count; n++) {
    mayHover(hand, visitor, part, 1, chance.skewed(700 + 900 * person.temper.doubt, 0.7));
  }
}

/** Up and down, looking for what the page does not show. */
export function scrollAbout(hand: Hand, turns: number): void {
  for (let n = 0; n < turns; n++) hand.scrollTo(n % 2 === 0 ? hand.view.height : 0);
}
