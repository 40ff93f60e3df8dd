import { isDeepStrictEqual } from 'node:util';
import type { Comparison } from './compare.ts';
import type { Navigation } from './navigation-expected.ts';

/** Compares every number; lists that are cut at their top may go on in what was measured. */
export function compareNavigation(expected: Navigation, measured: Navigation): Comparison[] {
  const { funnels, length, top_transitions, top_path3, ...rest } = expected;
  const plain = Object.entries(rest).map(([measure, value]) =>
    compare(measure, value, Reflect.get(measured, measure)),
  );
  const lengths = Object.entries(length).map(([measure, value]) =>
    compare(`length ${measure}`, value, Reflect.get(measured.length, measure)),
  );
  return [
    ...plain,
    ...lengths,
    compare(
      'top transitions',
      counts(top_transitions),
      topOf(measured.top_transitions, top_transitions.length),
    ),
    compare('top paths of 3', counts(top_path3), topOf(measured.top_path3, top_path3.length)),
    ...funnels.flatMap(({ steps, ordered, strict }, i) => [
      compare(`${steps.join(' › ')}, ordered`, ordered, measured.funnels[i]?.ordered),
      compare(`${steps.join(' › ')}, strict`, strict, measured.funnels[i]?.strict),
    ]),
  ];
}

type Row = readonly (string | number)[];

/** Equal counts may stand in any order. */
function counts(rows: readonly Row[]): Row[] {
  return rows.toSorted(
    (a, b) => Number(b.at(-1)) - Number(a.at(-1)) || (a.join() < b.join() ? -1 : 1),
  );
}

function topOf(rows: readonly Row[], many: number): Row[] {
  return counts(rows).slice(0, many);
}

function compare(measure: string, expected: unknown, measured: unknown): Comparison {
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
  return {
    measure,
    expected: text(expected),
    measured: text(measured),
    agrees: isDeepStrictEqual(expected, measured),
  };
}
