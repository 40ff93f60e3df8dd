/**
 * Steps of heat, coldest first. Their lightness only ever falls (light theme) or rises (dark), so that they are told
 * apart without colour too. Flat steps, no blend between them.
 */
const light = ['#fbe3b0', '#f9bd78', '#f08a5d', '#d4516a', '#9c2f7f', '#551a6b'];
const dark = ['#3d1f57', '#73287a', '#b13a76', '#e0605f', '#f6a15c', '#fde29a'];

export function heatColors(isDark: boolean): readonly string[] {
  return isDark ? dark : light;
}

export const heatSteps = light.length;

/**
 * The step of an intensity, 0 to {@link heatSteps} − 1. By the square root: on real pages a few cells hold most clicks,
 * and by the plain share all others would look the same.
 *
 * @param intensity share of the largest cell, above 0, at most 1
 */
export function heatStep(intensity: number): number {
  return Math.min(heatSteps - 1, Math.max(0, Math.ceil(Math.sqrt(intensity) * heatSteps) - 1));
}

/** What each step stands for, in counts: for the legend. Steps that no whole count falls into are left out. */
export function heatLegend(
  maxCount: number,
): readonly { readonly step: number; readonly from: number; readonly to: number }[] {
  const ranges = [];
  let from = 1;
  for (let step = 0; step < heatSteps; step++) {
    const to = Math.floor(maxCount * ((step + 1) / heatSteps) ** 2 + 1e-9);
    if (to < from) continue;
    ranges.push({ step, from, to });
    from = to + 1;
  }
  return ranges;
}

/** The shares of the largest, in %, that each step stands for: for the legend of bands. */
export function bandLegend(): readonly {
  readonly step: number;
  readonly from: number;
  readonly to: number;
}[] {
  const bound = (step: number) => Math.round((step / heatSteps) ** 2 * 100);
  return Array.from({ length: heatSteps }, (_, step) => ({
    step,
    from: bound(step),
    to: bound(step + 1),
  }));
}
