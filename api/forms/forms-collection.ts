import { declareCounters } from '../store/counters.ts';

/**
 * Sums of a site's forms and their fields. The id is `{ route, form, field, fieldType, day }`, with `field` and `fieldType` empty
 * for the form as a whole. So what is read grows with the fields there are, not with those who filled them in.
 */
export const forms = declareCounters({
  name: 'forms',
  readBy: [['day'], ['route', 'day']],
});

/** What a session has to do with a form, or with one of its fields. */
export type FormBond = 'started' | 'submitted' | 'abandoned' | 'left' | 'blank' | 'refilled';

/** The sessions behind each number: `{ bond, route, form, field, fieldType, day, session, visitor }`, the sum `count`. */
export const formSessions = declareCounters({
  name: 'formSessions',
  owned: true,
  readBy: [['bond', 'route', 'form', 'field', 'fieldType', 'day'], ['session'], ['visitor']],
});

/** Of a whole form. */
export type FormSum = 'starts' | 'submitted' | 'refusals';

/** Of one field. `uses`: of its form, with it on it; `reached`: with a visit to it; `order`: its places added up. */
export type FieldSum =
  | 'uses'
  | 'order'
  | 'reached'
  | 'visits'
  | 'timeMs'
  | 'hesitationMs'
  | 'hesitations'
  | 'changes'
  | 'corrections'
  | 'refills'
  | 'blank'
  | 'left';
