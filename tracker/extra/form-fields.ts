import { limits } from '../../schema/limits.ts';
import type { Recorder } from '../recorder.ts';

/** A field as it is told of: never what is in it. Radio buttons of one name are one field, and so are fields of one name and type. */
export interface Field {
  /** Fields of one form with the same name and type have the same. */
  readonly key: string;
  /** All of it: more than one where they are of one name. */
  readonly parts: readonly Element[];
  readonly order: number;
  /** Form, field and type, as on the wire. */
  readonly names: [form: string, field: string, fieldType: string];
}

type Control = HTMLInputElement;

const selector =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),textarea,select,[contenteditable]:not([contenteditable=false])';

export const isField = (element: Element | null | undefined): element is Element =>
  !!element?.matches?.(selector);

/** The deepest element that an event is about, through open shadow roots. */
export const targetOf = (event: Event): Element | undefined =>
  event.composedPath()[0] as Element | undefined;

/** What has the focus, the deepest in open shadow roots. */
export function findFocused({ activeElement }: DocumentOrShadowRoot): Element | null {
  const { shadowRoot } = activeElement ?? {};
  return shadowRoot?.activeElement ? findFocused(shadowRoot) : activeElement;
}

/** The form that a field belongs to: its own, also by its `form` attribute, or the nearest one around its shadow roots. */
export function findForm(field: Element): HTMLFormElement | null {
  const form = (field as Control).form ?? field.closest('form');
  const { host } = field.getRootNode() as ShadowRoot;
  return form ?? (host ? findForm(host) : null);
}

/** The fields below `top` that the site does not hide, those in open shadow roots, too, in their order. */
function findFields(top: ParentNode): Element[] {
  return [...top.querySelectorAll('*')].flatMap((element) => {
    const isWanted = element.shadowRoot || isField(element);
    if (!isWanted || element.closest('[data-trail-ignore]')) return [];
    return element.shadowRoot ? findFields(element.shadowRoot) : [element];
  });
}

const nameOf = ({ shorten }: Recorder, element: Element): string => {
  for (const attribute of ['data-trail-name', 'name', 'id']) {
    const value = element.getAttribute(attribute);
    if (value) return shorten(value, limits.formChars);
  }
  return '';
};

/** Its name or id, else its place among the document's forms; nothing for the fields outside forms. */
function nameForm(recorder: Recorder, form: HTMLFormElement | null): string {
  if (!form) return '';
  const forms = (form.getRootNode() as ParentNode).querySelectorAll('form');
  return nameOf(recorder, form) || `form ${[...forms].indexOf(form) + 1}`;
}

/** The fields of a form, or those outside forms, as they are now. */
export function describeFields(recorder: Recorder, form: HTMLFormElement | null): Field[] {
  // Some may stand elsewhere, and belong to it by their `form` attribute.
  const elsewhere = form ? [...(form.getRootNode() as ParentNode).querySelectorAll('[form]')] : [];
  const all = new Set([...findFields(form ?? recorder.page.document), ...elsewhere]);
  const name = nameForm(recorder, form);
  const fields = new Map<string, Field & { readonly parts: Element[] }>();
  for (const part of all) {
    if (!isField(part) || findForm(part) !== form) continue;
    const { type } = part as Control;
    const fieldType = type || part.localName.replace(/^(?!textarea|select).*/, 'editable');
    const field = nameOf(recorder, part) || `field ${fields.size + 1}`;
    const key = `${field} ${fieldType}`;
    const known = fields.get(key);
    if (known) known.parts.push(part);
    else
      fields.set(key, { key, parts: [part], order: fields.size, names: [name, field, fieldType] });
  }
  return [...fields.values()].slice(0, limits.fieldsPerForm);
}

/**
 * Whether nothing is filled in where something could be. A checkbox, a range or a colour is never blank: whether it is checked would be its value. That a
 * group of radio buttons has none chosen is not.
 */
export const isBlank = ({ parts, names }: Field): boolean =>
  !/checkbox|range|color/.test(names[2]) &&
  parts.some((part) => part.getClientRects()[0]) &&
  (parts as Control[]).every((part) =>
    part.type === 'radio' ? !part.checked : !(part.value ?? part.textContent).trim(),
  );
