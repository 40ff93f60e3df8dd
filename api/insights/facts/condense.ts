import { condenseClicks } from './condense-clicks.ts';
import { condenseErrors, condenseIncidents } from './condense-errors.ts';
import { condenseHovers } from './condense-hovers.ts';
import { condensePages } from './condense-pages.ts';
import { findLoops, findQuickBacks, listPaths } from './condense-paths.ts';
import type { References } from './evidence.ts';
import { type Facts, type MovementFacts, mostFacts, type TotalFacts } from './facts.ts';
import { findCovers } from './find-covers.ts';
import type { Material, MaterialView, Subject } from './material.ts';
import { makeScene, type Scene } from './scene.ts';

export interface Condensed {
  readonly facts: Facts;
  /** Tells which event a name in the facts means. */
  readonly references: References;
}

/**
 * Sessions as facts: the same for every analyzer. However long they are, the facts are of bounded size: what is alike is added
 * up, and of what is left the weightiest is told in full and the rest as a sum (`leftOut`).
 *
 * @param materials one session; of a page, sessions that visited it, the newest first
 */
export function condense(subject: Subject, materials: readonly Material[]): Condensed {
  const scene = makeScene(subject, materials);
  const views = materials.flatMap((material) => material.views);
  const inScope =
    subject.scope === 'page' ? views.filter(({ route }) => route === subject.route) : views;
  const clicks = condenseClicks(scene);
  const hovers = condenseHovers(scene);
  const loops = findLoops(scene, subject);
  const quickBacks = findQuickBacks(scene, subject);
  const covers = findCovers(scene);
  const errors = condenseErrors(scene);
  const incidents = condenseIncidents(scene);
  const most = mostFacts;
  const lists = [
    [loops, most.loops],
    [quickBacks, most.quickBacks],
    [covers, most.covers],
    [errors, most.errors],
    [incidents, most.incidents],
  ] as const;
  const facts: Facts = {
    scope: subject.scope,
    sessions: materials.length,
    ...describeAudience(scene),
    seconds: sumUp(inScope, ({ lastActivityMs }) => lastActivityMs / 1000),
    activeSeconds: sumUp(inScope, ({ attentiveMs }) => attentiveMs / 1000),
    movement: measureMovement(subject, materials, inScope),
    totals: addUpTotals(inScope, quickBacks),
    pages: condensePages(scene),
    paths: listPaths(scene),
    loops: loops.slice(0, most.loops),
    quickBacks: quickBacks.slice(0, most.quickBacks),
    clicks: clicks.slice(0, most.clicks),
    hovers: hovers.slice(0, most.hovers),
    covers: covers.slice(0, most.covers),
    errors: errors.slice(0, most.errors),
    incidents: incidents.slice(0, most.incidents),
    leftOut: {
      pages: scene.pagesLeftOut,
      clickGroups: Math.max(0, clicks.length - most.clicks),
      clicks: clicks.slice(most.clicks).reduce((sum, group) => sum + group.clicks, 0),
      hoverGroups: Math.max(0, hovers.length - most.hovers),
      others: lists.reduce((sum, [list, limit]) => sum + Math.max(0, list.length - limit), 0),
    },
  };
  return { facts, references: scene.references };
}

function describeAudience({ materials }: Scene): Pick<Facts, 'devices' | 'viewport'> {
  const devices = Map.groupBy(materials, ({ session }) => session.device);
  const newest = materials[0]?.session;
  return {
    devices: Object.fromEntries([...devices].map(([device, some]) => [device, some.length])),
    viewport: newest ? `${newest.viewportWidth} x ${newest.viewportHeight}` : 'unknown',
  };
}

type ViewNumbers = MaterialView['summary'];

function sumUp(views: readonly MaterialView[], read: (summary: ViewNumbers) => number): number {
  return round(views.reduce((sum, { summary }) => sum + read(summary), 0));
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

function measureMovement(
  subject: Subject,
  materials: readonly Material[],
  views: readonly MaterialView[],
): MovementFacts {
  const distancePx = sumUp(views, (view) => view.distancePx);
  const [only] = materials;
  const seconds =
    subject.scope === 'session'
      ? (only?.session.summary.sessionDurationSeconds ?? 0)
      : sumUp(views, ({ lastActivityMs }) => lastActivityMs / 1000);
  const efficiencyCount = sumUp(views, (view) => view.efficiencyCount);
  return {
    samples: sumUp(views, (view) => view.samples),
    distancePx: Math.round(distancePx),
    averageSpeedPxPerSecond: seconds > 0 ? Math.round(distancePx / seconds) : 0,
    hesitations: sumUp(views, (view) => view.hesitations),
    straightness:
      efficiencyCount > 0
        ? round(
            views.reduce((sum, { summary }) => sum + summary.efficiencySum, 0) / efficiencyCount,
            2,
          )
        : null,
    pattern: subject.scope === 'session' ? (only?.session.summary.movementPattern ?? null) : null,
  };
}

function addUpTotals(
  views: readonly MaterialView[],
  quickBacks: readonly { readonly count: number }[],
): TotalFacts {
  return {
    pageViews: views.length,
    clicks: sumUp(views, (view) => view.clicks),
    rageClicks: sumUp(views, (view) => view.rageClicks),
    rageBursts: sumUp(views, (view) => view.rageBursts),
    deadClicks: sumUp(views, (view) => view.deadClicks),
    slowClicks: sumUp(views, (view) => view.slowClicks),
    scrollReversals: sumUp(views, (view) => view.scrollReversals),
    excessiveScrolls: sumUp(views, (view) => view.excessiveScrolls),
    thrashes: sumUp(views, (view) => view.thrashes),
    quickBacks: quickBacks.reduce((sum, { count }) => sum + count, 0),
    errors: sumUp(views, (view) => view.errors),
    keyPresses: sumUp(views, (view) => view.keyPresses),
  };
}
