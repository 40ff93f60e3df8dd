import type { ElementInfo } from '../../../schema/wire/batch.ts';
import type { ElementFact } from './facts.ts';
import { harmlessText } from './harmless-text.ts';

const hidden: ElementFact = { label: 'page', tag: '', role: '', class: '', path: '' };
const mostClassChars = 80;

/** @param element null where it is not known, or hidden by the site */
export function nameElement(element: ElementInfo | null): ElementFact {
  if (!element) return hidden;
  return {
    label: harmlessText(labelOf(element)),
    tag: harmlessText(element.tag),
    role: harmlessText(element.role),
    class: harmlessText(element.class, mostClassChars),
    path: harmlessText(element.path),
  };
}

/** The site's own name for it, else tag with id or first class. */
function labelOf({ name, tag, id, class: classes }: ElementInfo): string {
  if (name) return name;
  if (id) return `${tag}#${id}`;
  const [first] = classes.split(' ');
  return first ? `${tag}.${first}` : tag;
}
