import * as v from 'valibot';
import { readLines } from '../replay/read-lines.ts';

const grid = v.object({
  cells: v.number(),
  total: v.number(),
  max: v.number(),
  /** Of the text "cx,cy,n\n" for all cells in ascending (cx, cy). */
  sha256: v.string(),
});
const grids = v.object({ '20': grid, '50': grid });

const expectedSession = v.object({
  session: v.string(),
  user: v.string(),
  split: v.string(),
  move_samples: v.number(),
  session_duration_seconds: v.number(),
  total_distance_px: v.number(),
  avg_speed_px_per_sec: v.nullable(v.number()),
  total_clicks: v.number(),
  rage_bursts: v.number(),
  rage_clicks: v.number(),
  rage_burst_sizes: v.array(v.number()),
  hesitations: v.number(),
  efficiency_mean: v.nullable(v.number()),
  pattern_counts: v.object({
    linear: v.number(),
    precise: v.number(),
    circular: v.number(),
    erratic: v.number(),
    mixed: v.number(),
    none: v.number(),
  }),
  pattern_label: v.nullable(v.picklist(['linear', 'precise', 'circular', 'erratic'])),
  click_heatmap: grids,
  movement_trail: grids,
});

/** What an independent implementation found for one session. */
export type ExpectedSession = v.InferOutput<typeof expectedSession>;

/** @returns by the session's name in its file */
export async function readExpected(file: string): Promise<Map<string, ExpectedSession>> {
  const sessions = new Map<string, ExpectedSession>();
  for await (const line of readLines(file)) {
    const session = v.parse(expectedSession, JSON.parse(line));
    sessions.set(session.session, session);
  }
  return sessions;
}
