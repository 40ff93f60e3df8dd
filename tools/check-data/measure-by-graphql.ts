import type { SegmentCounts } from '../../schema/rules/session-pattern.ts';
import type { AskApi } from '../replay/api-client.ts';
import { type Cell, type Grids, hashGrid, type MeasuredSession } from './measured.ts';

const grid = (name: string, layer: string, size: number) =>
  `${name}: heatmap(site: $site, session: $id, layer: ${layer}, gridSize: ${size}, all: true) { points { x y count } }`;

const query = /* GraphQL */ `
  query CheckedSession($id: ID!, $site: ID!) {
    session(id: $id, site: $site) {
      mouseMovements sessionDurationSeconds totalDistancePx avgSpeedPxPerSec
      totalClicks rageBurstCount rageClicks hesitationCount pathEfficiency movementPattern
      rageBursts { clickCount tMs }
      segments { linear precise circular erratic mixed none }
    }
    ${grid('clicks20', 'CLICKS', 20)}
    ${grid('clicks50', 'CLICKS', 50)}
    ${grid('moves20', 'MOVES', 20)}
    ${grid('moves50', 'MOVES', 50)}
  }
`;

interface Heatmap {
  readonly points: readonly { readonly x: number; readonly y: number; readonly count: number }[];
}

interface Answer {
  readonly session: {
    readonly mouseMovements: number;
    readonly sessionDurationSeconds: number;
    readonly totalDistancePx: number;
    readonly avgSpeedPxPerSec: number;
    readonly totalClicks: number;
    readonly rageBurstCount: number;
    readonly rageClicks: number;
    readonly hesitationCount: number;
    readonly pathEfficiency: number | null;
    readonly movementPattern: string | null;
    readonly rageBursts: readonly { readonly clickCount: number; readonly tMs: number }[];
    readonly segments: SegmentCounts;
  } | null;
  readonly clicks20: Heatmap;
  readonly clicks50: Heatmap;
  readonly moves20: Heatmap;
  readonly moves50: Heatmap;
}

/** Asks the API, as anybody would, for all that is compared. */
export async function measureByGraphql(
  ask: AskApi,
  site: string,
  id: string,
): Promise<MeasuredSession> {
  const answer = await ask<Answer>(query, { id, site });
  const { session } = answer;
  if (!session) throw new Error(`The API knows no session ${id}.`);
  return {
    samples: session.mouseMovements,
    durationSeconds: session.sessionDurationSeconds,
    distancePx: session.totalDistancePx,
    speedPxPerSec: session.avgSpeedPxPerSec,
    clicks: session.totalClicks,
    rageBursts: session.rageBurstCount,
    rageClicks: session.rageClicks,
    burstSizes: session.rageBursts
      .toSorted((a, b) => a.tMs - b.tMs)
      .map(({ clickCount }) => clickCount),
    hesitations: session.hesitationCount,
    pathEfficiency: session.pathEfficiency,
    patternCounts: session.segments,
    pattern: session.movementPattern?.toLowerCase() ?? null,
    clickGrids: hashGrids(answer.clicks20, answer.clicks50),
    trailGrids: hashGrids(answer.moves20, answer.moves50),
  };
}

function hashGrids(by20: Heatmap, by50: Heatmap): Grids {
  return { 20: hashGrid(toCells(by20, 20)), 50: hashGrid(toCells(by50, 50)) };
}

function toCells({ points }: Heatmap, sizePx: number): Cell[] {
  return points.map(({ x, y, count }) => ({ cx: x / sizePx, cy: y / sizePx, n: count }));
}
