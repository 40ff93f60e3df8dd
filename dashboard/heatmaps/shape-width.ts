import type {
  HeatmapLayer,
  HeatmapPageQueryVariables,
  ShapeFragment,
} from '../generated/heatmaps.ts';

export type ShapeWidth = ShapeFragment['shapeWidths'][number];

/** Layers whose counts are kept by element, too. */
export const layersByElement: ReadonlySet<HeatmapLayer> = new Set(['CLICKS', 'RAGE', 'DEAD']);

/** `?width=390`; null where the page is drawn as it usually is. */
export function readShapeWidth(text: string | undefined): number | null {
  const width = Number(text);
  return Number.isInteger(width) && width > 0 ? width : null;
}

/**
 * What is asked for to draw a page at a width: clicks are put back on their elements, those at other widths as well; of all else only
 * what was at the widths of its band.
 *
 * @param widths as far as they are known
 */
export function atWidth(
  layer: HeatmapLayer,
  width: number | null,
  widths: readonly ShapeWidth[],
): Pick<HeatmapPageQueryVariables, 'shapeWidth' | 'byElement' | 'viewport'> {
  if (width === null) return {};
  if (layersByElement.has(layer)) return { shapeWidth: width, byElement: true };
  const band = widths.find((each) => each.width === width);
  const { minWidth, maxWidth } = band ?? { minWidth: width, maxWidth: width };
  return { shapeWidth: width, viewport: { minWidth, maxWidth } };
}

/** Whether a shape of that width says something of a page of this one: layouts change with the width. */
export function isAlike(shapeWidth: number, pageWidth: number): boolean {
  return Math.abs(shapeWidth - pageWidth) <= pageWidth / 5;
}
