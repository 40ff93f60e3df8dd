import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** The pointer's place at a time, ms. */
export interface TracePoint {
  readonly tMs: number;
  readonly x: number;
  readonly y: number;
}

/** A pause longer than this parts two movements, ms. */
const pauseMs = 500;
/** A browser tells of movement once a frame. */
const frameMs = 1000 / 60;

/**
 * Recorded mouse movement as a browser at 60 Hz would tell of it: a point a frame while the pointer moves.
 *
 * @param folder holds `mouse/*.csv.gz` (see its README); without it, a made-up trace of the same character is given
 */
export function readTraces(folder: string): { name: string; traces: TracePoint[][] } {
  const mouse = `${folder}/mouse`;
  if (!existsSync(mouse)) return { name: 'made-up movement', traces: [makeTrace()] };
  const traces = readdirSync(mouse)
    .filter((file) => file.endsWith('.csv.gz'))
    .flatMap((file) => readSessions(`${mouse}/${file}`));
  return { name: `${traces.length} recorded sessions`, traces: traces.map(toFrames) };
}

function readSessions(file: string): TracePoint[][] {
  const sessions = new Map<string, TracePoint[]>();
  for (const line of gunzipSync(readFileSync(file)).toString().split('\n').slice(1)) {
    const [session = '', , seconds, , state = '', x, y] = line.split(',');
    if (!/^(Move|Drag)$/.test(state) || Number(x) === 65_535 || Number(y) === 65_535) continue;
    const points = sessions.get(session) ?? [];
    sessions.set(session, points);
    points.push({ tMs: Math.round(Number(seconds) * 1000), x: Number(x), y: Number(y) });
  }
  return [...sessions.values()];
}

function toFrames(points: readonly TracePoint[]): TracePoint[] {
  const frames: TracePoint[] = [];
  let next = 0;
  for (const [i, to] of points.entries()) {
    const from = points[i - 1] ?? to;
    if (to.tMs - from.tMs > pauseMs) next = to.tMs;
    for (; next <= to.tMs; next += frameMs) frames.push(interpolate(from, to, next));
  }
  return frames.filter(({ x, y }, i) => x !== frames[i - 1]?.x || y !== frames[i - 1]?.y);
}

function interpolate(from: TracePoint, to: TracePoint, tMs: number): TracePoint {
  const share = to.tMs > from.tMs ? (tMs - from.tMs) / (to.tMs - from.tMs) : 1;
  return {
    tMs: Math.round(tMs),
    x: Math.round(from.x + share * (to.x - from.x)),
    y: Math.round(from.y + share * (to.y - from.y)),
  };
}

/** Aimed movements with a bell-shaped speed (Flash & Hogan 1985: minimum jerk), between pauses. */
function makeTrace(): TracePoint[] {
  const points: TracePoint[] = [];
  let seed = 42;
  const random = () => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  let at = { tMs: 0, x: 600, y: 400 };
  for (let movement = 0; movement < 200; movement++) {
    const to = { x: random() * 1_200, y: random() * 800 };
    const ms = 300 + random() * 900;
    for (let frame = 0; frame * frameMs < ms; frame++) {
      const s = (frame * frameMs) / ms;
      const share = 10 * s ** 3 - 15 * s ** 4 + 6 * s ** 5;
      points.push({
        tMs: Math.round(at.tMs + frame * frameMs),
        x: Math.round(at.x + share * (to.x - at.x)),
        y: Math.round(at.y + share * (to.y - at.y)),
      });
    }
    at = { tMs: at.tMs + ms + random() * 600, ...to };
  }
  return points;
}
