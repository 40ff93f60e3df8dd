import { alertFirings, alerts } from '../alerts/alerts-collection.ts';
import { erasures } from '../erasure/erasures.ts';
import { formSessions, forms } from '../forms/forms-collection.ts';
import { elementPeople, elements, encounters } from '../frustration/elements-collection.ts';
import { funnels } from '../funnels/funnels-collection.ts';
import { heat, heatPacked, heatPeople, heatPeoplePacked } from '../heatmap/heat-collections.ts';
import { analyses } from '../insights/analyses-collection.ts';
import { analysisRuns } from '../insights/analysis-runs-collection.ts';
import { spending } from '../insights/gemini/spending-collection.ts';
import { jobs } from '../jobs/jobs-collection.ts';
import { marks } from '../marks/marks-collection.ts';
import { pageHours, pagePeople, pages } from '../pages/pages-collection.ts';
import { sessionSums } from '../people/session-sums-collection.ts';
import { sequences } from '../sequences/sequences-collection.ts';
import { visitorDays } from '../touches/visitor-days.ts';
import { batches } from './batches.ts';
import type { Declaration } from './collection.ts';
import type { DeclaredCounters } from './counters.ts';
import { deadLetters } from './dead-letters.ts';
import { events } from './events.ts';
import { parts } from './parts.ts';
import { sessions } from './sessions.ts';
import { sites } from './sites.ts';
import { tokens } from './tokens.ts';
import { tombstones } from './tombstones.ts';
import { views } from './views.ts';

/** Shared counters: a concept adds its own here. */
export const counterCollections: readonly DeclaredCounters[] = [
  visitorDays,
  heat,
  heatPeople,
  heatPacked,
  heatPeoplePacked,
  elements,
  elementPeople,
  encounters,
  pages,
  pageHours,
  pagePeople,
  sessionSums,
  forms,
  formSessions,
];

/** Every collection there is. */
export const collections: readonly Declaration[] = [
  batches,
  views,
  sessions,
  events,
  sequences,
  funnels,
  marks,
  sites,
  deadLetters,
  tombstones,
  erasures,
  jobs,
  analyses,
  analysisRuns,
  spending,
  parts,
  tokens,
  alerts,
  alertFirings,
  ...counterCollections,
];
