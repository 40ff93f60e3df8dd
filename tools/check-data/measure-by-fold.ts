import type { RageBurstFact } from '../../api/fold/fact.ts';
import { foldBatch, type SiteRules } from '../../api/fold/fold.ts';
import { toPoints } from '../../api/fold/movement.ts';
import { initialViewState } from '../../api/fold/open-view.ts';
import { summariseSession } from '../../api/session-summary/session-summary.ts';
import type { TimedPoint } from '../../schema/rules/point.ts';
import { makeSessionId, playRecording } from '../replay/play-recording.ts';
import type { Recording } from '../replay/recording.ts';
import { countCells, type Grids, hashGrid, type MeasuredSession } from './measured.ts';

const rules: SiteRules = { rageRule: 'strict', deadClickMs: 5_000 };

/** Plays a recording and folds it here, without collector, API or database: the arithmetic alone. */
export function measureByFold(recording: Recording, sampleMs: number): MeasuredSession {
  const startedAt = Date.UTC(2026, 0, 1);
  const play = { site: 'check', session: makeSessionId(), startedAt, sampleMs };
  let state = initialViewState();
  const samples: TimedPoint[] = [];
  const clicks = new Map<string, TimedPoint>();
  const bursts = new Map<string, RageBurstFact>();
  for (const { batch, sentAt } of playRecording(recording, play)) {
    const step = foldBatch(state, { batch, receivedAt: sentAt }, rules);
    state = step.state;
    samples.push(...toPoints(batch.moves));
    for (const { sign, fact } of step.facts) {
      if (fact.kind === 'click' && sign > 0) clicks.set(fact.key, fact);
      if (fact.kind === 'burst' && sign > 0) bursts.set(fact.key, fact);
    }
  }
  const summary = summariseSession(state.summary ? [state.summary] : []);
  return {
    samples: summary.mouseMovements,
    durationSeconds: summary.sessionDurationSeconds,
    distancePx: summary.totalDistancePx,
    speedPxPerSec: summary.avgSpeedPxPerSec,
    clicks: summary.totalClicks,
    rageBursts: summary.rageBurstCount,
    rageClicks: summary.rageClicks,
    burstSizes: [...bursts.values()].map((burst) => burst.clickCount),
    hesitations: summary.hesitationCount,
    pathEfficiency: summary.pathEfficiency,
    patternCounts: summary.segments,
    pattern: summary.movementPattern,
    clickGrids: hashGrids([...clicks.values()]),
    trailGrids: hashGrids(samples),
  };
}

function hashGrids(points: readonly TimedPoint[]): Grids {
  return { 20: hashGrid(countCells(points, 20)), 50: hashGrid(countCells(points, 50)) };
}
