import { countDays } from '../days/count-days.ts';
import type { Aggregate } from './aggregate.ts';

/** Every aggregate there is: a concept adds its own here, and its collections in `api/store/collections.ts`. */
export const aggregates: readonly Aggregate[] = [countDays];
