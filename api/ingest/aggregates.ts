import { countForms } from '../forms/count-forms.ts';
import { countFrustration } from '../frustration/count-frustration.ts';
import { countHeat } from '../heatmap/count-heat.ts';
import { countHeatPeople } from '../heatmap/count-heat-people.ts';
import { countHovers } from '../hovers/count-hovers.ts';
import { countPages } from '../pages/count-pages.ts';
import { countSessions } from '../people/count-sessions.ts';
import type { Aggregate } from './aggregate.ts';

/** Every aggregate there is: a concept adds its own here, and its collections in `api/store/collections.ts`. */
export const aggregates: readonly Aggregate[] = [
  countHeat,
  countHeatPeople,
  countFrustration,
  countHovers,
  countPages,
  countSessions,
  countForms,
];
