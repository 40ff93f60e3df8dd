import type { ErrorGroup, IncidentFact } from './facts.ts';
import { harmlessPath, harmlessText } from './harmless-text.ts';
import { nameElement } from './name-element.ts';
import { countSessions, referFirst, type Scene } from './scene.ts';

const mostMessageChars = 160;

/** Errors by message and place in the code, the most frequent first. */
export function condenseErrors(scene: Scene): ErrorGroup[] {
  const presses = new Map(
    scene
      .seen('click')
      .map((click) => [`${click.event.session}/${click.event.view}/${click.fact.press}`, click]),
  );
  const groups = Map.groupBy(scene.seen('error'), ({ page, fact }) =>
    JSON.stringify([page, fact.message, fact.source, fact.line]),
  );
  return [...groups.values()]
    .map((errors): ErrorGroup => {
      const [first] = errors;
      const before = errors.flatMap(({ event, fact }) => {
        const press = presses.get(`${event.session}/${event.view}/${fact.press}`);
        return fact.press === null || !press ? [] : [press];
      });
      return {
        message: harmlessText(first?.fact.message ?? '', mostMessageChars),
        source: first?.fact.source ? harmlessPath(first.fact.source) : '',
        line: first?.fact.line ?? 0,
        page: first?.page ?? '',
        count: errors.length,
        sessions: countSessions(errors),
        after: before[0] ? nameElement(before[0].fact.element) : null,
        refs: referFirst(scene, errors),
        clickRefs: referFirst(scene, before),
      };
    })
    .sort((a, b) => b.clickRefs.length - a.clickRefs.length || b.count - a.count);
}

/** Excessive scrolling and thrashing, by page. */
export function condenseIncidents(scene: Scene): IncidentFact[] {
  const kinds = ['excessiveScroll', 'thrash'] as const;
  return kinds
    .flatMap((kind) =>
      [...Map.groupBy(scene.seen(kind), ({ page }) => page)].map(([page, some]): IncidentFact => {
        const total = (read: (fact: (typeof some)[number]['fact']) => number) =>
          some.reduce((sum, { fact }) => sum + read(fact), 0);
        return {
          kind,
          page,
          count: some.length,
          sessions: countSessions(some),
          reversals: total(({ reversals }) => reversals),
          seconds: Number((total(({ durationMs }) => durationMs) / 1000).toFixed(1)),
          refs: referFirst(scene, some),
        };
      }),
    )
    .sort((a, b) => b.count - a.count || b.reversals - a.reversals);
}
