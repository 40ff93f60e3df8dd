import { heatContestants } from './heat.ts';
import { panTrail } from './trail.ts';

/** What `openCanvasPage` puts into the page, to be called from outside. */
export interface CanvasPage {
  readonly drawHeat: (name: HeatDrawer, times: number) => void;
  /** Drags a trail of 100,000 samples or so over a canvas, a step a frame. @returns each frame's time, ms */
  readonly panTrail: (samples: number, frames: number, isNaive: boolean) => Promise<number[]>;
}
export type HeatDrawer = keyof ReturnType<typeof heatContestants>;

let heat: ReturnType<typeof heatContestants> | undefined;

Reflect.set(window, 'canvasPage', {
  drawHeat: (name, times) => {
    heat ??= heatContestants(100_000);
    for (let time = 0; time < times; time++) heat[name]();
  },
  panTrail,
} satisfies CanvasPage);
