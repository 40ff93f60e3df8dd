import { FormState } from '../../schema/wire/events.ts';
import type { Recorder } from '../recorder.ts';
import {
  describeFields,
  findFocused,
  findForm,
  isBlank,
  isField,
  targetOf,
} from './form-fields.ts';
import { watchSubmissions } from './form-submissions.ts';
import { makeUses, tell } from './form-uses.ts';
import { makeVisits } from './form-visits.ts';

/**
 * The use of forms: which fields, in which order, how long, hesitation, corrections, refills, submissions and what was left
 * blank. Nothing of what is in a field is looked at but whether there is anything.
 *
 * @param focusedAt since when a field has the focus, if one has, ms from the view's start
 */
export function recordForms(recorder: Recorder, focusedAt: number): void {
  const { on, page } = recorder;
  const roots = new WeakSet<Node>();
  const uses = makeUses(recorder);
  const visits = makeVisits(recorder, uses);
  const submissions = watchSubmissions(recorder, (form, state) => {
    visits.end();
    const use = uses.find(form);
    const fields = describeFields(recorder, form);
    const [first] = fields;
    // Of a form that nobody was in nothing is told.
    if (!use || !first) return;
    tell(recorder, state, { ...first, order: 0, names: [first.names[0], '', ''] });
    if (state === FormState.submit) use.filled.clear();
    for (const field of fields) if (isBlank(field)) tell(recorder, FormState.blank, field);
  });
  /** What does not leave a shadow root is listened to in there. */
  const listen = (element: Element) => {
    const root = element.getRootNode();
    if (roots.has(root)) return;
    roots.add(root);
    on('change', visits.take, root);
    submissions.listen(root);
  };
  const begin = (element: Element | null | undefined, start: number) => {
    if (!isField(element)) return;
    listen(element);
    listen(findForm(element) ?? element);
    visits.begin(element, start);
  };

  on('focusin', (event) => begin(targetOf(event), recorder.t()));
  on('focusout', visits.leave);
  on('input', (event) => {
    submissions.forget();
    visits.take(event);
  });
  recorder.beforeLeaving((isClosing) => {
    if (isClosing) submissions.leave();
    visits.end();
  });
  // The view may be another one by now.
  begin(findFocused(page.document), Math.min(focusedAt, recorder.t()));
}
