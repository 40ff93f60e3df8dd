export interface ChartPoint {
  readonly at: string;
  readonly value?: number | null | undefined;
}

/** uPlot's columns: seconds since 1970, values, and the values of the period before at the same places. */
export function chartColumns(
  points: readonly ChartPoint[],
  previous: readonly ChartPoint[] | null | undefined,
): [number[], (number | null)[], (number | null)[]] {
  return [
    points.map(({ at }) => Date.parse(at) / 1_000),
    points.map(({ value }) => value ?? null),
    points.map((_, i) => previous?.[i]?.value ?? null),
  ];
}
