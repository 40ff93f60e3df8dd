import { formatQuantity } from '../numbers/format.ts';
import { pagePath } from '../person/describe.ts';
import type { Mark } from '../trail/mark.ts';
import type { SessionTrail } from '../trail/view-trail.ts';
import type { VisitedPage } from './session-pages.ts';

/** The canvas in a sentence, for who does not see it, with its view's marks; the table below it and the events say the rest. */
export function describePicture(
  page: VisitedPage,
  trail: SessionTrail,
  marks: readonly Mark[],
): string {
  const samples = trail.get(page.viewId)?.length ?? 0;
  return [
    `Mouse trail on ${pagePath(page.url)}: ${formatQuantity(samples, 'sample')}`,
    formatQuantity(marks.length, 'click'),
    `${formatQuantity(marks.filter((mark) => mark.isRage).length, 'rage click')}`,
    `${formatQuantity(marks.filter((mark) => mark.isDead).length, 'dead click')}`,
  ].join(', ');
}
