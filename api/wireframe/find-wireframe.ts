import type { Filter } from 'mongodb';
import { bandOf, bandStarts } from '../heatmap/viewport-band.ts';
import { type EventDocument, events } from '../store/events.ts';
import type { Store } from '../store/open-store.ts';
import { readWireframe, type Wireframe, type WireframeDocument } from './wireframe.ts';

/** Which page's shape is looked for. */
export interface PageShape {
  readonly site: string;
  readonly route: string;
  /** Of the window, px. */
  readonly width: number;
  /** One told before this is better than a later one: pages are built anew. */
  readonly before: Date;
}

/**
 * The shape of a page that its visitors told last, in windows of that width's band.
 *
 * @param bands others to look at where there is none, the best first
 */
export async function findPageWireframe(
  store: Store,
  { site, route, width, before }: PageShape,
  bands: readonly number[] = [bandOf(width)],
): Promise<Wireframe | null> {
  for (const band of bands) {
    const found =
      (await findLatest(store, { site, route, 'fact.band': band, at: { $lt: before } })) ??
      (await findLatest(store, { site, route, 'fact.band': band }));
    if (found) return readWireframe(store, found);
  }
  return null;
}

/** All bands, that of a width first, then by how far they are from it. */
export function bandsNear(width: number): number[] {
  const starts: readonly number[] = bandStarts;
  const own = starts.indexOf(bandOf(width));
  const distance = (start: number) => Math.abs(starts.indexOf(start) - own);
  return starts.toSorted((a, b) => distance(a) - distance(b));
}

/** A width of the window for which a page's shape is known, and the band that it stands for, px. */
export interface ShapeWidth {
  readonly width: number;
  /** null for the lowest band. */
  readonly minWidth: number | null;
  /** null for the highest band. */
  readonly maxWidth: number | null;
}

/** The widths for which a page's shape is known: one a band, that of the shape told last. */
export async function findShapeWidths(
  store: Store,
  { site, route }: Pick<PageShape, 'site' | 'route'>,
): Promise<ShapeWidth[]> {
  const found = await Promise.all(
    bandStarts.map((band) => findLatest(store, { site, route, 'fact.band': band })),
  );
  return found.flatMap((shape, i) => {
    const next = bandStarts[i + 1];
    const minWidth = bandStarts[i] || null;
    const maxWidth = next === undefined ? null : next - 1;
    return shape ? [{ width: shape.fact.viewportWidth, minWidth, maxWidth }] : [];
  });
}

/** The shape that a view itself told, the last one. */
export async function findViewWireframe(
  store: Store,
  of: Pick<EventDocument, 'site' | 'session' | 'view'>,
): Promise<Wireframe | null> {
  const { site, session, view } = of;
  // The keys of shapes begin so: the index leads to them.
  const key = { $gte: 'w', $lt: 'x' };
  const found = await findLatest(store, { site, session, view, key });
  return found && readWireframe(store, found);
}

/** The last one; of several at the same moment always the same one. */
const latest = { at: -1, session: -1, view: -1, 'fact.seq': -1 } as const;

async function findLatest(
  { db }: Store,
  filter: Readonly<Record<string, unknown>>,
): Promise<WireframeDocument | null> {
  const found = await events
    .in(db)
    .findOne({ ...filter, 'fact.kind': 'wireframe' } as Filter<EventDocument>, {
      sort: latest,
      projection: { _id: 0 },
    });
  return found as WireframeDocument | null;
}
