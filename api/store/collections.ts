import { days } from '../days/days-collection.ts';
import { heat, heatPacked, heatPeople, heatPeoplePacked } from '../heatmap/heat-collections.ts';
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
  days,
  visitorDays,
  heat,
  heatPeople,
  heatPacked,
  heatPeoplePacked,
];

/** Every collection there is. */
export const collections: readonly Declaration[] = [
  batches,
  views,
  sessions,
  events,
  sites,
  deadLetters,
  tombstones,
  parts,
  tokens,
  ...counterCollections,
];
