import {
  type IncidentSearch,
  newIncidentSearch,
  searchIncident,
} from '../../schema/rules/incident.ts';
import type { TimedPoint } from '../../schema/rules/point.ts';
import { THRASH_RUN_PX, thrashing } from '../../schema/rules/thrashing.ts';
import { followZigzag, startZigzag, type Zigzag } from '../../schema/rules/zigzag.ts';
import type { ThrashFact } from './fact.ts';
import type { Ledger } from './ledger.ts';

type AxisName = 'x' | 'y';

/** The pointer's turns along one axis. */
interface Axis {
  readonly zigzag: Zigzag;
  readonly search: IncidentSearch;
}

/** The view's thrashes so far. */
export interface ThrashState {
  readonly x: Axis | null;
  readonly y: Axis | null;
  /** The next one's number. */
  readonly next: number;
  /** The last one, and the axis it was found on. */
  readonly last: { readonly axis: AxisName; readonly fact: ThrashFact } | null;
}

export const noThrashes: ThrashState = { x: null, y: null, next: 0, last: null };

export function foldThrashes(
  state: ThrashState,
  samples: readonly TimedPoint[],
  ledger: Ledger,
): ThrashState {
  return samples.reduce(
    (now, sample) => foldAxis(foldAxis(now, 'x', sample, ledger), 'y', sample, ledger),
    state,
  );
}

function foldAxis(
  state: ThrashState,
  name: AxisName,
  sample: TimedPoint,
  ledger: Ledger,
): ThrashState {
  const axis = state[name] ?? { zigzag: startZigzag(sample[name]), search: newIncidentSearch };
  const { zigzag, turned } = followZigzag(axis.zigzag, sample[name], THRASH_RUN_PX);
  if (!turned) return { ...state, [name]: { ...axis, zigzag } };
  // A slanting shake turns on both axes: it is one thrash, told by the axis that found it.
  if (isTaken(state, name, sample.t)) {
    return { ...state, [name]: { zigzag, search: newIncidentSearch } };
  }
  const search = searchIncident(axis.search, sample.t, thrashing);
  return tellThrash({ ...state, [name]: { zigzag, search } }, name, axis.search, sample, ledger);
}

function isTaken({ last }: ThrashState, name: AxisName, t: number): boolean {
  if (!last || last.axis === name) return false;
  return t - (last.fact.t + last.fact.durationMs) <= thrashing.windowMs;
}

function tellThrash(
  state: ThrashState,
  axis: AxisName,
  before: IncidentSearch,
  sample: TimedPoint,
  ledger: Ledger,
): ThrashState {
  const open = state[axis]?.search.open;
  if (!open) return state;
  const goesOn = before.open !== null && state.last?.axis === axis;
  const standing = goesOn ? (state.last?.fact ?? null) : null;
  const fact: ThrashFact = {
    kind: 'thrash',
    key: standing?.key ?? `t${state.next}`,
    t: open.startMs,
    durationMs: open.endMs - open.startMs,
    reversals: open.count,
    x: standing?.x ?? sample.x,
    y: standing?.y ?? sample.y,
  };
  ledger.revise(standing, fact);
  return { ...state, next: standing ? state.next : state.next + 1, last: { axis, fact } };
}
