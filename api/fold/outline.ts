import { computeScrollDepth } from '../../schema/rules/scroll-depth.ts';
import type { WireEvent } from '../../schema/wire/events.ts';
import { WINDOW } from './scrolling.ts';
import type { ViewSummary } from './summary.ts';

/** Takes in what an event tells of the page's size, how deep it was seen, and who is looking. */
export function foldOutline(summary: ViewSummary, event: WireEvent): ViewSummary {
  switch (event.type) {
    case 'identify':
      return event.user === '' ? summary : { ...summary, user: event.user };
    case 'resize': {
      const { documentWidth, documentHeight } = event;
      return deepen({ ...summary, documentWidth, documentHeight }, event.viewportHeight);
    }
    case 'scroll': {
      if (event.element !== WINDOW) return summary;
      const bottomPx = Math.min(event.height, Math.max(0, event.y) + event.viewport);
      return deepen({ ...summary, documentHeight: event.height }, bottomPx);
    }
    default:
      return summary;
  }
}

/** Depth is of the page as it is now: one that grew after loading was not seen to its end by its first screen. */
function deepen(summary: ViewSummary, bottomPx: number): ViewSummary {
  const deepestPx = Math.max(summary.deepestPx, bottomPx);
  const deepestScrollPercent = computeScrollDepth(deepestPx, summary.documentHeight);
  return { ...summary, deepestPx, deepestScrollPercent };
}
