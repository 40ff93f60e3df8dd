import type { Trail } from '../session/find-trail.ts';

/** The part of a trail that belongs to some of its views. */
export function onlyViews(trail: Trail, views: ReadonlySet<string>): Trail {
  const kept = trail.viewIds.map((view) => views.has(view));
  const index = new Map(trail.viewIds.filter((_, i) => kept[i]).map((view, i) => [view, i]));
  const columns = {
    view: [] as number[],
    tMs: [] as number[],
    x: [] as number[],
    y: [] as number[],
  };
  for (const [i, view] of trail.view.entries()) {
    if (!kept[view]) continue;
    columns.view.push(index.get(trail.viewIds[view] ?? '') ?? 0);
    columns.tMs.push(trail.tMs[i] ?? 0);
    columns.x.push(trail.x[i] ?? 0);
    columns.y.push(trail.y[i] ?? 0);
  }
  return { startedAt: trail.startedAt, viewIds: [...index.keys()], ...columns };
}
