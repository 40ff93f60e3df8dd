import type { ClickFact, Fact } from '../fold/fact.ts';
import type { Aggregate, Increment, Touch, ViewContext } from '../ingest/aggregate.ts';
import { kindKey, placeKey } from './element-groups.ts';
import { type ElementKind, elementPeople, elements, encounters } from './elements-collection.ts';

/** Sums of an element. `x`, `y`: of the clicks' places, page px. */
export type ElementSum = 'clicks' | 'bursts' | 'x' | 'y';

/** One element in one of the ways in which it is counted. */
interface Place {
  readonly kind: ElementKind;
  readonly element: string;
}

/** Clicks by element, and what went wrong with them. */
export const countFrustration: Aggregate = {
  name: 'frustration',
  fromFact: (fact, view) => {
    if (fact.kind === 'click') return countClick(fact, view);
    if (fact.kind !== 'burst') return [];
    const element = placeKey(fact.element);
    const kinds: ElementKind[] = fact.productive ? ['anyRage'] : ['anyRage', 'rage'];
    return kinds.map((kind) => addTo({ kind, element }, fact, view, 'bursts', 1));
  },
  touchesFromFact: (fact, view) =>
    fact.kind === 'click'
      ? troublesOf(fact).map(({ kind, element }): Touch => {
          const id = { kind, route: view.route, element };
          return { collection: elementPeople.name, id, day: view.dayOf(fact.t), by: 1 };
        })
      : [],
};

function countClick(click: ClickFact, view: ViewContext): Increment[] {
  const clicked: Place = { kind: 'click', element: placeKey(click.element) };
  return [
    addTo(clicked, click, view, 'clicks', 1),
    ...troublesOf(click).flatMap((place) => {
      const clicks = addTo(place, click, view, 'clicks', 1);
      // One id for all three: it is what the tally knows a document by.
      const x = { ...clicks, field: 'x' satisfies ElementSum, by: click.x };
      const y = { ...clicks, field: 'y' satisfies ElementSum, by: click.y };
      return [clicks, x, y, meet(place, click, view)];
    }),
  ];
}

/** What was wrong with a click; a click may be raging and dead at once. */
function troublesOf(click: ClickFact): Place[] {
  const places: Place[] = [];
  const element = placeKey(click.element);
  if (click.isRage) places.push({ kind: 'rage', element });
  if (click.isRage || click.isProductive) places.push({ kind: 'anyRage', element });
  if (click.isDead) places.push({ kind: 'dead', element: kindKey(click.element) });
  return places;
}

function addTo(
  { kind, element }: Place,
  fact: Fact,
  view: ViewContext,
  field: ElementSum,
  by: number,
): Increment {
  const id = { kind, route: view.route, element, day: view.dayOf(fact.t) };
  return { collection: elements.name, id, field, by };
}

function meet({ kind, element }: Place, fact: Fact, view: ViewContext): Increment {
  const { route, session, visitor } = view;
  const id = { kind, route, element, day: view.dayOf(fact.t), session, visitor };
  return { collection: encounters.name, id, field: 'count', by: 1 };
}
