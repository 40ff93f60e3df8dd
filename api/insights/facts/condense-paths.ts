import { type LoopFact, mostFacts, type QuickBackFact } from './facts.ts';
import { foldRepeats, type Repeat } from './fold-repeats.ts';
import type { Material, MaterialView, Subject } from './material.ts';
import { OTHER_PAGE, type Scene } from './scene.ts';

interface Step {
  readonly page: string;
  readonly view: MaterialView;
}

/** A session's way, a page that comes again right after itself taken once. */
function walk(scene: Scene, { views }: Material): Step[] {
  const steps = views.map((view) => ({ page: scene.pageOf(view), view }));
  return steps.filter((step, i) => step.page !== steps[i - 1]?.page);
}

const mostWords = 60;

/** Each session's way as words, the first few sessions only. */
export function listPaths(scene: Scene): string[] {
  return scene.materials.slice(0, mostFacts.paths).map((material) => {
    const steps = walk(scene, material).map(({ page }) => page);
    const words = foldRepeats(steps).map(({ cycle, times }) =>
      times > 1 ? `(${cycle.join(' ')})x${times}` : cycle.join(' '),
    );
    if (words.length <= mostWords) return words.join(' ');
    const half = mostWords / 2;
    return [
      ...words.slice(0, half),
      `… ${words.length - mostWords} more …`,
      ...words.slice(-half),
    ].join(' ');
  });
}

/** Pages between which somebody went to and fro, most rounds first. */
export function findLoops(scene: Scene, subject: Subject): LoopFact[] {
  const found = scene.materials.flatMap((material) => {
    const steps = walk(scene, material);
    return foldRepeats(steps.map(({ page }) => page)).flatMap((repeat) =>
      isLoop(scene, subject, repeat) ? [{ ...repeat, steps, material }] : [],
    );
  });
  const groups = Map.groupBy(found, ({ cycle }) => cycle.toSorted().join(' '));
  return [...groups.values()]
    .map((loops): LoopFact => {
      const refs = loops.flatMap(({ cycle, times, start, steps, material }) =>
        steps
          .slice(start, start + cycle.length * times)
          .flatMap(({ view }) => scene.referView(view, material) ?? []),
      );
      return {
        pages: loops[0]?.cycle ?? [],
        rounds: loops.reduce((sum, { times }) => sum + times, 0),
        sessions: new Set(loops.map(({ material }) => material.session.session)).size,
        refs: refs.slice(0, 2 * mostFacts.refs),
      };
    })
    .sort((a, b) => b.rounds - a.rounds);
}

function isLoop({ pages }: Scene, subject: Subject, { cycle, times }: Repeat): boolean {
  const [subjectPage = ''] = pages.keys();
  if (times < 2 || cycle.includes(OTHER_PAGE)) return false;
  return subject.scope === 'session' || cycle.includes(subjectPage);
}

/** Pages that were left at once, back to where they were opened from. */
export function findQuickBacks(scene: Scene, subject: Subject): QuickBackFact[] {
  const [subjectPage = ''] = scene.pages.keys();
  const found = scene.materials.flatMap((material) =>
    material.views.flatMap((view, i) => {
      const left = material.views[i - 1];
      if (!view.isQuickBack || !left) return [];
      const from = scene.pageOf(view);
      const to = scene.pageOf(left);
      const isOfSubject = subject.scope === 'session' || [from, to].includes(subjectPage);
      const seconds = (view.summary.startedAt - left.summary.startedAt) / 1000;
      return isOfSubject ? [{ from, to, seconds, view, left, material }] : [];
    }),
  );
  const groups = Map.groupBy(found, ({ from, to }) => `${from} ${to}`);
  return [...groups.values()]
    .map((some): QuickBackFact => {
      const refs = some.flatMap(({ left, view, material }) => [
        scene.referView(left, material) ?? [],
        scene.referView(view, material) ?? [],
      ]);
      return {
        from: some[0]?.from ?? '',
        to: some[0]?.to ?? '',
        count: some.length,
        sessions: new Set(some.map(({ material }) => material.session.session)).size,
        shortestSeconds: Number(Math.min(...some.map(({ seconds }) => seconds)).toFixed(1)),
        refs: refs.flat().slice(0, mostFacts.refs),
      };
    })
    .sort((a, b) => b.count - a.count);
}
