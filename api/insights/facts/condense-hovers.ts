import { makeElementKey } from '../../../schema/rules/element-key.ts';
import type { HoverGroup } from './facts.ts';
import { nameElement } from './name-element.ts';
import { countSessions, referFirst, type Scene } from './scene.ts';

/** Hovers by element, the longest in all first. */
export function condenseHovers(scene: Scene): HoverGroup[] {
  const keyOf = (page: string, element: Parameters<typeof makeElementKey>[0]) =>
    `${page} ${makeElementKey(element)}`;
  const clicked = Map.groupBy(
    scene.seen('click').filter(({ fact }) => fact.element),
    ({ page, fact }) => (fact.element ? keyOf(page, fact.element) : ''),
  );
  const groups = Map.groupBy(scene.seen('hover'), ({ page, fact }) => keyOf(page, fact.element));
  return [...groups]
    .map(([key, hovers]): HoverGroup => {
      const [first] = hovers;
      const durations = hovers.map(({ fact }) => Math.round(fact.durationMs));
      const byLength = hovers.toSorted((a, b) => b.fact.durationMs - a.fact.durationMs);
      const ended = hovers.filter(({ fact }) => fact.clicked).length;
      return {
        element: nameElement(first?.fact.element ?? null),
        page: first?.page ?? '',
        sessions: countSessions(hovers),
        hovers: hovers.length,
        totalMs: durations.reduce((sum, ms) => sum + ms, 0),
        longestMs: Math.max(...durations),
        clicks: Math.max(ended, clicked.get(key)?.length ?? 0),
        refs: referFirst(scene, byLength),
      };
    })
    .sort((a, b) => b.totalMs - a.totalMs);
}
