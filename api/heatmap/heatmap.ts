import { MongoError } from 'mongodb';
import { Problem } from '../graphql/problem.ts';
import type { Trail } from '../session/find-trail.ts';
import type { Store } from '../store/open-store.ts';
import type { Wireframe } from '../wireframe/wireframe.ts';
import { type CountedClicks, countClicks, type PeopleByCell } from './count-clicks.ts';
import { BAND_PERCENT } from './depth-band.ts';
import { type BoxFinder, makeBoxFinder } from './element-boxes.ts';
import { type AnchoredClicks, findAnchored } from './find-anchored.ts';
import { findAttention } from './find-attention.ts';
import { findCellPeople } from './find-cell-people.ts';
import { findDepth } from './find-depth.ts';
import { findGrid } from './find-grid.ts';
import { findHeatmapWireframe } from './find-heatmap-wireframe.ts';
import { findPageSize, type PageSize } from './find-page-size.ts';
import { findPageTrails } from './find-page-trails.ts';
import { Grid, type GridCell } from './grid.ts';
import { type HeatmapScope, isPageScope } from './heatmap-scope.ts';
import { isClickLayer, isGridLayer } from './layer.ts';

/** A horizontal band of the page. */
export interface HeatmapBand {
  readonly fromPercent: number;
  readonly toPercent: number;
  /** Of the visitors, 0..1. */
  readonly share: number;
  readonly seconds: number;
  readonly visitors: number;
}

/** A heatmap's parts, each read when it is first asked for, and then once. */
export interface Heatmap {
  readonly scope: HeatmapScope;
  /** All cells, the largest count first; none in layers that have no grid. */
  readonly cells: () => Promise<readonly GridCell[]>;
  /** null in layers that don't count people by cell. */
  readonly people: () => Promise<PeopleByCell | null>;
  /** Visitors by band of depth. */
  readonly depth: () => Promise<readonly number[]>;
  readonly bands: () => Promise<readonly HeatmapBand[]>;
  readonly trails: () => Promise<readonly Trail[]>;
  readonly anchored: () => Promise<readonly AnchoredClicks[]>;
  readonly size: () => Promise<PageSize>;
  /** The page's shape; null where no visitor told it. */
  readonly wireframe: () => Promise<Wireframe | null>;
  /** Gives what finds elements in that shape. */
  readonly findBox: () => Promise<BoxFinder>;
}

export function makeHeatmap(store: Store, scope: HeatmapScope): Heatmap {
  const { layer } = scope;
  const clicks = once(() => countClicksOf(store, scope));
  const cells = once(async () =>
    isGridLayer(layer) ? (await findGrid(store, scope, layer, clicks)).ranked() : [],
  );
  const depth = once(() => findDepth(store, scope));
  const size = once(() => findPageSize(store, scope));
  const wireframe = once(async () => findHeatmapWireframe(store, scope, (await size()).width));
  const hasBands = layer === 'SCROLL' || layer === 'ATTENTION';
  return {
    scope,
    cells,
    people: once(async () =>
      isClickLayer(layer) ? await findCellPeople(store, scope, layer, clicks) : null,
    ),
    depth,
    bands: once(async () =>
      hasBands ? makeBands(await depth(), await findAttention(store, scope)) : [],
    ),
    trails: once(async () => (layer === 'TRAILS' ? await findPageTrails(store.db, scope) : [])),
    anchored: once(async () =>
      isClickLayer(layer) ? await findAnchored(store, scope, layer) : [],
    ),
    size,
    wireframe,
    findBox: once(async () => makeBoxFinder(await wireframe())),
  };
}

async function countClicksOf({ db }: Store, scope: HeatmapScope): Promise<CountedClicks> {
  if (isPageScope(scope) && isClickLayer(scope.layer)) return countClicks(db, scope, scope.layer);
  return { grid: new Grid(), people: () => 0 };
}

function makeBands(depth: readonly number[], attentionMs: readonly number[]): HeatmapBand[] {
  const all = depth[0] ?? 0;
  return depth.map((visitors, band) => ({
    fromPercent: band * BAND_PERCENT,
    toPercent: (band + 1) * BAND_PERCENT,
    share: all === 0 ? 0 : visitors / all,
    seconds: (attentionMs[band] ?? 0) / 1000,
    visitors,
  }));
}

/** Fields that share a part ask for it at the same time. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load().catch(explainTimeOut);
    return loading;
  };
}

function explainTimeOut(error: unknown): never {
  const maxTimeExpired = 50;
  if (error instanceof MongoError && error.code === maxTimeExpired) {
    throw new Problem(
      'TOO_COMPLEX',
      'That is too much to count one by one: ask for fewer days, or for what is kept ready (a gridSize of 10, 20, 50 or 100, and no viewport or a range of whole bands).',
    );
  }
  throw error;
}
