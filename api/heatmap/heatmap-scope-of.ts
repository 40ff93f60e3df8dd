import type { Context } from '../graphql/context.ts';
import { Problem } from '../graphql/problem.ts';
import type { Device } from '../ingest/incoming-batch.ts';
import { findSessionById } from '../session/find-session.ts';
import { requireSite } from '../sites/require-site.ts';
import { routeOf } from '../sites/route.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { makeDayRange, type PeriodArgs } from '../timeline/day-range.ts';
import { ELEMENT_CELLS } from './element-member.ts';
import type { HeatmapScope } from './heatmap-scope.ts';
import { type HeatmapLayer, isClickLayer } from './layer.ts';
import type { WidthRange } from './viewport-band.ts';

/** The arguments of `heatmap` as they come. */
export interface HeatmapArgs extends PeriodArgs {
  readonly site?: string | null | undefined;
  readonly page?: string | null | undefined;
  readonly layer: HeatmapLayer;
  readonly session?: string | null | undefined;
  readonly element?: string | null | undefined;
  readonly device?: Device | null | undefined;
  readonly viewport?: ViewportArgs | null | undefined;
  readonly shapeWidth?: number | null | undefined;
  readonly gridSize?: number | null | undefined;
  readonly all?: boolean | null | undefined;
}

export interface ViewportArgs {
  readonly width?: number | null | undefined;
  readonly minWidth?: number | null | undefined;
  readonly maxWidth?: number | null | undefined;
}

export const gridSizes = { usual: 20, least: 10, most: 100 } as const;

/**
 * Checks the arguments of a heatmap.
 *
 * @throws {Problem} BAD_USER_INPUT, saying which argument and what it may be; NOT_FOUND, SITE_REQUIRED
 */
export async function heatmapScopeOf(
  context: Pick<Context, 'findSites' | 'store'>,
  args: HeatmapArgs,
  now: number,
): Promise<HeatmapScope> {
  const { layer, page, element } = args;
  const gridSize = readGridSize(args);
  if (!page && !args.session) refuse('Say which page or which session the heatmap is of.');
  if (element && !isClickLayer(layer)) {
    refuse(`Only clicks are kept by element: ${layer} has no heatmap of one.`);
  }
  const session = args.session ? await requireSession(context, args.session, args.site) : null;
  const site = await requireSite(context, session?.site ?? args.site);
  return {
    site,
    layer,
    gridSize,
    all: args.all === true,
    route: page ? routeOf(page, site.routes) : null,
    session,
    element: element || null,
    device: args.device ?? null,
    widths: readWidths(args.viewport ?? {}),
    shapeWidth: readShapeWidth(args),
    range: makeDayRange(args, site.timeZone, now),
  };
}

async function requireSession(
  context: Pick<Context, 'findSites' | 'store'>,
  id: string,
  site: string | null | undefined,
): Promise<SessionDocument> {
  const session = await findSessionById(context, id, site);
  if (!session) throw new Problem('NOT_FOUND', 'There is no such session.');
  return session;
}

function readGridSize({ gridSize, element }: HeatmapArgs): number {
  const { least, most, usual } = gridSizes;
  const size = gridSize ?? usual;
  if (size < least || size > most) {
    refuse(`gridSize is ${size}; it must be ${least} to ${most} px.`);
  }
  return element ? 100 / ELEMENT_CELLS : size;
}

function readShapeWidth({ shapeWidth }: HeatmapArgs): number | null {
  if (typeof shapeWidth === 'number' && shapeWidth < 1) refuse('shapeWidth is 1 px or more.');
  return shapeWidth ?? null;
}

function readWidths({ width, minWidth, maxWidth }: ViewportArgs): WidthRange | null {
  const given = [width, minWidth, maxWidth].filter((value) => typeof value === 'number');
  if (given.length === 0) return null;
  if (given.some((value) => value < 1)) refuse('viewport widths are 1 px or more.');
  if (typeof width === 'number') {
    if (given.length > 1) refuse('viewport is either an exact width or a range, not both.');
    return { min: width, max: width };
  }
  const range = { min: minWidth ?? null, max: maxWidth ?? null };
  if (range.min !== null && range.max !== null && range.min > range.max) {
    refuse('minWidth is larger than maxWidth.');
  }
  return range;
}

function refuse(message: string): never {
  throw new Problem('BAD_USER_INPUT', message);
}
