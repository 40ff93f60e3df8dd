import type { ScrollFact } from '../../fold/fact.ts';
import { mostFacts, type PageFact } from './facts.ts';
import type { Material, MaterialView } from './material.ts';
import { referFirst, type Scene, type Seen } from './scene.ts';

interface Visit {
  readonly view: MaterialView;
  readonly material: Material;
}

const depths = [25, 50, 75, 95] as const;

/** The pages that have a name, in its order. */
export function condensePages(scene: Scene): PageFact[] {
  const visits = scene.materials.flatMap((material) =>
    material.views.map((view): Visit => ({ view, material })),
  );
  const byPage = Map.groupBy(visits, ({ view }) => scene.pageOf(view));
  return [...scene.pages].flatMap(([page, path]) => {
    const some = byPage.get(page);
    return some ? [makePage(scene, page, path, some)] : [];
  });
}

function makePage(scene: Scene, page: string, path: string, visits: readonly Visit[]): PageFact {
  const sum = (read: (summary: MaterialView['summary']) => number) =>
    visits.reduce((total, { view }) => total + read(view.summary), 0);
  const deepest = visits.map(({ view }) => view.summary.deepestScrollPercent);
  const reaching = (least: number) => deepest.filter((percent) => percent >= least).length;
  const latest = visits.at(-1)?.view.summary;
  const [quarter, half, threeQuarters, all] = depths;
  const refs = visits
    .slice(0, mostFacts.refs)
    .flatMap(({ view, material }) => scene.referView(view, material) ?? []);
  const scrolls = scene
    .seen('scroll')
    .filter((scroll) => scroll.page === page && scroll.fact.container === null)
    .sort((a, b) => b.fact.depthPercent - a.fact.depthPercent);
  return {
    page,
    path,
    visits: visits.length,
    sessions: new Set(visits.map(({ material }) => material.session.session)).size,
    activeSeconds: Number((sum(({ attentiveMs }) => attentiveMs) / 1000).toFixed(1)),
    documentHeightPx: latest?.documentHeight ?? 0,
    viewportHeightPx: latest?.viewportHeight ?? 0,
    deepestScrollPercent: Math.round(Math.max(0, ...deepest)),
    visitsReaching: [reaching(quarter), reaching(half), reaching(threeQuarters), reaching(all)],
    clicks: sum(({ clicks }) => clicks),
    hesitations: sum(({ hesitations }) => hesitations),
    refs,
    deepestRefs: referFirst(scene, deepestOfEach(scrolls)),
  };
}

/** One for each view: how deep that visit went. */
function deepestOfEach(scrolls: readonly Seen<ScrollFact>[]): Seen<ScrollFact>[] {
  const views = Map.groupBy(scrolls, ({ event }) => `${event.session}/${event.view}`);
  return [...views.values()].flatMap(([deepest]) => (deepest ? [deepest] : []));
}
