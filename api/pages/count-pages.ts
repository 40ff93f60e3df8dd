import type { Fact } from '../fold/fact.ts';
import type {
  Aggregate,
  Increment,
  SessionContext,
  Touch,
  ViewContext,
} from '../ingest/aggregate.ts';
import type { Device } from '../ingest/incoming-batch.ts';
import { readPageNumbers } from './page-numbers.ts';
import { type PageSum, pageHours, pagePeople, pages, WHOLE_SITE } from './pages-collection.ts';

type PageSums = Partial<Record<PageSum, number>>;

interface Place {
  readonly route: string;
  readonly device: Device;
  readonly day: number;
  readonly hour: number;
}

/** A site's pages, and the whole of it: what page lists and timelines are made of. */
export const countPages: Aggregate = {
  name: 'pages',
  fromFact: (fact, view) => {
    const sums = countFact(fact);
    return sums ? routesOf(view).flatMap((route) => addSums(placeOf(fact, view, route), sums)) : [];
  },
  fromSession: (context) => countSession(context),
  touchesFromFact: (fact, view) =>
    fact.kind === 'view'
      ? routesOf(view).flatMap((route) => touch(placeOf(fact, view, route)))
      : [],
};

function countFact(fact: Fact): PageSums | null {
  if (fact.kind === 'view') return { views: 1 };
  if (fact.kind !== 'click') return null;
  return { clicks: 1, rageClicks: fact.isRage ? 1 : 0, deadClicks: fact.isDead ? 1 : 0 };
}

function countSession({ session, day, hour }: SessionContext): Increment[] {
  const { device } = session;
  return readPageNumbers(session).flatMap(({ route, ...sums }) =>
    addSums({ route, device, day, hour }, sums),
  );
}

function routesOf({ route }: ViewContext): string[] {
  return [WHOLE_SITE, route];
}

function placeOf({ t }: Fact, view: ViewContext, route: string): Place {
  return { route, device: view.device, day: view.dayOf(t), hour: view.hourOf(t) };
}

function addSums({ route, device, day, hour }: Place, sums: PageSums): Increment[] {
  const id = { route, device, day };
  return Object.entries(sums)
    .filter(([, by]) => by !== 0)
    .flatMap(([field, by]) => [
      { collection: pages.name, id, field, by },
      { collection: pageHours.name, id, field: `${field}_${hour}`, by },
    ]);
}

function touch({ route, device, day, hour }: Place): Touch[] {
  return ['ANY', `ANYh${hour}`, device, `${device}h${hour}`].map((cell) => ({
    collection: pagePeople.name,
    id: { route },
    cell,
    day,
    by: 1,
  }));
}
