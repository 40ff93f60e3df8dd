import { coveredControl } from './covered-control.ts';
import { errorAfterClick } from './error-after-click.ts';
import { falseAffordance } from './false-affordance.ts';
import { observations } from './observations.ts';
import { otherErrors } from './other-errors.ts';
import { pageLoop } from './page-loop.ts';
import { quickBack } from './quick-back.ts';
import type { Rule } from './rule.ts';
import { searchingScroll } from './searching-scroll.ts';
import { slowReply } from './slow-reply.ts';
import { thrownPointer } from './thrown-pointer.ts';
import { unansweredControl } from './unanswered-control.ts';
import { undecidedHover } from './undecided-hover.ts';
import { unseenContent } from './unseen-content.ts';

/** Causes before their symptoms: what a rule explains, those after it pass over. */
export const rules: readonly Rule[] = [
  errorAfterClick,
  coveredControl,
  slowReply,
  unansweredControl,
  falseAffordance,
  pageLoop,
  quickBack,
  searchingScroll,
  thrownPointer,
  undecidedHover,
  otherErrors,
  unseenContent,
  observations,
];
