import { spreadHeatTouch } from '../heatmap/people-cells.ts';

/**
 * Of one touch, every cell that it counts for. Kept apart from the visitor's document, which so lists the finest cell alone: a
 * click's 10 px cell stands for those of 20, 50 and 100 px as well.
 */
export type Spread = (cell: string) => readonly {
  readonly id: Readonly<Record<string, string | number>>;
  readonly cell: string;
}[];

/** By collection. Where there is none, a touch counts for its own cell. Such a touch has no id but `{ route }`. */
export const spreads: Readonly<Record<string, Spread>> = { heatPeople: spreadHeatTouch };
