/** The pointer's samples in one page view as columns, in time order: ms from the session's start, page px. */
export interface ViewTrail {
  /** Samples held; the columns may have room for more. */
  readonly length: number;
  readonly tMs: Int32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** What the API sends: parallel columns over all views, `view` indexes `viewIds`. */
export interface TrailColumns {
  readonly viewIds: readonly string[];
  readonly view: readonly number[];
  readonly tMs: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export type SessionTrail = ReadonlyMap<string, ViewTrail>;

export const emptyTrail: ViewTrail = {
  length: 0,
  tMs: new Int32Array(),
  x: new Int32Array(),
  y: new Int32Array(),
};

/**
 * The trail with another part of it put in. A part that begins after what is held is appended in place of spare room
 * (trails grow four times a second); any other is merged, samples that are there already being dropped.
 */
export function addToTrail(trail: SessionTrail, part: TrailColumns): SessionTrail {
  const next = new Map(trail);
  part.viewIds.forEach((viewId, index) => {
    const added = pickView(part, index);
    if (added.length) next.set(viewId, joinTrails(next.get(viewId) ?? emptyTrail, added));
  });
  return next;
}

function pickView(part: TrailColumns, index: number): ViewTrail {
  let length = 0;
  for (const view of part.view) if (view === index) length++;
  const tMs = new Int32Array(length);
  const x = new Int32Array(length);
  const y = new Int32Array(length);
  let at = 0;
  part.view.forEach((view, i) => {
    if (view !== index) return;
    tMs[at] = part.tMs[i] ?? 0;
    x[at] = part.x[i] ?? 0;
    y[at] = part.y[i] ?? 0;
    at++;
  });
  return { length, tMs, x, y };
}

function joinTrails(held: ViewTrail, added: ViewTrail): ViewTrail {
  if (held.length === 0) return added;
  const isLater = (added.tMs[0] ?? 0) > (held.tMs[held.length - 1] ?? 0);
  return isLater ? append(held, added) : merge(held, added);
}

function append(held: ViewTrail, added: ViewTrail): ViewTrail {
  const length = held.length + added.length;
  const grown = (column: Int32Array, more: Int32Array) => {
    // Room for twice as much, so that growing costs the same however long the trail is.
    const target = column.length >= length ? column : new Int32Array(length * 2);
    if (target !== column) target.set(column.subarray(0, held.length));
    target.set(more.subarray(0, added.length), held.length);
    return target;
  };
  return {
    length,
    tMs: grown(held.tMs, added.tMs),
    x: grown(held.x, added.x),
    y: grown(held.y, added.y),
  };
}

function merge(held: ViewTrail, added: ViewTrail): ViewTrail {
  const samples = new Map<string, [t: number, x: number, y: number]>();
  for (const { length, tMs, x, y } of [held, added])
    for (let i = 0; i < length; i++) {
      const sample: [number, number, number] = [tMs[i] ?? 0, x[i] ?? 0, y[i] ?? 0];
      samples.set(sample.join(), sample);
    }
  const sorted = [...samples.values()].sort((a, b) => a[0] - b[0]);
  return {
    length: sorted.length,
    tMs: Int32Array.from(sorted, ([t]) => t),
    x: Int32Array.from(sorted, ([, x]) => x),
    y: Int32Array.from(sorted, ([, , y]) => y),
  };
}

/** How many samples are no later than a moment (binary search). */
export function samplesUntil(trail: ViewTrail, tMs: number): number {
  let low = 0;
  let high = trail.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((trail.tMs[middle] ?? 0) <= tMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where the pointer was at a moment, between two samples on the straight line from one to the other. */
export function pointerAt(trail: ViewTrail, tMs: number): { x: number; y: number } | null {
  const after = samplesUntil(trail, tMs);
  if (after === 0) return null;
  const i = after - 1;
  const from = { t: trail.tMs[i] ?? 0, x: trail.x[i] ?? 0, y: trail.y[i] ?? 0 };
  if (after === trail.length) return { x: from.x, y: from.y };
  const to = { t: trail.tMs[after] ?? 0, x: trail.x[after] ?? 0, y: trail.y[after] ?? 0 };
  // Over a pause the pointer rested, then moved: it is on its way only in the last 100 ms.
  const start = Math.max(from.t, to.t - 100);
  const share = Math.max(0, (tMs - start) / Math.max(1, to.t - start));
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

/** Length of the way, in px. */
export function distancePx(trail: ViewTrail): number {
  let sum = 0;
  for (let i = 1; i < trail.length; i++)
    sum += Math.hypot(
      (trail.x[i] ?? 0) - (trail.x[i - 1] ?? 0),
      (trail.y[i] ?? 0) - (trail.y[i - 1] ?? 0),
    );
  return sum;
}
