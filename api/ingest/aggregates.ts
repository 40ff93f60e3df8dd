import { countDays } from '../days/count-days.ts';
import { countHeat } from '../heatmap/count-heat.ts';
import { countHeatPeople } from '../heatmap/count-heat-people.ts';
import type { Aggregate } from './aggregate.ts';

/** Every aggregate there is: a concept adds its own here, and its collections in `api/store/collections.ts`. */
export const aggregates: readonly Aggregate[] = [countDays, countHeat, countHeatPeople];
